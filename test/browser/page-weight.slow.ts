/** What the page needs until a person can work with it, on the whole handbook. */
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { soon } from './soon.ts';
import { launchChromium } from './chromium.ts';

/** Script, style and workers, as gzip makes them. The aim is 1,500,000; the validators of all kinds are what to make smaller next. */
const mostBytes = 1_650_000;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ handbookDir: 'policies' }), launchChromium()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each(['en-US', 'zh-CN'])('script, style and workers until the page is usable (%s)', async (locale) => {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 800 } });
  const weights = new Map<string, Promise<number>>();
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/[.](?:js|css)$/.test(pathname))
      weights.set(
        pathname,
        response.body().then((body) => gzipSync(body, { level: 9 }).length),
      );
  });
  await context.addCookies([{ name: 'bylaw-view', value: 'text', url: new URL('/', server.url).href }]);
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  // Later than usable: by now every worker has come.
  await page.locator('.reading h1').waitFor();
  const all = await Promise.all([...weights].map(async ([path, weight]) => [path, await weight] as const));
  const sum = all.reduce((total, [, weight]) => total + weight, 0);
  expect(all.map(([path]) => path).filter((path) => path.includes('worker')).length).toBeGreaterThan(1);
  expect(sum, JSON.stringify(Object.fromEntries(all))).toBeLessThan(mostBytes);
  await context.close();
});

test('the list and the text are there before the whole handbook has been read', async () => {
  const context = await browser.newContext({ locale: 'en-US' });
  // The worker's answers are held back, all but the first keys of the files.
  await context.addInitScript({
    content: `const Native = Worker;
      window.Worker = class extends Native {
        addEventListener(type, listener) {
          super.addEventListener(type, (event) => { if (type !== 'message' || event.data.id === 1) listener(event); });
        }
      };`,
  });
  await context.addCookies([{ name: 'bylaw-view', value: 'text', url: new URL('/', server.url).href }]);
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole('treeitem', { name: 'Promoter commission' }).click();
  await soon(() => page.locator('#text .view-lines').innerText()).toContain('commission.promoter');
  await page.getByText('Reading the handbook').first().waitFor();
  await context.close();
});

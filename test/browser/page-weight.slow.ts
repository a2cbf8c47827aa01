/** What the page needs until a person can work with it, on the whole handbook. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { PATIENCE, soon } from './soon.ts';

/** Script, style and workers, as gzip makes them. */
const mostBytes = 1_500_000;

const dir = mkdtempSync(join(tmpdir(), 'bylaw-weight-'));
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  cpSync('policies', dir, { recursive: true });
  [server, browser] = await Promise.all([startServer({ handbookDir: dir }), launchChromium()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dir, { recursive: true, force: true });
});

const promoter = { 'en-US': 'Promoter commission', 'zh-CN': '推广员提成' } as const;
const tiers = { 'en-US': 'Tiers', 'zh-CN': '分档' } as const;
type Locale = keyof typeof promoter;

/** Nobody is idle here: what is fetched then is not needed yet. */
const busy = 'globalThis.requestIdleCallback = () => 0;';

async function opened(locale: Locale, view: 'form' | 'text'): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 1400 } });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript({ content: busy });
  // The form is what comes without anything remembered.
  if (view === 'text')
    await context.addCookies([{ name: 'bylaw-view', value: 'text', url: new URL('/', server.url).href }]);
  return { context, page: await context.newPage() };
}

/** Finds a policy, reads it, and changes it to something wrong, until the page says so. */
const uses = {
  form: async (page: Page, locale: Locale): Promise<void> => {
    await page.getByRole('treeitem', { name: promoter[locale] }).first().click();
    await page.locator('.reading h1').getByText(promoter[locale]).waitFor();
    const rate = page
      .getByRole('grid', { name: tiers[locale], exact: true })
      .locator('tbody > tr:not([class])')
      .nth(8)
      .getByRole('gridcell')
      .nth(1);
    await rate.click();
    await page.keyboard.type('much');
    await page.keyboard.press('Enter');
    await page.locator('.form-view .wrong').first().waitFor();
  },
  text: async (page: Page, locale: Locale): Promise<void> => {
    await page.getByRole('treeitem', { name: promoter[locale] }).first().click();
    await page.locator('.reading h1').getByText(promoter[locale]).waitFor();
    await soon(() => page.locator('#text .view-lines').innerText()).toContain('commission.promoter');
    await page.locator('.monaco-editor .view-line').nth(1).click();
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await page.locator('.squiggly-error').first().waitFor();
  },
} as const;

test.each([
  ['en-US', 'form'],
  ['zh-CN', 'form'],
  ['en-US', 'text'],
  ['zh-CN', 'text'],
] as const)('script, style and workers until the page is usable (%s, %s)', async (locale, view) => {
  const { context, page } = await opened(locale, view);
  const weights = new Map<string, Promise<number>>();
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/[.](?:js|css)$/.test(pathname))
      weights.set(
        pathname,
        response.body().then((body) => gzipSync(body, { level: 9 }).length),
      );
  });
  await page.goto(server.url);
  await uses[view](page, locale);
  const all = await Promise.all([...weights].map(async ([path, weight]) => [path, await weight] as const));
  const sum = all.reduce((total, [, weight]) => total + weight, 0);
  const names = all.map(([path]) => path);
  expect(names.some((path) => path.includes('/worker'))).toBe(true);
  expect(names.some((path) => path.includes('/monaco'))).toBe(view === 'text');
  console.log(`${locale}, ${view}: ${sum} bytes`);
  expect(sum, JSON.stringify(Object.fromEntries(all))).toBeLessThan(mostBytes);
  await context.close();
});

test('what was undone in the form before Monaco came is done again in its text', async () => {
  const { context, page } = await opened('en-US', 'form');
  await page.goto(`${server.url}#/pay/commission.promoter.yaml`);
  const rate = page
    .getByRole('grid', { name: 'Tiers', exact: true })
    .locator('tbody > tr:not([class])')
    .nth(8)
    .getByRole('gridcell')
    .nth(1);
  for (const typed of ['2.6', '2.7']) {
    await rate.click();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await soon(() => rate.textContent()).toContain(`${typed}%`);
  }
  await rate.click();
  await page.keyboard.press('Control+z');
  await soon(() => rate.textContent()).toContain('2.6%');
  expect(await page.locator('.monaco-editor').count()).toBe(0);
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  const lines = page.locator('#text .view-lines');
  await soon(async () => (await lines.innerText()).replaceAll('\u00a0', ' ')).toContain('>= 120%", rate: 2.6%');
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+Shift+z');
  await soon(async () => (await lines.innerText()).replaceAll('\u00a0', ' ')).toContain('>= 120%", rate: 2.7%');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await soon(async () => (await lines.innerText()).replaceAll('\u00a0', ' ')).toContain('>= 120%", rate: 2.5%');
  await context.close();
});

test.each([
  ['en-US', 'Text', 'Cases', /does not answer/, 'Try again'],
  ['zh-CN', '文本', '示例', /服务没有响应/, '重试'],
] as const)('a part that cannot be fetched says so, and comes when it is tried again (%s)', async (...row) => {
  const [locale, text, cases, says, again] = row;
  const { context, page } = await opened(locale, 'form');
  await page.goto(server.url);
  await page.locator('.reading h1').waitFor();
  // As if the server had stopped: nothing answers.
  await context.route('**', (route) => route.abort());
  await page.getByRole('button', { name: text, exact: true }).click();
  const middle = page.locator('#text');
  await middle.getByRole('alert').filter({ hasText: says }).waitFor();
  // What can be read is there all the same.
  await soon(() => middle.locator('pre').innerText()).toContain('policy:');
  await page.getByRole('tab', { name: cases }).click();
  const panel = page.locator('#panel');
  await panel.getByRole('alert').filter({ hasText: says }).waitFor();
  await panel.getByRole('button', { name: again }).click();
  await panel.getByRole('alert').filter({ hasText: says }).waitFor();
  await context.unroute('**');
  await panel.getByRole('button', { name: again }).click();
  await soon(() => panel.getByRole('alert').count()).toBe(0);
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('panel');
  await middle.getByRole('button', { name: again }).click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
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

/** The walk that the editor is for, in a real browser and both languages. More of it, and what is rarer, is in the slow files. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch } from './watch.ts';

const dir = mkdtempSync(join(tmpdir(), 'bylaw-editor-'));
let browser: Browser;
let server: RunningServer;

// The first run after a change of the page builds it; later ones find it in node_modules/.cache.
beforeAll(async () => {
  cpSync('test/handbook/policies', dir, { recursive: true });
  [server, browser] = await Promise.all([startServer({ handbookDir: dir }), launchChromium()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dir, { recursive: true, force: true });
});

const file = 'pay/commission.head.yaml';
const onDisk = (): string => readFileSync(join(dir, file), 'utf8');

const walks = [
  { locale: 'en-US', title: "Head's commission", problems: 'Problems', save: 'Save' },
  { locale: 'zh-CN', title: '部门主管提成', problems: '问题', save: '保存' },
] as const;

test.each(walks)(
  'found, broken, mended, saved, and there again after a reload ($locale)',
  async ({ locale, title, problems, save }) => {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 800 } });
    const seen = await watch(context, server.url);
    const page = await context.newPage();
    await page.goto(server.url);
    await page.locator('.monaco-editor .view-line').first().waitFor();

    await page.getByRole('searchbox').fill(title);
    await page.getByRole('treeitem', { name: title }).first().click();
    await soon(() => page.locator('.text-head h2').textContent()).toContain(title);
    await page.locator('.reading h1', { hasText: title }).waitFor();

    const before = onDisk();
    await typeInFirstLine(page, '[', 'Home');
    await page.locator('.squiggly-error').first().waitFor();
    await page.getByRole('tab', { name: problems }).click();
    await page.locator('.problem').first().waitFor();
    await page.locator('#text .view-line').first().click();
    await page.keyboard.press('Control+z');
    await soon(() => page.locator('.squiggly-error').count()).toBe(0);

    const note = ` # ${locale}`;
    await typeInFirstLine(page, note);
    await page.getByRole('button', { name: save, exact: true }).click();
    await soon(() => page.locator('.save-state.saved').count()).toBe(1);
    expect(onDisk()).toBe(before.replace('\n', `${note}\n`));

    await typeInFirstLine(page, ' # later');
    await page.reload();
    await soon(() => page.locator('#text .view-lines').innerText()).toContain('#\u00A0later');
    expect(await page.locator('.save-state.notSaved').count()).toBe(1);
    expect(onDisk()).not.toContain('later');
    expect(seen).toEqual(NOTHING);
    await context.close();
  },
);

test('a wrong token opens nothing, and a page of another origin neither reads nor writes', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const wrong = new URL(server.url);
  wrong.searchParams.set('token', 'wrong');
  expect((await page.goto(wrong.href))?.status()).toBe(401);
  // The browser of somebody who is let in, on another page.
  await page.goto(server.url);
  const other = createServer((_request, response) => response.end('<!doctype html>')).listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
  const before = onDisk();
  expect(await tried(page, '/api/handbook', 'GET')).toBe('refused');
  expect(await tried(page, `/api/files/${file}`, 'PUT')).toBe('refused');
  expect(onDisk()).toBe(before);
  other.close();
  await context.close();
});

async function typeInFirstLine(page: Page, words: string, where: 'Home' | 'End' = 'End'): Promise<void> {
  await page.locator('#text .view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press(where);
  await page.keyboard.insertText(words);
}

function tried(page: Page, path: string, method: 'GET' | 'PUT'): Promise<unknown> {
  const body = method === 'PUT' ? `, headers: { 'content-type': 'application/json' }, body: '{}'` : '';
  const address = JSON.stringify(new URL(path, server.url).href);
  return page.evaluate(
    `fetch(${address}, { method: '${method}', credentials: 'include'${body} }).then(() => 'answered', () => 'refused')`,
  );
}

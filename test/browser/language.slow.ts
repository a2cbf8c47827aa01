/** The text in the page helps while it is written: words to choose, explanations, a new name in all files. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { shownText } from './shown-text.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

let browser: Browser;
let context: BrowserContext;
let server: RunningServer;
let dir: string;
let page: Page;
let seen: Seen;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bylaw-language-'));
  cpSync('test/handbook/policies', dir, { recursive: true });
  [server, browser] = await Promise.all([startServer({ handbookDir: dir }), launchChromium()]);
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  seen = await watch(context, server.url);
  page = await context.newPage();
  await page.goto(server.url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
}, 240_000);
afterAll(async () => {
  await context?.close();
  await browser?.close();
  await server?.close();
  rmSync(dir, { recursive: true, force: true });
});

const text = (): Promise<string> => shownText(page);

/** Puts the cursor behind the first line that begins with these words. */
async function goTo(line: string): Promise<void> {
  await page.locator('#text .view-line', { hasText: line }).first().click();
  await page.keyboard.press('End');
}

const shot = async (name: string): Promise<void> => {
  const folder = process.env['BYLAW_SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

async function open(title: string, has: string): Promise<void> {
  await page.getByRole('searchbox').fill(title);
  await page.getByRole('treeitem').filter({ hasText: title }).last().click();
  await soon(text).toContain(has);
}

test('Ctrl+Space offers words with their Chinese titles, and one goes in', async () => {
  await open('部门主管提成', 'policy: commission.head');
  await goTo('base: sales.net');
  await page.keyboard.type(' + sales.');
  await page.keyboard.press('Control+Space');
  const list = page.locator('.suggest-widget .monaco-list-row');
  await list.first().waitFor();
  await soon(() => list.allInnerTexts().then((rows) => rows.join(' '))).toContain('当月退货金额');
  await shot('completion-zh');
  await list.filter({ hasText: '当月退货金额' }).first().click();
  await soon(text).toContain('base: sales.net + sales.returned');
  await page.keyboard.press('Escape');
});

test('a Chinese title finds a name', async () => {
  await page.keyboard.type(' + ');
  await page.keyboard.insertText('目标');
  await page.keyboard.press('Control+Space');
  const list = page.locator('.suggest-widget .monaco-list-row');
  await soon(() => list.first().innerText()).toContain('sales.target');
  await page.keyboard.press('Enter');
  await soon(text).toContain('sales.returned + sales.target');
});

test('the name under the pointer is explained', async () => {
  await page
    .locator('#text .view-line span', { hasText: /^sales\.completion$/ })
    .first()
    .hover();
  await soon(() => page.locator('.monaco-hover:visible').first().innerText()).toContain('销售目标完成率');
  await shot('hover-zh');
});

test('F2 calls a decision otherwise in all files', async () => {
  await page
    .locator('#text .view-line span', { hasText: /^sales\.net$/ })
    .first()
    .click();
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await input.waitFor();
  expect(await input.inputValue()).toBe('net');
  await input.fill('after-returns');
  await shot('rename-zh');
  await page.keyboard.press('Enter');
  await soon(text).toContain('base: sales.after-returns');
  // The file that declares it changed as well.
  await open('净销售额', 'after-returns:');
});

test('F12 opens the file that declares a name', async () => {
  await page.getByRole('searchbox').fill('部门主管提成');
  await page.getByRole('treeitem', { name: '部门主管提成' }).first().click();
  await soon(text).toContain('policy: commission.head');
  await page
    .locator('#text .view-line span', { hasText: /^O-1\.3\.3\.3$/ })
    .first()
    .click();
  await page.keyboard.press('F12');
  await soon(text).toContain('id: O-1.3.3.3');
  await shot('definition-zh');
  expect(seen).toEqual(NOTHING);
});

/** The Reading panel in a real browser: each line leads to where it is written, in the form and in the text, by mouse and by keys. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

const path = 'pay/commission.head.yaml';
const dir = mkdtempSync(join(tmpdir(), 'bylaw-reading-'));
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let seen: Seen;

beforeAll(async () => {
  cpSync('test/handbook/policies', dir, { recursive: true });
  [server, browser] = await Promise.all([startServer({ handbookDir: dir }), launchChromium()]);
}, 180_000);
afterEach(async () => context.close());
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dir, { recursive: true, force: true });
});

async function open(view: 'form' | 'text'): Promise<Page> {
  context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
  seen = await watch(context, server.url, view);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${server.url}#${path}`);
  await page
    .locator(view === 'form' ? '.form-heading' : '.monaco-editor .view-line')
    .first()
    .waitFor();
  await page.locator('.reading h1').waitFor();
  return page;
}

const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement?.ariaLabel ?? ""');
test('in the form a tier leads to its cell, and a title to its field', async () => {
  const page = await open('form');
  const row = page.locator('.reading tbody tr').nth(4);
  await row.locator('th [data-at]').click();
  await soon(() => focused(page)).toContain('[51% .. 80%]');
  await row.locator('td.number [data-at]').click();
  await soon(() => focused(page)).toContain('3%');
  // What is typed now goes into that cell.
  await page.keyboard.type('3.5');
  await page.keyboard.press('Enter');
  await soon(() => page.locator('.reading tbody tr').nth(4).innerText()).toContain('3.5%');
  await page.locator('.reading h1').click();
  await soon(() => page.evaluate('document.activeElement?.value')).toBe("Head's commission");
  expect(seen).toEqual(NOTHING);
});

test('by keys: one stop, arrows walk, Enter leads', async () => {
  const page = await open('form');
  await page.locator('.reading h1').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  expect(await page.locator('.reading [tabindex="0"].leads').count()).toBe(1);
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('ArrowDown');
    const now = await page.evaluate<string>('document.querySelector(".reading").shadowRoot.activeElement.textContent');
    if (now.includes('81%') && now.includes('4%')) break;
  }
  await page.keyboard.press('Enter');
  await soon(() => focused(page)).toContain('[81% .. 100%]');
  expect(seen).toEqual(NOTHING);
});

test('in the text a paragraph leads to its line', async () => {
  const page = await open('text');
  await page.locator('.reading .question', { hasText: 'No rate above' }).click();
  await soon(() => page.evaluate('document.activeElement?.className')).toMatch(/input|native/);
  await page.keyboard.press('Control+c');
  await soon(() => page.locator('#text .selected-text').count()).toBeGreaterThan(0);
  await page.keyboard.insertText('Replaced');
  await soon(() => page.locator('.reading .question').allInnerTexts()).toContain('Replaced');
  expect(seen).toEqual(NOTHING);
});

/** The form view as people use it: a rate in the grid, fast typing that loses nothing, undo. More of it is in form.slow.ts. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { shownText, squeezed } from './shown-text.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

const path = 'pay/commission.customer-service.yaml';
const dir = mkdtempSync(join(tmpdir(), 'bylaw-form-'));
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let seen: Seen;

beforeAll(async () => {
  cpSync('test/handbook/policies', dir, { recursive: true });
  [server, browser] = await Promise.all([startServer({ handbookDir: dir }), launchChromium()]);
  context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 1900 } });
  seen = await watch(context, server.url);
  page = await context.newPage();
  await page.goto(`${server.url}#${path}`);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.locator('.text-head .switch button').nth(2).click();
  await page.getByRole('grid', { name: 'Tiers', exact: true }).waitFor();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dir, { recursive: true, force: true });
});

const cell = (row: number, column: number): ReturnType<Page['locator']> =>
  page
    .getByRole('grid', { name: 'Tiers', exact: true })
    .locator('tbody > tr:not([class])')
    .nth(row)
    .getByRole('gridcell')
    .nth(column);

/** Of the text, what stands above the interpretations: how much is drawn below them depends on where lines are folded. */
async function text(): Promise<string> {
  const [tiers = ''] = squeezed(await shownText(page)).split('interpretations:');
  return tiers;
}

test('a rate is changed in the grid, the text follows with its comment, and undo takes it back', async () => {
  const before = await text();
  expect(before).toContain(squeezed('">= 120%", rate: 2%'));
  await cell(8, 1).click();
  await page.keyboard.type('2.6');
  await page.keyboard.press('Enter');
  await soon(text).toBe(before.replace(squeezed('">= 120%", rate: 2%'), squeezed('">= 120%", rate: 2.6%')));
  await page.keyboard.press('Control+z');
  await soon(text).toBe(before);
});

test('what is typed right behind a new row goes into it, though the text does not have it yet', async () => {
  await cell(8, 0).click();
  await page.getByRole('button', { name: 'Row below' }).first().click();
  await page.keyboard.type('> 200%');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await soon(text).toContain(squeezed('- { in: "> 200%", rate: 3% }'));
  expect(seen).toEqual(NOTHING);
});

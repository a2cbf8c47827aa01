/** Trying a policy with the edges of its outcome, and its cases, in the page. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

/** A busy machine takes its time. */

const promoter = 'pay/commission.promoter.yaml';
const casesFile = 'pay/commission.promoter.cases.yaml';

let dir: string;
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let seen: Seen;

// The first run after a change builds the page.
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bylaw-try-'));
  cpSync('test/handbook/policies', dir, { recursive: true });
  [server, browser] = await Promise.all([startServer({ handbookDir: dir }), launchChromium()]);
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  seen = await watch(context, server.url);
  page = await context.newPage();
  await page.goto(server.url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A file beside a panel, by the page's own address. */
async function go(path: string, panel: string): Promise<void> {
  await page.goto(`${page.url().replace(/#.*/, '')}#/${path}`);
  await soon(() => page.locator('.text-head .path').textContent()).toBe(path);
  await page.locator(`#tab-${panel}`).click();
}

const completion = '[id="fact-sales.completion"]';
const rate = '.outcome[data-decision="commission.promoter.rate"] .value';

test('what would change the outcome is told, and tried by a button', async () => {
  await go(promoter, 'try');
  await page.locator('#try-decision').selectOption('commission.promoter.rate');
  await page.locator(completion).fill('80');
  await soon(() => page.locator(rate).innerText()).toBe('1.5%');
  const edge = page.locator('.edge', { hasText: '达到 81%' });
  await soon(() => edge.innerText()).toContain('由 1.5% 变为 2%（还差 1 个百分点）');
  await edge.getByRole('button').click();
  await soon(() => page.locator(rate).innerText()).toBe('2%');
  expect(await page.locator(completion).inputValue()).toBe('81');
});

test('what was tried becomes a case of the file, marked unless somebody checked it', async () => {
  await page.locator('.add-case > summary').click();
  await page.locator('#case-name').fill('at-81');
  await page.locator('#case-confirmed').check();
  await page.locator('.add-case .main-action').click();
  await page.locator('#tab-cases').click();
  await page.locator('.case[data-case="at-81"] .cases-good').waitFor();
  expect(await page.locator('.case[data-case="at-81"] .tag').count()).toBe(0);
  await go(casesFile, 'cases');
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+End');
  await soon(() => page.locator('#text .view-line', { hasText: 'id: at-81' }).count()).toBe(1);
  await soon(() => page.locator('#text .view-line', { hasText: /sales\.completion.*81%/u }).count()).toBe(1);
});

test('a case that the policy no longer fulfils fails with both values', async () => {
  await go(promoter, 'cases');
  const line = page.locator('#text .view-line', { hasText: '[81% .. 100%]' });
  await line.click();
  await page.keyboard.press('End');
  for (let left = ' }%2'.length; left > 0; left--) await page.keyboard.press('Backspace');
  await page.keyboard.type('3% }');
  const failed = page.locator('.case.bad[data-case="at-81"]');
  await failed.waitFor();
  await soon(() => failed.locator('.case-difference').first().innerText()).toBe('值: 应为 2%, 实为 3%');
  await soon(() => page.locator('.cases-sum').innerText()).toContain('个不成立');
});

test('nothing of it met an error or left the machine', () => {
  expect(seen).toEqual(NOTHING);
});

/** What waits for a decision, what is not covered and what is wrong, as a person works through it: one page, by keyboard where it can be. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

let dir: string;
let server: RunningServer;
let browser: Browser;
let page: Page;
let seen: Seen;

// The first run after a change builds the page.
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bylaw-inbox-'));
  cpSync('test/handbook/policies', dir, { recursive: true });
  [server, browser] = await Promise.all([startServer({ handbookDir: dir }), launchChromium()]);
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
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

const fileText = (path: string): string => readFileSync(join(dir, path), 'utf8');

test('an interpretation is found and decided, and the file says so', async () => {
  await page.locator('#tab-inbox').click();
  await page.getByPlaceholder('Search questions').fill('all-three');
  const row = page.locator('.inbox-row');
  await soon(() => row.count()).toBe(1);
  await page.locator('#panel').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const detail = page.locator('.inbox-detail');
  await detail.getByText('greatest > 100%').waitFor();
  await page.getByLabel('Decided by').selectOption('head');
  await page.getByLabel('Note').fill('Meeting of November');
  await page.getByRole('button', { name: 'Record the decision' }).click();
  const recorded = page.locator('.inbox-recorded:focus');
  await recorded.getByText('keeps the answer').waitFor();
  await soon(() => row.count()).toBe(0);
  // Taken back at once, it waits again and is open.
  await recorded.getByRole('button', { name: 'Undo' }).click();
  await page.getByLabel('Note').fill('Meeting of November');
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await recorded.getByText('keeps the answer').waitFor();
  await soon(() => row.count()).toBe(0);

  const before = fileText('pay/pay.head.yaml').split('\n');
  await page.keyboard.press('Control+s');
  await soon(() => fileText('pay/pay.head.yaml')).toContain('# Meeting of November');
  const changed = fileText('pay/pay.head.yaml')
    .split('\n')
    .filter((line, at) => line !== before[at]);
  expect(changed).toEqual([expect.stringMatching(/^ {4}decided: \{ by: head, date: \d{4}-\d\d-\d\d \} # Meeting/)]);
});

const choose = async (title: string): Promise<void> => {
  await page.locator('.tree-row', { hasText: title }).first().click();
  await page.locator('.text-head', { hasText: title }).waitFor();
};

/** The line under the cursor is taken out once it holds the words. */
const removeLine = async (words: string): Promise<void> => {
  await page.locator('#text .view-line', { hasText: words }).first().click();
  await page.keyboard.press('Control+Shift+K');
};

test('a citation that is taken out leaves its clause open', async () => {
  await choose("Head's commission");
  await page.locator('#tab-coverage').click();
  const open = page.locator('.clause-lines li', { hasText: 'O-1.3.3.3' }).locator('.lack');
  await page.locator('.clause-lines li', { hasText: 'O-1.3.3.3' }).first().waitFor();
  expect(await open.count()).toBe(0);
  await removeLine('cites:');
  await open.first().waitFor();
  await page.getByRole('button', { name: 'Undo all changes' }).click();
});

test('a problem is explained and mended by keyboard', async () => {
  await choose("Head's commission");
  await removeLine('(100% .. 120%)');
  await page.locator('#tab-problems').click();
  const gap = page.locator('.problem', { hasText: '(100% .. 120%)' });
  await gap.waitFor();
  await page.locator('#panel').focus();
  await page.keyboard.press('j');
  await page.locator('.problem:focus').waitFor();
  await page.getByRole('button', { name: 'tiers/gap' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.problem-why', { hasText: 'lie in no tier' }).waitFor();
  await page.getByText('decisions looked at whole').waitFor();
  await gap.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await soon(() => gap.count()).toBe(0);
  await page.getByRole('button', { name: 'Undo all changes' }).click();
});

test('who changes a version in force is told so, and led to a new version', async () => {
  await choose("Head's commission");
  const note = page.locator('.in-force-note');
  await removeLine('(100% .. 120%)');
  await note.getByText('is in force').waitFor();
  await note.getByRole('button', { name: 'Make a new version' }).click();
  await page.locator('#amend-from:focus').waitFor();
  // Seen once, it is not told again until the text was as it was.
  await note.getByRole('button', { name: 'I have seen it' }).click();
  await note.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo all changes' }).click();
  await page.getByRole('button', { name: 'Undo all changes' }).waitFor({ state: 'detached' });
  await removeLine('(100% .. 120%)');
  await note.waitFor();
  await page.getByRole('button', { name: 'Undo all changes' }).click();
  await note.waitFor({ state: 'detached' });
});

test('nothing broke on the way', () => {
  expect(seen).toEqual(NOTHING);
});

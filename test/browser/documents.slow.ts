/** Texts in the page, in a real browser: found, changed, saved, kept while they are not saved, and never overwritten. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

const file = 'pay/commission.promoter.yaml';

let browser: Browser;
let context: BrowserContext;
let server: RunningServer;
let dir: string;
let seen: Seen;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser?.close());
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bylaw-page-'));
  cpSync('test/handbook/policies', dir, { recursive: true });
  server = await startServer({ handbookDir: dir });
  context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  seen = await watch(context, server.url);
});
afterEach(async () => {
  await context.close();
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

const onDisk = (): string => readFileSync(join(dir, file), 'utf8');
const write = (text: string): void => writeFileSync(join(dir, file), text);
const saveState = (page: Page): Promise<string | null> => page.locator('.save-state').textContent();
const text = (page: Page): Promise<string> =>
  page
    .locator('#text .view-lines')
    .innerText()
    .then((shown) => shown.replaceAll('\u00A0', ' '));

async function open(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  return page;
}

/** By its title, as a person looks for it. */
async function find(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('promoter commission');
  await page.getByRole('treeitem', { name: 'Promoter commission' }).first().click();
  await soon(() => text(page)).toContain('policy: commission.promoter');
}

/** Types at the end of the first line. */
async function type(page: Page, words: string): Promise<void> {
  await page.locator('#text .view-line', { hasText: 'policy:' }).first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.insertText(words);
}

test('a policy is found, changed and saved, and nothing else of it changes', async () => {
  const before = onDisk();
  const page = await open();
  expect(await saveState(page)).toBe('All saved');
  await find(page);
  await type(page, ' # ours');
  await soon(() => saveState(page)).toBe('Not saved1');
  await page.keyboard.press('Control+s');
  await soon(() => saveState(page)).toBe('All saved');
  expect(onDisk()).toBe(before.replace('policy: commission.promoter\n', 'policy: commission.promoter # ours\n'));
  // The address leads back to the file.
  await page.reload();
  await soon(() => text(page)).toContain('# ours');
  expect(seen).toEqual(NOTHING);
});

test('unsaved text is back after a reload, and the file was not touched', async () => {
  const before = onDisk();
  const page = await open();
  await find(page);
  await type(page, ' # not saved');
  await page.reload();
  await soon(() => text(page)).toContain('# not saved');
  expect(await saveState(page)).toBe('Not saved1');
  expect(onDisk()).toBe(before);
  // It is said, and can be thrown away and had again.
  await page.getByText('What you had typed and not saved is back').waitFor();
  await page.getByRole('button', { name: 'Throw away' }).click();
  await soon(() => saveState(page)).toBe('All saved');
  await page.getByRole('button', { name: 'Bring back' }).click();
  await soon(() => text(page)).toContain('# not saved');
});

test('unsaved text of a window that was closed is offered, also by a server that was started anew', async () => {
  const page = await open();
  await find(page);
  await type(page, ' # left behind');
  await page.waitForResponse(
    (response) => response.url().includes('/api/drafts/') && response.request().method() === 'PUT',
  );
  await page.close();
  await server.close();
  server = await startServer({ handbookDir: dir });
  const next = await open();
  await next.getByRole('button', { name: 'Bring back' }).click();
  await soon(() => text(next)).toContain('# left behind');
  expect(await saveState(next)).toBe('Not saved1');
  await next.getByRole('button', { name: 'Save', exact: true }).click();
  await soon(() => saveState(next)).toBe('All saved');
  expect(onDisk()).toContain('# left behind');
  await next.reload();
  await next.locator('.monaco-editor .view-line').first().waitFor();
  expect(await next.getByRole('button', { name: 'Bring back' }).count()).toBe(0);
});

test('while the server is away nothing is lost', async () => {
  const page = await open();
  await find(page);
  const { port } = new URL(server.url);
  await server.close();
  await type(page, ' # meanwhile');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'What you typed is kept in this browser' }).waitFor();
  expect(await text(page)).toContain('# meanwhile');
  await soon(() => page.evaluate('Object.keys(localStorage).length')).toBe(1);
  await page.close();
  server = await startServer({ handbookDir: dir, port: Number(port) });
  const next = await open();
  await next.getByRole('button', { name: 'Bring back' }).click();
  await soon(() => text(next)).toContain('# meanwhile');
});

test('a file that changes on disk is followed, as long as nobody types into it', async () => {
  const page = await open();
  await find(page);
  write(onDisk().replace('policy: commission.promoter', 'policy: commission.promoter # elsewhere'));
  await soon(() => text(page)).toContain('# elsewhere');
  expect(await saveState(page)).toBe('All saved');
});

test('two windows on one file: the second one to save decides with both texts before it', async () => {
  const [one, two] = [await open(), await open()];
  await find(one);
  await find(two);
  await type(one, ' # one');
  await type(two, ' # two');
  await one.keyboard.press('Control+s');
  await soon(() => saveState(one)).toBe('All saved');
  await two.getByRole('alert').filter({ hasText: 'changed elsewhere' }).waitFor();
  expect(await two.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await soon(() => two.locator('.places').innerText()).toContain('# one');
  expect(onDisk()).toContain('# one');

  await two.getByRole('button', { name: 'Keep mine' }).click();
  await two.getByRole('button', { name: 'Save', exact: true }).click();
  await soon(() => saveState(two)).toBe('All saved');
  expect(onDisk()).toContain('# two');
  expect(onDisk()).not.toContain('# one');
  await soon(() => text(one)).toContain('# two');
});

test('theirs is taken, or a text of both', async () => {
  const page = await open();
  await find(page);
  await type(page, ' # mine');
  write(`# theirs\n${onDisk()}`);
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await soon(() => text(page)).toContain('# theirs');
  expect(await text(page)).not.toContain('# mine');

  await type(page, ' # mine');
  write(`# again\n${onDisk()}`.replace('# theirs', '# theirs again'));
  await page.locator('.settle').getByRole('button', { name: 'Both texts' }).click();
  await page.locator('.settle .modified .view-line', { hasText: 'kind: tiers' }).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('# of both\n');
  await page.getByRole('button', { name: 'Use this text' }).click();
  await soon(() => text(page)).toContain('# of both');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await soon(() => saveState(page)).toBe('All saved');
  expect(onDisk()).toMatch(/^# of both\n/);
  expect(onDisk()).not.toContain('# theirs again');
});

test('two windows in different lines: the second one takes the other’s lines in, says so, and both are saved', async () => {
  const [one, two] = [await open(), await open()];
  await find(one);
  await find(two);
  await type(one, ' # one');
  await one.keyboard.press('Control+End');
  await one.keyboard.insertText('# the end\n');
  await one.keyboard.press('Control+Home');
  await type(two, ' # two');
  await one.keyboard.press('Control+s');
  await soon(() => saveState(one)).toBe('All saved');

  // The first line was changed by both: it is chosen, the rest comes by itself.
  const places = two.locator('.places fieldset');
  await soon(() => places.count()).toBeGreaterThan(0);
  for (const place of await places.all()) await place.getByText('Mine', { exact: true }).click();
  await two.getByRole('button', { name: 'Use this text' }).click();
  await two.keyboard.press('Control+s');
  await soon(() => saveState(two)).toBe('All saved');
  expect(onDisk()).toContain('# two');

  // Other lines need nobody.
  await soon(() => text(one)).toContain('# two');
  await type(one, ' # three');
  write(`${onDisk()}# from elsewhere\n`);
  await one.getByText('are now in your text').waitFor();
  expect(await saveState(one)).toBe('Not saved1');
  await one.getByRole('button', { name: 'I have seen it' }).click();
  await one.keyboard.press('Control+s');
  await soon(() => saveState(one)).toBe('All saved');
  for (const words of ['# three', '# the end', '# from elsewhere']) expect(onDisk()).toContain(words);
});

test('the server stops while a page saves and is started anew: the page says both, and saves what was typed', async () => {
  const page = await open();
  await find(page);
  await type(page, ' # before');
  await server.close();
  await page.keyboard.press('Control+s');
  await page.getByText('the page tries again by itself').waitFor();
  await type(page, ' # away');
  server = await startServer({ handbookDir: dir });
  await page.getByText('started anew with another address').waitFor();
  // The terminal's address, opened beside it, lets the page in again.
  const beside = await context.newPage();
  await beside.goto(server.url);
  await page.getByText('The server is back').waitFor();
  expect(await text(page)).toContain('# before # away');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await soon(() => saveState(page)).toBe('All saved');
  expect(onDisk()).toContain('# before # away');
});

test('eight windows hear of a change, though a browser keeps six connections', async () => {
  const pages: Page[] = [];
  for (let i = 0; i < 8; i += 1) {
    const page = await open();
    await find(page);
    pages.push(page);
  }
  write(`# to all\n${onDisk()}`);
  for (const page of pages) await soon(() => text(page)).toContain('# to all');
  // Whoever was connected goes; another window takes over.
  await pages[0]?.close();
  write(`# again\n${onDisk()}`);
  for (const page of pages.slice(1)) await soon(() => text(page)).toContain('# again');
});

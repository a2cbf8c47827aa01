/** What goes wrong while somebody works, in a real browser: the server is killed, the commit is another by now, there is no git, a change is undone. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { watch } from './watch.ts';

const path = 'pay/commission.promoter.yaml';
const history = 'pay/history/commission.promoter.v1.yaml';

let browser: Browser;
let context: BrowserContext;
let root: string;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser?.close());
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'bylaw-mishap-'));
  cpSync('test/handbook/policies', join(root, 'policies'), { recursive: true });
  context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
});
afterEach(async () => {
  await context.close();
  rmSync(root, { recursive: true, force: true });
});

const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const onDisk = (): string => readFileSync(join(root, 'policies', path), 'utf8');

async function serve(): Promise<string> {
  const server = await startServer({ handbookDir: join(root, 'policies') });
  onTestFinished(() => server.close());
  return server.url;
}

async function open(url: string): Promise<Page> {
  await watch(context, url);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${url}#${path}`);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.locator('.reading h1').waitFor();
  return page;
}

async function type(page: Page, words: string): Promise<void> {
  await page.locator('#text .view-line', { hasText: 'policy:' }).first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.insertText(words);
}

const shownText = (page: Page): Promise<string> =>
  page
    .locator('#text .view-lines')
    .innerText()
    .then((text) => text.replaceAll('\u00A0', ' '));

test('a new version is taken back, which is said, and comes back with what was typed', async () => {
  const page = await open(await serve());
  await page.locator('#tab-amend').click();
  await page.locator('.wish input[type=date]').fill('2027-01-01');
  await page.locator('.wish button[type=submit]').click();
  await soon(() => page.locator('.save-state').textContent()).toBe('Not saved2');
  await page.getByRole('button', { name: 'Take the new version back' }).click();
  await soon(() => page.locator('.save-state').textContent()).toBe('All saved');
  await page.getByRole('button', { name: 'Bring back' }).click();
  await soon(() => page.locator('.save-state').textContent()).toBe('Not saved2');
  await page.getByRole('button', { name: 'Take the new version back' }).waitFor();
});

test('undo takes back the file that a new version has made, and redo makes it again', async () => {
  const page = await open(await serve());
  await page.locator('#tab-amend').click();
  await page.locator('.wish input[type=date]').fill('2027-01-01');
  await page.locator('.wish input[lang="en"]').fill('To reward promotion');
  await page.locator('.wish button[type=submit]').click();
  await soon(() => page.locator('.save-state').textContent()).toBe('Not saved2');
  await page.locator('.text-head .switch button', { hasText: 'Text' }).click();
  await soon(() => shownText(page)).toContain('version: 2');
  await page.locator('#text .view-line').first().click();
  await page.keyboard.press('Control+z');
  await soon(() => page.locator('.save-state').textContent()).toBe('All saved');
  await page.keyboard.press('Control+y');
  await soon(() => page.locator('.save-state').textContent()).toBe('Not saved2');
  await page.keyboard.press('Control+s');
  await soon(() => page.locator('.save-state').textContent()).toBe('All saved');
  expect(existsSync(join(root, 'policies', history))).toBe(true);
  // Saved meanwhile: it stays, and the page says so.
  await page.locator('#text .view-line').first().click();
  await page.keyboard.press('Control+z');
  await page.getByText(`Undone. ${history} stays`).waitFor();
});

/** The command, as a process of its own that can be killed. */
async function command(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [resolve('engine/cli/bylaw.js'), 'edit', '--no-open'], { cwd: root });
  onTestFinished(() => void child.kill('SIGKILL'));
  const url = await new Promise<string>((found, failed) => {
    let out = '';
    child.stdout.on('data', (data: Buffer) => {
      out += String(data);
      const address = /http:\/\/\S+/.exec(out)?.[0];
      if (address !== undefined) found(address);
    });
    child.once('exit', () => failed(new Error(out)));
  });
  return { child, url };
}

test('the server is killed with the page open: the page says so, finds the next one at the same port, and nothing is lost', async () => {
  const first = await command();
  const page = await open(first.url);
  await type(page, ' # before');
  const gone = new Promise((done) => first.child.once('close', done));
  first.child.kill('SIGKILL');
  await gone;
  await page.getByText('the page tries again by itself').waitFor();
  await type(page, ' # away');
  const second = await command();
  expect(new URL(second.url).port).toBe(new URL(first.url).port);
  await page.getByText('started anew with another address').waitFor();
  const beside = await context.newPage();
  await beside.goto(second.url);
  await page.getByText('The server is back').waitFor();
  expect(await shownText(page)).toContain('# before # away');
  await page.keyboard.press('Control+s');
  await soon(() => page.locator('.save-state').textContent()).toBe('All saved');
  expect(onDisk()).toContain('# before # away');
});

test('killed and closed: the next page offers what was typed', async () => {
  const first = await command();
  const page = await open(first.url);
  const kept = page.waitForResponse((one) => one.url().includes('/api/drafts/') && one.request().method() === 'PUT');
  await type(page, ' # left');
  await kept;
  first.child.kill('SIGKILL');
  await page.close();
  const next = await open((await command()).url);
  await next.getByRole('button', { name: 'Bring back' }).click();
  await soon(() => shownText(next)).toContain('# left');
});

test('without git the page says that the files themselves are written, and writes them', async () => {
  process.env['GIT_CEILING_DIRECTORIES'] = tmpdir();
  onTestFinished(() => void delete process.env['GIT_CEILING_DIRECTORIES']);
  const page = await open(await serve());
  await type(page, ' # outside');
  await page.locator('.propose').first().click();
  await page.locator('dialog').getByText('The files themselves are written').waitFor();
  await page.locator('dialog').getByRole('button', { name: 'Save to the folder' }).click();
  await page.locator('.proposed').waitFor();
  expect(onDisk()).toContain('# outside');
});

test('another commit since the dialog opened, and a file that is gone: told, kept, and proposed the second time', async () => {
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Li');
  git('config', 'user.email', 'li@example.org');
  git('add', '.');
  git('commit', '-q', '-m', 'The handbook');
  rmSync(join(root, 'policies/pay/deal.cases.yaml'));
  const page = await open(await serve());
  await type(page, ' # mine');
  await page.locator('.propose').first().click();
  const submit = page.locator('dialog .proposal button[type=submit]');
  await submit.waitFor();
  writeFileSync(join(root, 'other.txt'), 'other');
  git('add', 'other.txt');
  git('commit', '-q', '-m', 'Somebody else');
  await soon(() => submit.isEnabled()).toBe(true);
  await submit.click();
  await page.locator('dialog').getByText('Another commit is checked out').waitFor();
  expect(git('branch', '--format=%(refname:short)')).toBe('main');
  await soon(() => submit.isEnabled()).toBe(true);
  await submit.click();
  await page.locator('.proposed').waitFor();
  const branch = git('branch', '--format=%(refname:short)')
    .split('\n')
    .find((name) => name !== 'main');
  expect(git('diff', '--name-status', 'main', branch ?? '')).toBe(
    `M\tpolicies/${path}\nD\tpolicies/pay/deal.cases.yaml`,
  );
});

test('a file is deleted after a question, and brought back', async () => {
  const page = await open(await serve());
  const before = onDisk();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(existsSync(join(root, 'policies', path))).toBe(true);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.getByText(`${path} is deleted`).waitFor();
  expect(existsSync(join(root, 'policies', path))).toBe(false);
  await page.getByRole('button', { name: 'Bring back' }).click();
  await soon(() => shownText(page)).toContain('policy: commission.promoter');
  await page.keyboard.press('Control+s');
  await soon(() => page.locator('.save-state').textContent()).toBe('All saved');
  expect(onDisk()).toBe(before);
});

/**
 * The walk of the editor's purpose: a person who only has the page changes the promoter's top rate from 2.5 % to 2.6 % from
 * 2027-01-01 and proposes it, without touching YAML and in at most 12 clicks. With BYLAW_SCREENSHOTS each step is kept there.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch } from './watch.ts';

const cli = resolve('engine/cli/bylaw.js');
const branch = 'commission.promoter-2027-01-01';

let browser: Browser;
let server: RunningServer;
let root: string;

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: root, encoding: 'utf8' }).trim();

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => browser?.close());
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'bylaw-walk-'));
  cpSync('policies', join(root, 'policies'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '李伟');
  git('config', 'user.email', 'li@example.org');
  git('add', '.');
  git('commit', '-q', '-m', 'The handbook');
  server = await startServer({ handbookDir: join(root, 'policies') });
});
afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const walks = [
  {
    locale: 'zh-CN',
    policy: '推广员提成',
    tiers: '分档',
    reason: 'zh-CN',
    why: '激励推广',
    subject: '推广员提成：第 2 版，自 2027-01-01 起',
    rises: '由 2.5% 提高为 2.6%',
  },
  {
    locale: 'en-US',
    policy: 'Promoter commission',
    tiers: 'Tiers',
    reason: 'en',
    why: 'To reward promotion',
    subject: 'Promoter commission: version 2 from 2027-01-01',
    rises: 'rises from 2.5% to 2.6%',
  },
] as const;

test.each(walks)('a rate is changed from a day on, and proposed, in $locale', async (walk) => {
  const context = await browser.newContext({ locale: walk.locale, viewport: { width: 1280, height: 800 } });
  const seen = await watch(context, server.url);
  const page = await context.newPage();
  const person = personAt(page, walk.locale);
  await page.goto(server.url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await person.looks('start');

  await person.clicks(page.locator('#tree input'));
  await page.keyboard.insertText(walk.policy);
  await person.looks('search');
  await person.clicks(page.locator('.tree-row', { hasText: walk.policy }).first());
  await page.locator('.file-title', { hasText: walk.policy }).waitFor();
  await person.clicks(page.locator('#tab-amend'));
  const day = page.locator('#amend-from');
  await day.waitFor();
  expect(await day.inputValue()).toMatch(/-01$/);
  await person.looks('amend');
  await person.clicks(day);
  await day.fill('2027-01-01');
  await person.clicks(page.locator(`.wish input[lang="${walk.reason}"]`));
  await page.keyboard.insertText(walk.why);
  await person.looks('wish');
  await person.clicks(page.locator('.wish button[type=submit]'));
  const rate = page
    .getByRole('grid', { name: walk.tiers, exact: true })
    .locator('tbody > tr:not([class])')
    .nth(8)
    .getByRole('gridcell')
    .nth(1);
  await rate.waitFor();
  await person.looks('new-version');
  await person.clicks(rate);
  await page.keyboard.type('2.6');
  await page.keyboard.press('Enter');
  await soon(() => page.locator('.amend .policy-words').innerText()).toContain(walk.rises);
  await person.looks('changed');
  await person.clicks(page.locator('.amend .propose'));
  await page.locator('dialog').waitFor();
  await soon(() => page.locator('dialog').innerText()).toContain(walk.rises);
  const message = page.locator('dialog textarea');
  await soon(() => message.inputValue()).toContain(walk.rises);
  await person.looks('dialog');
  const said = await message.inputValue();
  await person.clicks(page.locator('dialog .proposal button[type=submit]'));
  await page.locator('.proposed').waitFor();
  await person.looks('proposed');

  expect(person.count()).toBe(9);
  await soon(() => page.locator('.save-state').getAttribute('class')).toContain('saved');
  expect(seen).toEqual(NOTHING);
  await context.close();

  expect(git('status', '--porcelain')).toBe('');
  expect(git('log', '-1', '--format=%an <%ae>%n%B', branch)).toBe(`李伟 <li@example.org>\n${said}`);
  expect(said.split('\n')[0]).toBe(walk.subject);
  expect(git('diff', '--name-status', 'main', branch)).toBe(
    'M\tpolicies/pay/commission.promoter.yaml\nA\tpolicies/pay/history/commission.promoter.v1.yaml',
  );
  const path = 'policies/pay/commission.promoter.yaml';
  expect(git('show', `${branch}:policies/pay/history/commission.promoter.v1.yaml`)).toBe(git('show', `main:${path}`));
  expect(git('show', `${branch}:${path}`)).toContain('{ in: ">= 120%", rate: 2.6% }');
  git('checkout', '-q', branch);
  const report = review(walk.locale);
  const sentences = said.split('\n').filter((line) => line.startsWith('- '));
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(report).toContain(sentence);
});

/** The command line's report, without the marks of Markdown. */
function review(locale: string): string {
  const lang = locale === 'zh-CN' ? 'zh' : 'en';
  const args = [cli, 'review', '--base', 'main', '--lang', lang];
  return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).replaceAll(/[\\`\u200B\u2060]/g, '');
}

interface Person {
  readonly clicks: (what: Locator) => Promise<void>;
  readonly count: () => number;
  readonly looks: (name: string) => Promise<void>;
}

/** Counts clicks; typing is none. */
function personAt(page: Page, locale: string): Person {
  const folder = process.env['BYLAW_SCREENSHOTS'];
  let count = 0;
  let step = 0;
  return {
    count: () => count,
    clicks: async (what) => {
      count += 1;
      await what.click();
    },
    looks: async (name) => {
      if (folder === undefined) return;
      mkdirSync(folder, { recursive: true });
      step += 1;
      await page.waitForTimeout(1_500);
      const path = join(folder, `walk-${locale}-${String(step).padStart(2, '0')}-${name}.png`);
      await page.screenshot({ path });
    },
  };
}

/**
 * The walk that the editor is for with the keyboard alone: from the start page to the promoter's commission, a new version from
 * 2027-01-01, another top rate, and the proposal. After each key the focus is somewhere, in sight, and can be seen there.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch } from './watch.ts';

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
  root = mkdtempSync(join(tmpdir(), 'bylaw-keys-'));
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
  { locale: 'zh-CN', policy: '推广员提成', tiers: '分档', why: '激励推广', rises: '由 2.5% 提高为 2.6%' },
  {
    locale: 'en-US',
    policy: 'Promoter commission',
    tiers: 'Tiers',
    why: 'To reward promotion',
    rises: 'rises from 2.5% to 2.6%',
  },
] as const;

test.each(walks)('the keyboard alone changes a rate and proposes it, in $locale', async (walk) => {
  const context = await browser.newContext({ locale: walk.locale, viewport: { width: 1280, height: 800 } });
  const seen = await watch(context, server.url, 'form');
  const page = await context.newPage();
  const keys = keysOf(page);
  await page.goto(server.url);
  await page.locator('.form-heading').first().waitFor();

  // Tab comes first to a way past the header.
  await page.keyboard.press('Tab');
  await keys.press('Enter');
  expect(await keys.at('#tree [role="treeitem"]')).toBe(true);
  await keys.press('/');
  await page.keyboard.insertText(walk.policy);
  await keys.until('ArrowDown', `[role="treeitem"][title="pay/commission.promoter.yaml"]`);
  await keys.press('Enter');
  await page.locator('.file-title', { hasText: walk.policy }).waitFor();

  await keys.press('F6');
  await keys.press('F6');
  await keys.until('ArrowRight', '#tab-amend');
  await keys.until('Tab', '#amend-from');
  await keys.press('Control+a');
  await page.keyboard.type('2027-01-01');
  await keys.until('Tab', `.wish input[lang^="${walk.locale.slice(0, 2)}"]`);
  await page.keyboard.insertText(walk.why);
  await keys.until('Tab', '.wish button[type=submit]');
  await keys.press('Enter');
  await page.locator('.amend .made').waitFor();
  await keys.isSeen('after the new version was made');

  await keys.press('Shift+F6');
  expect(await keys.at('.form-view *')).toBe(true);
  await keys.until('Tab', `[role="grid"][aria-label="${walk.tiers}"] *`);
  for (let row = 0; row < 8; row += 1) await keys.press('ArrowDown');
  await keys.press('ArrowRight');
  await keys.press('2');
  await page.keyboard.type('.6');
  await keys.press('Enter');
  await soon(() => page.locator('.amend .policy-words').innerText()).toContain(walk.rises);
  await keys.isSeen('after the rate was changed');

  await keys.press('F6');
  expect(await keys.at('#tab-amend')).toBe(true);
  await keys.until('Tab', '.amend .propose');
  await keys.press('Enter');
  await soon(() => page.locator('dialog textarea').inputValue()).toContain(walk.rises);
  await keys.press('Escape');
  expect(await keys.at('.amend .propose')).toBe(true);
  await keys.press('Enter');
  await soon(() => page.locator('dialog textarea').inputValue()).toContain(walk.rises);
  await keys.until('Tab', 'dialog .proposal button[type=submit]');
  await keys.press('Enter');
  await page.locator('.proposed').waitFor();
  await keys.isSeen('after it was proposed');
  await keys.press('Escape');
  await soon(() => page.locator('dialog[open]').count()).toBe(0);
  await soon(() => page.locator('.save-state').getAttribute('class')).toContain('saved');
  await keys.isSeen('after the dialog was closed');

  await keys.press('?');
  await page.locator('dialog[open] .keys').waitFor();
  await keys.press('Escape');
  await soon(() => page.locator('dialog[open]').count()).toBe(0);
  await keys.isSeen('after the help was closed');
  expect(seen).toEqual(NOTHING);
  await context.close();
  expect(git('show', `${branch}:policies/pay/commission.promoter.yaml`)).toContain('{ in: ">= 120%", rate: 2.6% }');
});

interface Keys {
  /** Presses a key; then the focus is to be seen. */
  readonly press: (key: string) => Promise<void>;
  /** Presses a key as often as it takes. */
  readonly until: (key: string, selector: string) => Promise<void>;
  readonly at: (selector: string) => Promise<boolean>;
  readonly isSeen: (when: string) => Promise<void>;
}

const most = 60;

function keysOf(page: Page): Keys {
  const at = (selector: string): Promise<boolean> =>
    page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) === true`);
  // Where something is drawn anew the focus may come a moment later.
  const isSeen = async (when: string): Promise<void> => {
    await expect.poll(() => page.evaluate<string>(unseenFocus), { message: when, timeout: 5_000 }).toBe('');
  };
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key);
    await isSeen(`after ${key}`);
  };
  const until = async (key: string, selector: string): Promise<void> => {
    await page.locator(selector).first().waitFor({ state: 'attached' });
    for (let times = 0; times < most; times += 1) {
      if (await at(selector)) return;
      await press(key);
    }
    expect.fail(`${key} does not come to ${selector}`);
  };
  return { at, isSeen, press, until };
}

/** Why the focus cannot be seen; empty where it can. */
const unseenFocus = `(() => {
  const focus = document.activeElement;
  if (focus === null || focus === document.body || focus === document.documentElement) return 'nothing has the focus';
  const what = focus.outerHTML.slice(0, 120);
  const marked = focus.closest('td.active') ?? focus;
  const { top, bottom, left, right } = marked.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return 'out of sight: ' + what;
  const onTop = document.elementFromPoint((Math.max(0, left) + Math.min(innerWidth, right)) / 2, (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2);
  if (onTop !== null && !marked.contains(onTop) && !onTop.contains(marked) && onTop.closest('label') === null) return 'covered by ' + onTop.outerHTML.slice(0, 80) + ': ' + what;
  if (focus.closest('.monaco-editor') !== null) return '';
  const { outlineStyle, outlineWidth } = getComputedStyle(marked);
  return outlineStyle === 'none' || parseFloat(outlineWidth) === 0 ? 'not marked: ' + what : '';
})()`;

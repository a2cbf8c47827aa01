/** The page in a real browser, as a person uses it, on the handbook of the tests. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

/** A busy machine takes its time. */

const head = 'pay/commission.head.yaml';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let dir: string;
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let seen: Seen;

// The first run after a change builds the page.
beforeAll(async () => {
  // Of what is typed drafts are kept beside the handbook.
  dir = mkdtempSync(join(tmpdir(), 'bylaw-page-'));
  cpSync('test/handbook/policies', dir, { recursive: true });
  [server, browser] = await Promise.all([startServer({ handbookDir: dir }), launchChromium()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dir, { recursive: true, force: true });
});

async function open(locale: 'en-US' | 'zh-CN'): Promise<void> {
  context = await browser.newContext({ locale, viewport: { width: 1280, height: 800 } });
  seen = await watch(context, server.url);
  page = await context.newPage();
  await page.goto(server.url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.locator('.reading h1').waitFor();
}

async function choose(title: string): Promise<void> {
  await page.locator('.tree-row', { hasText: title }).first().click();
  await page.locator('.reading h1', { hasText: title }).waitFor();
}

function outcome(decision: string): Locator {
  return page.locator(`.outcome[data-decision="${decision}"]`);
}

/** Its line is taken out of the text; what is wrong then stands among the problems. */
async function removeTier(range: string): Promise<void> {
  await page.locator('#text .view-line', { hasText: range }).first().click();
  await page.keyboard.press('Control+Shift+K');
  await page.locator('#tab-problems').click();
}

async function selected(): Promise<void> {
  await page.locator('.monaco-editor.focused .selected-text').first().waitFor();
}

describe('in English', () => {
  beforeEach(() => open('en-US'));
  afterEach(async () => {
    expect(seen).toEqual(NOTHING);
    await context.close();
  });

  test('the address loses its token', () => {
    expect(new URL(page.url()).search).toBe('');
  });

  test('a policy reads as in the handbook that people are given', async () => {
    await choose("Head's commission");
    await soon(() => page.locator('.reading table').first().locator('tbody tr').count()).toBe(9);
    expect(await page.locator('.reading svg.chart').count()).toBe(1);
    expect(await page.locator('.reading .site').innerText()).toContain('O-1.3.3.3');
  });

  test('a link of the reading leads to its place in the text', async () => {
    await choose("Head's commission");
    await page.locator('.reading a', { hasText: 'Net sales' }).first().click();
    await selected();
    await soon(() => page.locator('.text-head .path').textContent()).toBe('pay/sales.yaml');
  });

  test('every kind of file has something to read', async () => {
    for (const [path, words] of [
      ['vocabulary/pay.yaml', 'Facts'],
      ['sources/O.yaml', 'O-1.3.3.3'],
      ['organization/pay.yaml', 'Head of the department'],
      ['parameters.yaml', 'Parameters'],
      ['pay/commission.head.cases.yaml', "Head's commission"],
      ['handbook.yaml', 'Policies'],
    ] as const) {
      await page.goto(`${page.url().replace(/#.*/, '')}#/${path}`);
      await soon(() => page.locator('.reading .site').innerText()).toContain(words);
    }
  });

  test('a tier that is taken out is missed, and the quick fix closes the hole', async () => {
    await choose("Head's commission");
    await removeTier('(100% .. 120%)');

    const problem = page.locator('.problem', { hasText: '(100% .. 120%)' });
    await problem.waitFor();
    await page.locator('.squiggly-error').first().waitFor();
    await soon(() => page.locator('.tree-row .dot.error').count()).toBeGreaterThan(0);

    await problem.click();
    await selected();
    await page.keyboard.press('Control+.');
    await page.getByText('Change [81% .. 100%] to [81% .. 120%)').last().waitFor();
    await page.keyboard.press('Enter');
    // What is left is a warning: nothing rests on the interpretation of the hole any more.
    await soon(() => problem.count()).toBe(0);
    await soon(() => page.locator('.tree-row .dot.error').count()).toBe(0);

    await page.getByRole('button', { name: 'Undo all changes' }).click();
    await soon(() => page.locator('.dot.changed').count()).toBe(0);
  });

  test('the message stands under the pointer', async () => {
    await choose("Head's commission");
    await removeTier('(100% .. 120%)');
    const box = await page.locator('.squiggly-error').first().boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 8);
    await soon(() => page.locator('.monaco-hover').first().textContent()).toContain('(100% .. 120%)');
  });

  test('an amount is worked out and explained', async () => {
    await choose("Head's commission");
    await page.getByRole('tab', { name: 'Try' }).click();
    await page.getByLabel('Completion of the sales target').fill('110');
    await page.getByLabel('Orders of the month').fill('50000');
    await page.getByLabel('Returned goods').fill('10000');
    const amount = outcome('commission.head.amount');
    await soon(() => amount.locator('.value').textContent()).toBe('1600.00 CNY');
    expect(await outcome('commission.head.rate').locator('.value').textContent()).toBe('4%');
    expect(await amount.locator('.flag').textContent()).toContain('No rate above 100 % and below 120 %.');
    const explanation = await amount.locator('.tree').first().textContent();
    for (const part of ['Tier 8 / 9', '(100% .. 120%)', 'sales.net', '40000.00 CNY', '0.01 CNY', 'half up'])
      expect(explanation).toContain(part);

    await page.getByLabel('Source only').check();
    await soon(() => amount.locator('.status').textContent()).toBe('undetermined');
    expect(await amount.locator('.reasons').textContent()).toContain('No rate above 100 % and below 120 %.');

    await page.getByLabel('Completion of the sales target').fill('95');
    await soon(() => amount.locator('.value').textContent()).toBe('1600.00 CNY');
    expect(await amount.locator('.flag').count()).toBe(0);
  });

  test('on a day before the first version nothing is in force', async () => {
    await choose("Head's commission");
    await page.getByRole('tab', { name: 'Try' }).click();
    await page.getByLabel('On the date').fill('2022-12-31');
    await page.locator('.warn', { hasText: 'no version' }).waitFor();
    await page.locator('.warn button').click();
    await soon(() => page.getByLabel('On the date').inputValue()).toBe('2023-01-01');
    await soon(() => page.locator('.warn').count()).toBe(0);
  });

  test('assistive technology finds its way', async () => {
    await choose("Head's commission");
    await page.evaluate(axe);
    for (const [tab, shown] of [
      ['Reading', '.reading h1'],
      ['Try', '.panel h3'],
      ['Problems', '.panel p, .panel h2'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.locator(shown).first().waitFor();
      // Monaco's own inside is its own affair.
      const violations = await page.evaluate<readonly string[]>(`axe
        .run({ exclude: ['.monaco-editor'] })
        .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`);
      expect(violations).toEqual([]);
    }
  });

  test('the keyboard alone chooses a policy, a tab and a language', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('head');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await soon(() => page.locator('.tree-row').nth(1).getAttribute('aria-current')).toBe('page');
    // One stop for the whole list.
    expect(await page.locator('.tree-row[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('F6');
    await soon(() => page.locator('#text .monaco-editor.focused').count()).toBe(1);
    await page.keyboard.press('F6');
    await page.keyboard.press('ArrowRight');
    await soon(() => page.getByRole('tab', { name: 'Try' }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '中文' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('tab', { name: '试算' }).waitFor();
  });
});

describe('in Chinese', () => {
  beforeEach(() => open('zh-CN'));
  afterEach(async () => {
    expect(seen).toEqual(NOTHING);
    await context.close();
  });

  test('everything is in Chinese, and the choice of English is remembered', async () => {
    await choose('部门主管提成');
    await soon(() => page.locator('.reading h1').textContent()).toBe('部门主管提成');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    const shown = await page.locator('.header, .files, .right').allTextContents();
    expect(shown.join(' ')).not.toMatch(/Version|Published|Reading|Policies|Problems|Clause/);

    await page.getByRole('button', { name: 'English' }).click();
    await soon(() => page.locator('.reading h1').textContent()).toBe("Head's commission");
    await page.reload();
    await page.getByRole('tab', { name: 'Reading' }).waitFor();
  });

  test('messages change their language with the page', async () => {
    await choose('部门主管提成');
    await removeTier('(100% .. 120%)');
    await page.locator('.problem', { hasText: '例如 110%' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('.problem', { hasText: 'for example 110%' }).waitFor();
  });

  test('a Chinese text can be typed', async () => {
    await choose('部门主管提成');
    await page.locator('.view-line', { hasText: 'title:' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.insertText('（试行）');
    await soon(() => page.locator('.reading h1').textContent()).toBe('部门主管提成（试行）');
  });
});

describe('the door', () => {
  /** A request as no browser would send it: the path goes over as it stands. */
  function status(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
    const { port } = new URL(server.url);
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  }
  const token = (): string => new URL(server.url).searchParams.get('token') ?? '';
  const cookie = (): string => `bylaw-${new URL(server.url).port}=${token()}`;

  test('opens with the token only', async () => {
    expect(await status('/')).toBe(401);
    expect(await status('/?token=wrong')).toBe(401);
    expect(await status('/api/handbook')).toBe(401);
    expect(await status('/api/handbook', { cookie: cookie() })).toBe(200);
  });

  test('stays shut for other origins', async () => {
    expect(await status('/api/handbook', { cookie: cookie(), origin: 'https://evil.example' })).toBe(403);
    expect(await status('/api/handbook', { cookie: cookie(), host: 'evil.example' })).toBe(403);
  });

  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/..%2f..%2fpackage.json',
    '/api/handbook/../../package.json',
  ])('%s leads nowhere', async (path) => {
    expect(await status(path, { cookie: cookie() })).toBe(404);
  });

  test('gives the handbook, and nothing beside it', async () => {
    const response = await fetch(new URL('/api/handbook', server.url), { headers: { cookie: cookie() } });
    const { files } = (await response.json()) as { readonly files: readonly { readonly path: string }[] };
    expect(files.map(({ path }) => path)).toContain(head);
    expect(files.filter(({ path }) => !path.endsWith('.yaml'))).toEqual([]);
  });

  test.each(['cors', 'no-cors'])('a page of another port cannot read it (%s)', async (mode) => {
    const other = createServer((_request, response) => response.end('<!doctype html>')).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const stranger = await browser.newContext();
    const elsewhere = await stranger.newPage();
    await elsewhere.goto(server.url);
    await elsewhere.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
    const address = JSON.stringify(new URL('/api/handbook', server.url).href);
    const read = `fetch(${address}, { mode: '${mode}', credentials: 'include' }).then(() => 'read', () => 'refused')`;
    expect(await elsewhere.evaluate(read)).toBe('refused');
    await stranger.close();
    other.close();
  });
});

/**
 * Every panel, the form of every kind, and the dialogs for people who hear the page or need letters of twice the size: in both
 * languages, 1280 pixels wide and at 200 % of that. Nothing is left out but the inside of Monaco (`.monaco-editor`), which is
 * its own affair. With BYLAW_SCREENSHOTS a picture of each is kept there.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const policy = 'pay/commission.promoter.yaml';
const panels = ['reading', 'try', 'cases', 'amend', 'history', 'inbox', 'coverage', 'problems'] as const;
const sizes = { wide: { width: 1280, height: 800 }, twice: { width: 640, height: 400 } } as const;
const kinds = [
  ...['handbook.yaml', 'parameters.yaml', 'vocabulary/pay.yaml', 'sources/T.yaml', 'organization/pay.yaml'],
  ...['pay/commission.promoter.cases.yaml', 'attendance/attendance.norms.yaml', 'sanctions/sanction.operations.yaml'],
  ...['centre/scorecard.copywriter.yaml', 'warehouse/returns.customer.yaml', 'attendance/attendance.stock.yaml'],
  ...['risk/risk.register.yaml', 'pay/pay.promoter.yaml', 'centre/appraisal.yaml', 'tea/shipping.yaml'],
  ...['warehouse/returns.interval.yaml', policy],
];

let root: string;
let browser: Browser;
let server: RunningServer;
let context: BrowserContext;
let page: Page;
let seen: Seen;

const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'bylaw-axe-'));
  cpSync('policies', join(root, 'policies'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '李伟');
  git('config', 'user.email', 'li@example.org');
  const file = join(root, 'policies', policy);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('rate: 2.5%', 'rate: 2.4%'));
  git('add', '.');
  git('commit', '-q', '-m', 'The handbook');
  writeFileSync(file, text);
  git('commit', '-q', '-a', '-m', 'The top rate');
  [server, browser] = await Promise.all([startServer({ handbookDir: join(root, 'policies') }), launchChromium()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(root, { recursive: true, force: true });
});
afterEach(async () => {
  expect(seen).toEqual(NOTHING);
  await context.close();
});

async function open(locale: 'en-US' | 'zh-CN', viewport: (typeof sizes)[keyof typeof sizes]): Promise<void> {
  context = await browser.newContext({ locale, viewport, reducedMotion: 'reduce' });
  seen = await watch(context, server.url, 'form');
  page = await context.newPage();
  await page.goto(`${server.url}#${policy}`);
  await page.locator('.form-heading').first().waitFor();
  await page.locator('.reading h1').waitFor();
  await page.evaluate(axe);
}

/** Nothing that is still being worked out is looked at. */
async function settled(within: string): Promise<void> {
  await soon(() => page.locator(`${within} :is(.working, [aria-busy="true"])`).count()).toBe(0);
}

/** What is wrong here for assistive technology, what runs over the right edge, and what makes the whole page scroll. */
async function faults(name: string, within: string): Promise<readonly string[]> {
  const to = process.env['BYLAW_SCREENSHOTS'];
  if (to !== undefined) {
    mkdirSync(to, { recursive: true });
    await page.screenshot({ path: join(to, `${name}.png`), fullPage: name.includes('twice') });
  }
  const found = await page.evaluate<readonly string[]>(`axe
    .run({ include: ['${within}'], exclude: ['.monaco-editor'] })
    .then(({ violations }) => violations.flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => [impact, id, html].join(' '))))`);
  const across = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  const down = await page.evaluate<number>('document.documentElement.scrollHeight - innerHeight');
  const isWide = sizes.wide.width === page.viewportSize()?.width;
  return [
    ...found,
    ...(across > 0 ? [`runs ${String(across)} pixels over the right edge`] : []),
    // In a narrow window the parts stand below each other.
    ...(down > 0 && isWide ? [`is ${String(down)} pixels higher than the window`] : []),
  ].map((one) => `${name}: ${one}`);
}

async function typeInFirstLine(): Promise<void> {
  await page.locator('#text .monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.insertText(' # typed');
}

// Each language and each size once; English has the longer words for the line of tabs.
const settings = [
  { locale: 'en-US', size: 'wide' },
  { locale: 'zh-CN', size: 'twice' },
] as const;

test.each(settings)('$locale, $size: panels, views and dialogs', { timeout: 300_000 }, async ({ locale, size }) => {
  await open(locale, sizes[size]);
  const as = (name: string): string => `${locale.slice(0, 2)}-${size}-${name}`;
  const found: string[] = [...(await faults(as('start'), 'body'))];
  for (const panel of panels) {
    await page.locator(`#tab-${panel}`).click();
    await page.locator('#panel > *').first().waitFor();
    await settled('#panel');
    found.push(...(await faults(as(panel), '#panels')));
    if (panel === 'inbox') {
      await page.locator('.inbox-row').first().click();
      await page.locator('.inbox-decide').waitFor();
      await settled('#panel');
      found.push(...(await faults(as('decide'), '#panels')));
    }
  }
  if (size === 'wide') {
    // All tabs stand in one line, each of them seen.
    const tabs = await Promise.all((await page.getByRole('tab').all()).map((tab) => tab.boundingBox()));
    expect(new Set(tabs.map((box) => box?.y)).size).toBe(1);
    for (const box of tabs) expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(sizes.wide.width);
  }
  await page.locator('#tree input').fill('O-1.3');
  await page.locator('.hit').first().waitFor();
  found.push(...(await faults(as('search'), '#tree')));
  await page.locator('#tree input').fill('');
  for (const [name, view, shown] of [
    ['form', 0, '.form-heading'],
    ['text', 1, '.monaco-editor .view-line'],
    ['both', 2, '.form-heading'],
  ] as const) {
    await page.locator('.text-head .switch button').nth(view).click();
    await page.locator(shown).first().waitFor();
    found.push(...(await faults(as(`view-${name}`), '#text')));
  }
  // Something to propose.
  await typeInFirstLine();
  await soon(() => page.locator('.header .propose').isEnabled()).toBe(true);
  for (const [name, button] of [
    ['help', '.header .round'],
    ['propose', '.header .propose'],
  ] as const) {
    await page.locator(button).click();
    await page.locator('dialog[open]').waitFor();
    await settled('dialog');
    found.push(...(await faults(as(name), 'dialog')));
    await page.keyboard.press('Escape');
    await soon(() => page.locator('dialog[open]').count()).toBe(0);
  }
  // The same line changes on the disk.
  const file = join(root, 'policies', policy);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('\n', ' # from elsewhere\n'));
  await page.locator('.settle').waitFor();
  for (const [index, name] of ['places', 'texts', 'mine', 'theirs'].entries()) {
    await page.locator('.settle .switch button').nth(index).click();
    found.push(...(await faults(as(`conflict-${name}`), '#text')));
  }
  await page.locator('.settle-acts > .quiet').nth(1).click();
  await page.locator('.settle').waitFor({ state: 'detached' });
  writeFileSync(file, text);
  await soon(() => page.locator('#text .view-line').first().textContent()).not.toContain('elsewhere');
  await typeInFirstLine();
  // Another window is offered what is typed here once this one is closed.
  await soon(() => page.evaluate("fetch('/api/drafts').then((r) => r.text())")).toContain('# typed');
  expect(seen).toEqual(NOTHING);
  await context.close();
  await open(locale, sizes[size]);
  await page.locator('.offer').waitFor();
  found.push(...(await faults(as('offer'), 'body')));
  await page.locator('.offer button').last().click();
  await page.locator('.offer').waitFor({ state: 'detached' });
  expect(found).toEqual([]);
});

test.each(['en-US', 'zh-CN'] as const)('%s: the form of every kind', { timeout: 300_000 }, async (locale) => {
  await open(locale, sizes.wide);
  const found: string[] = [];
  for (const path of kinds) {
    const title = page.locator('.text-head .path', { hasText: path });
    await page.evaluate(`location.hash = '${path}'`);
    await title.waitFor();
    await page.locator('.form-heading').first().waitFor();
    const folds = await page.locator('.form-unused > summary').count();
    for (let index = 0; index < Math.min(3, folds); index += 1)
      await page.locator('.form-unused > summary').nth(index).click();
    found.push(...(await faults(`${locale.slice(0, 2)}-kind-${path.replaceAll('/', '-')}`, '#text')));
  }
  expect(found).toEqual([]);
});

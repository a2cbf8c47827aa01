/** Slips and their index in a real browser: for assistive technology, on a screen and on A4 paper. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bylaw } from '../cli/terminal.ts';
import { smallFolder } from '../slips/small.ts';
import { launchChromium } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dir = mkdtempSync(join(tmpdir(), 'bylaw-slips-'));
const table = `no,姓名,sold,completion,bonus.set
7,王五,12345.67 CNY,120%,250 CNY
${'long-'.repeat(30)},李四,12345.67 CNY,100%,
8,赵六,12345.67,100%,
`;

let browser: Browser;
let page: Page;
const requested: string[] = [];

beforeAll(async () => {
  const argv = [
    'run',
    'pay.total',
    '--handbook',
    smallFolder,
    '--period',
    '2026-10',
    '--in',
    '-',
    '--slips',
    join(dir, 'o'),
  ];
  expect((await bylaw(argv, { stdin: table })).err).toContain('2 slips in');
  browser = await launchChromium();
  // axe brings itself in as a script, which the pages' own policy rightly forbids.
  const context = await browser.newContext({ bypassCSP: true });
  context.on('request', (request) => requested.push(request.url()));
  page = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true });
});

async function open(file: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(pathToFileURL(join(dir, 'o', file)).href);
}

test.each(['index.html', '0001-7.html'])('assistive technology finds its way in %s', async (file) => {
  await open(file, 1000);
  await page.evaluate(axe);
  const violations = await page.evaluate<readonly string[]>(`axe
    .run()
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`);
  expect(violations).toEqual([]);
});

// 680 CSS pixels are the width between the margins of A4, less than which nothing may need.
test.each([
  ['screen', 1000],
  ['screen', 380],
  ['print', 672],
] as const)('nothing runs over the edge: %s, %i pixels wide', async (media, width) => {
  await page.emulateMedia({ media });
  for (const file of ['index.html', '0001-7.html']) {
    await open(file, width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
});

test('on paper each language begins a page of its own', async () => {
  await page.emulateMedia({ media: 'print' });
  await open('0001-7.html', 672);
  const breaks = `[...document.querySelectorAll('article')].map((one) => getComputedStyle(one).breakAfter)`;
  expect(await page.evaluate(breaks)).toEqual(['page', 'auto']);
  expect(await page.locator('nav').isVisible()).toBe(false);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox ?\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
});

test('the index leads to the slip in the reader’s language, and the pages ask for nothing else', async () => {
  await page.emulateMedia({ media: 'screen' });
  await open('index.html', 1000);
  await page.locator('#en').getByRole('link', { name: '7', exact: true }).click();
  await page.waitForURL(/0001-7\.html#en$/);
  expect(await page.locator('#en h1').textContent()).toBe('Pay slip for October 2026');
  expect(requested.filter((url) => !url.startsWith('file:'))).toEqual([]);
});

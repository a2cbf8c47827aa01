/** The form view in a real browser: people change a policy without YAML, and the text follows with its comments. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../editor/server/server.ts';
import { launchChromium } from './chromium.ts';
import { shownText, squeezed } from './shown-text.ts';
import { soon } from './soon.ts';
import { NOTHING, watch, type Seen } from './watch.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(dir, { recursive: true, force: true });
});

async function open(locale: 'en-US' | 'zh-CN'): Promise<void> {
  context = await browser.newContext({
    locale,
    viewport: { width: 1280, height: 1900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  seen = await watch(context, server.url);
  page = await context.newPage();
  await page.goto(`${server.url}#${path}`);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.locator('.text-head .switch button').nth(2).click();
  await page.locator('.form-heading').first().waitFor();
}

const grid = (name: string): Locator => page.getByRole('grid', { name, exact: true });
const cell = (name: string, row: number, column: number): Locator =>
  grid(name).locator('tbody > tr:not([class])').nth(row).getByRole('gridcell').nth(column);

const textLines = async (): Promise<string> => squeezed(await shownText(page));

const copy = async (text: string): Promise<unknown> =>
  page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);

describe('in English', () => {
  beforeEach(() => open('en-US'));
  afterEach(async () => {
    expect(seen).toEqual(NOTHING);
    await context.close();
  });

  test('a rate is changed in the grid and the text follows; undo takes it back in both', async () => {
    await cell('Tiers', 8, 1).click();
    await page.keyboard.type('2.6');
    await page.keyboard.press('Enter');
    await soon(textLines).toContain(squeezed('">= 120%", rate: 2.6%'));
    await soon(() => cell('Tiers', 8, 1).textContent()).toContain('2.6%');
    await page.keyboard.press('Control+z');
    await soon(textLines).toContain(squeezed('">= 120%", rate: 2%'));
    await soon(() => cell('Tiers', 8, 1).textContent()).toContain('2%');
    await page.keyboard.press('Control+y');
    await soon(textLines).toContain(squeezed('rate: 2.6%'));
  });

  test('a broken tier says so between the rows while it is typed, and its fix mends it', async () => {
    await cell('Tiers', 2, 0).click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('[33% .. 50%]');
    const between = grid('Tiers').locator('.between');
    await soon(() => between.count()).toBe(1);
    // It is still being typed: the fix writes it as well.
    await between.getByRole('button').first().click();
    await soon(() => between.count()).toBe(0);
    await soon(() => cell('Tiers', 1, 0).textContent()).toContain('(30% .. 33%)');
    await soon(textLines).toContain(squeezed('[33% .. 50%]'));
  });

  test('three rows of three cells come from the clipboard as one step', async () => {
    await copy('[0% .. 20%]\t0.1%\tfractions\n"(20% .. 31%)"\t０．２％\tfractions\n[31% .. 50%]\t百分之一\t\n');
    await cell('Tiers', 0, 0).click();
    await page.keyboard.press('Control+v');
    await soon(() => cell('Tiers', 2, 1).textContent()).toContain('1%');
    expect(await textLines()).toContain(squeezed('- { in: "[0% .. 20%]", rate: 0.1%, rests-on: fractions }'));
    await page.keyboard.press('Control+z');
    await soon(() => cell('Tiers', 2, 1).textContent()).toContain('0.5%');
  });

  test('rows are added, moved and removed with the keyboard alone', async () => {
    await cell('Tiers', 8, 0).click();
    await page.getByRole('button', { name: 'Row below' }).first().click();
    await soon(() => grid('Tiers').locator('tbody > tr:not([class])').count()).toBe(10);
    await page.keyboard.type('> 200%');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await soon(textLines).toContain(squeezed('{ in: "> 200%", rate: 3% }'));
    await soon(() => cell('Tiers', 9, 1).textContent()).toContain('3%');
    await cell('Tiers', 9, 0).click();
    await page.keyboard.press('Alt+ArrowUp');
    await soon(() => cell('Tiers', 8, 0).textContent()).toContain('> 200%');
    await page.getByRole('button', { name: 'Remove row' }).first().click();
    await soon(() => grid('Tiers').locator('tbody > tr:not([class])').count()).toBe(9);
    await soon(textLines).not.toContain(squeezed('> 200%'));
  });

  test('on a slow computer no key is lost or goes astray, however fast they come', async () => {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 10 });
    await cell('Tiers', 8, 0).click();
    await page.getByRole('button', { name: 'Row below' }).first().click();
    const { keyboard } = page;
    // Nothing is waited for: neither the row nor its place is in the text yet when its cells are typed.
    await keyboard.type('> 200%');
    await keyboard.press('Tab');
    await keyboard.type('3');
    await keyboard.press('Enter');
    await keyboard.press('Alt+ArrowUp');
    await keyboard.type('2.75');
    await keyboard.press('Shift+Tab');
    await keyboard.type('> 300%');
    await keyboard.press('Enter');
    await keyboard.type('>= 110%');
    await keyboard.press('Enter');
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await soon(textLines).toContain(squeezed('- { in: "> 300%", rate: 2.75% } - { in: ">= 110%", rate: 2% }'));
    // As many steps back as were made.
    for (let step = 0; step < 7; step++) await keyboard.press('Control+z');
    await soon(textLines).toContain(squeezed('- { in: ">= 120%", rate: 2% } interpretations'));
  });

  test('a tier is split at a bound, merged again, and a row that is removed comes back', async () => {
    await cell('Tiers', 4, 0).click();
    await page.getByRole('button', { name: 'Split…' }).click();
    await page.keyboard.type('60');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1.2');
    await page.keyboard.press('Enter');
    await soon(textLines).toContain(
      squeezed('- { in: "[51% .. 60%)", rate: 1% } - { in: "[60% .. 80%]", rate: 1.2% }'),
    );
    await page.keyboard.press('ArrowUp');
    await page.getByRole('button', { name: 'Merge above' }).click();
    await soon(textLines).toContain(squeezed('- { in: "[51% .. 80%]", rate: 1.2% }'));
    await page.getByRole('button', { name: 'Remove row' }).first().click();
    await soon(textLines).not.toContain(squeezed('[51% .. 80%]'));
    await page.locator('.form-help').getByRole('button', { name: 'Undo' }).click();
    await soon(textLines).toContain(squeezed('- { in: "[51% .. 80%]", rate: 1.2% }'));
    await cell('Tiers', 4, 0).click();
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
    await soon(textLines).toContain(
      squeezed('- { in: "[51% .. 80%]", rate: 1% } - { in: "(80% .. 81%)", rate: 1%, rests-on: fractions }'),
    );
  });

  test('a rate becomes a gap with its note, and a value again', async () => {
    await cell('Tiers', 6, 1).click();
    const help = page.locator('.form-help');
    await help.getByRole('button', { name: 'Missing in the source' }).click();
    const note = page.getByRole('form', { name: 'Missing in the source' });
    await note.getByLabel('What is missing (Chinese)').fill('比率缺失');
    await note.getByLabel('What is missing (English)').fill('The rate is missing');
    await note.getByLabel('Its short name').fill('no rate');
    await note.getByRole('button', { name: 'Change', exact: true }).click();
    await soon(textLines).toContain(squeezed('{ in: "[81% .. 100%]", rate: undetermined(no-rate) }'));
    await soon(() => cell('Tiers', 6, 1).textContent()).toContain('left open');
    await help.getByRole('button', { name: 'A value', exact: true }).click();
    await page.keyboard.type('1.5');
    await page.keyboard.press('Enter');
    await soon(textLines).toContain(squeezed('{ in: "[81% .. 100%]", rate: 1.5% }'));
  });

  test('a block with a cell that cannot be read changes nothing and names the cell; what is converted is shown', async () => {
    const first = squeezed('"[0% .. 30%]", rate: 0%');
    await copy('[0% .. 30%]\t0.1%\n(30% .. 31%)\t15人');
    await cell('Tiers', 0, 0).click();
    await page.keyboard.press('Control+v');
    const help = page.locator('.form-help');
    await soon(() => help.textContent()).toContain('Row 2, Rate: “15人”');
    expect(await textLines()).toContain(first);
    await copy('[0% .. 30%]\t０．１％');
    await page.keyboard.press('Control+v');
    await soon(() => help.textContent()).toContain('０．１％ → 0.1%');
    await soon(textLines).not.toContain(first);
    await help.getByRole('button', { name: 'Undo' }).click();
    await soon(textLines).toContain(first);
  });

  test('a refusal can be closed, and goes with its file; the line of help lies above the grid', async () => {
    const help = page.locator('.form-help');
    await copy('15人');
    const refuse = async (): Promise<void> => {
      await cell('Tiers', 0, 1).click();
      await page.keyboard.press('Control+v');
      await soon(() => help.textContent()).toContain('Nothing was pasted');
    };
    await refuse();
    await help.getByRole('button', { name: 'Close' }).click();
    await soon(() => help.textContent()).toContain('Rate');
    await refuse();
    await page.setViewportSize({ width: 1280, height: 500 });
    // What is seen at the line's corners is the line.
    expect(
      await page.evaluate(`(() => {
        const line = document.querySelector('.form-help');
        const { left, right, top, bottom } = line.getBoundingClientRect();
        return [left + 4, left + 60, right - 60].every((x) =>
          [top + 3, bottom - 3].every((y) => line.contains(document.elementFromPoint(x, y))));
      })()`),
    ).toBe(true);
    await page.evaluate(`location.hash = 'pay/commission.promoter.yaml'`);
    await page.locator('.file-title', { hasText: 'Promoter commission' }).waitFor();
    await grid('Tiers').waitFor();
    await soon(() => help.textContent()).toContain('Arrows move');
  });

  test('the actions of a row stay in sight, and keys lead there and back', async () => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await cell('Tiers', 8, 1).click();
    await page.keyboard.press('Control+.');
    await soon(() => page.evaluate('document.activeElement.textContent')).toBe('Row above');
    expect(
      await page.evaluate(`document.activeElement.getBoundingClientRect().top >=
        document.querySelector('.form-view').getBoundingClientRect().top`),
    ).toBe(true);
    await page.keyboard.press('Control+.');
    await soon(() => page.evaluate(`document.activeElement.closest('.form-help') !== null`)).toBe(true);
    await page.keyboard.press('Control+.');
    await page.keyboard.type('2.6');
    await page.keyboard.press('Enter');
    await soon(() => cell('Tiers', 8, 1).textContent()).toContain('2.6%');
  });

  test('a bare part of one among percents says at the cell what it can mean, while it is typed', async () => {
    await cell('Tiers', 8, 1).click();
    await page.keyboard.type('0.026');
    await grid('Tiers').getByRole('button', { name: 'Write 2.6%', exact: true }).click();
    await soon(textLines).toContain(squeezed('">= 120%", rate: 2.6%'));
  });

  test('a field that is filled in for the first time keeps the keys that follow', async () => {
    const more = page.locator('.form-fields', { hasText: 'About this file' }).locator('summary').first();
    await more.click();
    const field = page.getByLabel('Why it was amended').first();
    await field.click();
    await page.keyboard.type('New year');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' 2027');
    await page.keyboard.press('Enter');
    await soon(textLines).toContain(squeezed('New year 2027'));
  });

  test('the form follows typing in the text, and keeps its last state while that cannot be read', async () => {
    await page.locator('.monaco-editor .view-line').nth(1).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('[');
    await page.locator('.form-trouble').waitFor();
    expect(await cell('Tiers', 0, 1).textContent()).toContain('0%');
    await page.keyboard.press('Backspace');
    await soon(() => page.locator('.form-trouble').count()).toBe(0);
  });
});

describe.each([
  ['en-US', 'Tiers'],
  ['zh-CN', '分档'],
] as const)('%s', (locale, tiers) => {
  test('the form is clean for people who hear or cannot use a mouse', async () => {
    await open(locale);
    await grid(tiers).waitFor();
    await page.evaluate(axe);
    const found = await page.evaluate<readonly string[]>(`axe
      .run({ include: ['.form'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`);
    expect(found).toEqual([]);
    expect(seen).toEqual(NOTHING);
    await context.close();
  });
});

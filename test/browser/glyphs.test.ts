/**
 * The test machine's browser draws Chinese. Blank space, or one box for every sign, would pass all tests that only read the
 * text of a page.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';

const SIGNS = ['汉', '字', '章', '龘', '，', '￥', '≥', '→', 'A'];
const UNASSIGNED = '\u{10FFFD}';
const EM_SPACE = '\u2003';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(async () => browser?.close());

/** What a canvas shows of each text: equal pictures are equal strings. A string, because no test file knows the DOM's types. */
async function pictures(texts: readonly string[], font: string): Promise<readonly string[]> {
  return page.evaluate<string[]>(`${JSON.stringify(texts)}.map((text) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 60 });
    const context = canvas.getContext('2d');
    context.font = '${font}';
    context.fillText(text, 5, 45);
    return canvas.toDataURL();
  })`);
}

test.each(['40px sans-serif', '40px serif', '40px monospace', 'bold 40px sans-serif'])(
  '%s has glyphs',
  async (font) => {
    const [blank, tofu, ...drawn] = await pictures([EM_SPACE, UNASSIGNED, ...SIGNS], font);
    expect(drawn).not.toContain(blank);
    expect(drawn).not.toContain(tofu);
    expect(new Set(drawn).size).toBe(SIGNS.length);
  },
);

test('bold is bold', async () => {
  const [plain, bold] = await Promise.all(['40px serif', 'bold 40px serif'].map(async (font) => pictures(SIGNS, font)));
  expect(bold?.filter((picture, index) => picture === plain?.[index])).toEqual([]);
});

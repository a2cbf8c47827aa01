/** Every sort of page for assistive technology, on a laptop, a phone and paper. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTHING } from '../browser/watch.ts';
import { openSite } from './open.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let site: Awaited<ReturnType<typeof openSite>>;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  page = await site.context.newPage();
}, 120_000);
afterAll(async () => {
  await site?.close();
});

const shown = [
  ...['index', 'clauses', 'clauses.A-1', 'interpretations', 'contradictions', 'versions', 'vocabulary.vocabulary'],
  ...['search', 'policy.organization', 'policy.bonus', 'policy.pay', 'policy.parcel', 'policy.card', 'policy.grade'],
  ...['policy.watch', 'policy.breach.line', 'policy.dangers', 'policy.complaint', 'policy.shop.days', 'policy.duties'],
  'policy.parameters',
];

test.each(['light', 'dark'] as const)(
  'assistive technology finds its way on every sort of page: %s',
  async (colorScheme) => {
    // axe brings itself in as a script, which the pages' own policy rightly forbids.
    const open = await site.browser.newContext({ bypassCSP: true, colorScheme });
    const other = await open.newPage();
    const found: string[] = [];
    for (const [i, name] of shown.entries()) {
      const path = `${i % 2 === 0 ? 'zh' : 'en'}/${name}.html`;
      await other.goto(site.addressOf(path));
      await other.evaluate(axe);
      const violations = await other.evaluate<readonly string[]>(`axe
      .run()
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html)))`);
      found.push(...violations.map((violation) => `${path} ${violation}`));
    }
    await open.close();
    expect(found).toEqual([]);
  },
);

// 672 CSS pixels are the width between the margins of A4, less than which nothing may need.
test.each([
  ['screen', 1280],
  ['screen', 360],
  ['print', 672],
] as const)('nothing runs over the edge: %s, %i pixels wide', async (media, width) => {
  await page.emulateMedia({ media });
  await page.setViewportSize({ width, height: 900 });
  const over: string[] = [];
  for (const name of shown) {
    for (const language of ['zh', 'en']) {
      await page.goto(site.addressOf(`${language}/${name}.html`));
      if (await page.evaluate(`document.documentElement.scrollWidth > ${width}`)) over.push(`${language}/${name}`);
    }
  }
  await page.emulateMedia({ media: 'screen' });
  expect(over).toEqual([]);
});

test('the pages asked for nothing but their own files, and kept their own content policy', () => {
  expect(site.seen).toEqual(NOTHING);
});

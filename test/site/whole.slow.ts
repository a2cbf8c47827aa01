/** The site of the project's whole handbook, and of one that is seven times as large. */
import { expect, test } from 'vitest';
import { loadHandbook } from '../../engine/host/load-handbook.ts';
import { isUnreadable } from '../../engine/tables/unreadable.ts';
import { brokenLinks, doubledIds } from './links.ts';
import { tinyHandbook, tinyTexts } from './tiny.ts';
import { siteFiles } from './whole.ts';

test('every link of the whole handbook arrives', async () => {
  const loaded = await loadHandbook('policies');
  if (isUnreadable(loaded)) throw new Error('policies/ cannot be read');
  const files = siteFiles(loaded.handbook);
  expect(brokenLinks(files)).toEqual([]);
  expect(doubledIds(files)).toEqual([]);
  for (const name of loaded.handbook.versions.keys()) expect(files.has(`zh/policy.${name}.html`)).toBe(true);
});

// One core of a small machine needs about a quarter of this.
const longest = 120_000;

test('two thousand policies', { timeout: 2 * longest }, () => {
  const made = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [
      `many/p${i}.yaml`,
      (tinyTexts['one/parcel.yaml'] ?? '').replace('policy: parcel', `policy: many.p${i}`),
    ]),
  );
  const start = performance.now();
  const handbook = tinyHandbook(made);
  const files = siteFiles(handbook);
  const written = performance.now();
  expect(files.size).toBeGreaterThan(4000);
  expect(brokenLinks(files)).toEqual([]);
  expect(written - start).toBeLessThan(longest);
});

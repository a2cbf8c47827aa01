/** How each kind of policy, and each page about all of them, is shown; read the golden files like pages. */
import { expect, test } from 'vitest';
import { kinds } from '../../engine/kinds/index.ts';
import { views } from '../../engine/site/views/index.ts';
import { brokenLinks, doubledIds } from './links.ts';
import { tinyHandbook } from './tiny.ts';
import { siteFiles } from './whole.ts';

const handbook = tinyHandbook();
const files = siteFiles(handbook);

test('the handbook of this test has no mistake and all kinds', () => {
  expect(handbook.diagnostics.map(({ code, span }) => `${code} ${span.file}`)).toEqual([]);
  const used = new Set([...handbook.versions.values()].flat().map(({ head }) => head.kind));
  expect(kinds.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
});

test('every kind has a view', () => {
  expect(Object.keys(views).sort()).toEqual(kinds.map(({ name }) => name).sort());
});

test('every link arrives', () => {
  expect(brokenLinks(files)).toEqual([]);
  expect(doubledIds(files)).toEqual([]);
});

const pages = [...files.keys()].filter((path) => path.endsWith('.html') && path.includes('/'));

test.each(pages)('%s', async (path) => {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(files.get(path) ?? '')?.[1] ?? '';
  await expect(`${main.trim()}\n`).toMatchFileSnapshot(`golden/${path.replace(/html$/, 'txt')}`);
});

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

/** What a page links to, without the places. */
function linksOf(path: string): ReadonlySet<string> {
  return new Set([...(files.get(path) ?? '').matchAll(/href="([^"#]*)/g)].map(([, href = '']) => href));
}

// Each pair leads to each other.
test.each([
  ['clauses.A-1.html', 'policy.bonus.html'],
  ['clauses.A-1.html', 'interpretations.html'],
  ['clauses.A-1.html', 'contradictions.html'],
  ['policy.bonus.html', 'interpretations.html'],
  ['policy.bonus.html', 'contradictions.html'],
  ['policy.bonus.html', 'policy.bonus.v1.html'],
])('%s and %s lead to each other', (one, other) => {
  expect(linksOf(`zh/${one}`)).toContain(other);
  expect(linksOf(`zh/${other}`)).toContain(one);
});

test('a clause leads to the examples that cite it, and to the decisions', () => {
  const clauses = files.get('en/clauses.A-1.html') ?? '';
  expect(clauses).toContain('href="policy.parcel.html#case.parcel.small-ones"');
  expect(clauses).toContain('href="policy.watch.html#decision.watch.short"');
  expect(files.get('en/policy.parcel.html')).toContain('id="case.parcel.small-ones"');
});

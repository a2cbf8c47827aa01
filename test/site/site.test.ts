/** The site of the tests' handbook as text. */
import { expect, test } from 'vitest';
import { changedTexts, handbookOf, policyTexts } from '../support/policies.ts';
import { brokenLinks, doubledIds } from './links.ts';
import { tinyHandbook, tinyTexts } from './tiny.ts';
import { siteFiles } from './whole.ts';

const small = siteFiles(handbookOf(policyTexts));

test('every link arrives, and no place stands twice', () => {
  expect(brokenLinks(small)).toEqual([]);
  expect(doubledIds(small)).toEqual([]);
});

test('a link that leads nowhere, or out of the site, is found', () => {
  const files = new Map([
    [
      'a.html',
      '<p id="here"><a href="#there"></a><a href="b.html"></a><a href="https://x.example/"></a><a href="#here">',
    ],
  ]);
  expect(brokenLinks(files).map(({ href }) => href)).toEqual(['#there', 'b.html', 'https://x.example/']);
});

test('both languages have the same pages', () => {
  const of = (language: string): readonly string[] =>
    [...small.keys()].filter((path) => path.startsWith(`${language}/`)).map((path) => path.slice(3));
  expect(of('en')).toEqual(of('zh'));
  expect(of('en').length).toBeGreaterThan(20);
});

test('one language alone has no link to the other', () => {
  const files = siteFiles(handbookOf(policyTexts), ['zh']);
  expect([...files.keys()].filter((path) => path.startsWith('en/'))).toEqual([]);
  expect(brokenLinks(files)).toEqual([]);
});

const hostile = `</title><script>alert(1)</script><img src=x onerror=alert(1)>'\\"&`;

test('markup in texts of authors stays text, in pages and in what the search loads', () => {
  const texts = changedTexts({
    file: 'pay/sales.yaml',
    find: 'en: Net sales of the month, zh: 当月净销售额',
    replace: `en: "${hostile}", zh: "${hostile}"`,
  });
  const files = siteFiles(handbookOf(texts));
  const page = files.get('en/policy.sales.html') ?? '';
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const tags = [...files].flatMap(([path, text]) =>
    path.endsWith('.html')
      ? [...text.matchAll(/<script(?! src="\.\.\/assets\/)|<img|onerror=alert\(1\)>/g)].map(([tag]) => `${path} ${tag}`)
      : [],
  );
  expect(tags).toEqual([]);
  expect(brokenLinks(files)).toEqual([]);
});

test('a file that cannot be read is told in the contents, and the others are shown', () => {
  const files = siteFiles(tinyHandbook({ 'one/parcel.yaml': 'policy: parcel\nkind: table\nversion: [\n' }));
  expect(files.get('en/index.html')).toContain('one/parcel.yaml');
  expect(files.has('en/policy.parcel.html')).toBe(false);
  expect(files.has('en/policy.pay.html')).toBe(true);
  expect(brokenLinks(files)).toEqual([]);
});

test('names that a file system cannot hold, or tell apart, have pages all the same', () => {
  const parcel = tinyTexts['one/parcel.yaml'] ?? '';
  const named = (name: string): string => parcel.replace('policy: parcel', `policy: ${name}`);
  const long = 'p'.repeat(300);
  const files = siteFiles(tinyHandbook({ 'a.yaml': named('Parcel'), 'b.yaml': named(long), 'c.yaml': named('包裹') }));
  const names = [...files.keys()].map((path) => path.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((path) => path.length > 200)).toEqual([]);
  expect(files.has('zh/policy.包裹.html')).toBe(true);
  expect(brokenLinks(files)).toEqual([]);
});

test('tiers of values do not speak of a rate and its base', () => {
  const tiers =
    'by: target\nmode: slab\ntiers:\n  - { in: "< 5 CNY", amount: 1 CNY }\n  - { in: ">= 5 CNY", amount: 2 CNY }\n';
  const head =
    'policy: coffee\nkind: tiers\nversion: 1\ntitle: { en: Coffee, zh: 咖啡 }\nscope: shop\nowner: manager\n';
  const page = siteFiles(tinyHandbook({ 'one/coffee.yaml': head + tiers })).get('en/policy.coffee.html');
  expect(page).toContain('The value of the tier reached holds.');
  expect(page).not.toContain('The rate of the tier');
});

/** The site of the tests' handbook as text. */
import { expect, test } from 'vitest';
import { changedTexts, handbookOf, policyTexts } from '../support/policies.ts';
import { brokenLinks, doubledIds } from './links.ts';
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

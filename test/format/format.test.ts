import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatPolicy, type Formatted } from '../../engine/format/format.ts';
import type { Spelling } from '../../engine/format/spelling.ts';
import { sourceFile } from '../../engine/source/source-file.ts';

const can = { en: ['can', 'cans'], zh: ['罐'], whole: true };
const spelling: Spelling = { currency: 'CNY', units: new Map(['can', 'cans', '罐'].map((form) => [form, can])) };
const format = (text: string): Formatted => formatPolicy(sourceFile('a.yaml', text), spelling);

const folder = new URL('pairs/', import.meta.url);
const pairs = globSync('*.before.yaml', { cwd: folder.pathname }).map((name) => name.replace('.before.yaml', ''));

test.each(pairs)('%s: as it was written, and in its usual form', async (name) => {
  const { text, diagnostics } = format(readFileSync(new URL(`${name}.before.yaml`, folder), 'utf8'));
  expect(diagnostics).toEqual([]);
  await expect(text).toMatchFileSnapshot(`pairs/${name}.after.yaml`);
  expect(format(text)).toEqual({ text, diagnostics: [] });
});

test.each([
  [
    'a mark of the encoding and the ends of lines of other systems',
    '\ufeffa: 1\r\n\r\n\r\nb: "x"\r\n',
    'a: 1\n\nb: x\n',
  ],
  ['no end of the last line', 'a: {b: 1}', 'a: { b: 1 }\n'],
  ['braces around the whole file', '{a: 1, b: [2]}', 'a: 1\nb: [2]\n'],
  ['brackets with nothing between them', 'a: {  }\nb: [ # none\n ]\n', 'a: {}\n# none\nb: []\n'],
  ['keys without values', 'a:\nb: # none\nc: {d: }\n', 'a:\nb: # none\nc:\n  d:\n'],
  ['lists in lists', 'a:\n-   - 1\n    -   2\n-\n  - {b: 1}\n', 'a:\n  - - 1\n    - 2\n  - - { b: 1 }\n'],
  ['a single entry in a list', 'a: [b: 1, c]', 'a: [{ b: 1 }, c]\n'],
  ['nothing but brackets', '{ } # none\n', '{ } # none\n'],
  ['only comments', '# a\n', '# a\n'],
  ['a key as long as a page', `{${'a'.repeat(1_200)}: {b: 1}}\n`, `{${'a'.repeat(1_200)}: {b: 1}}\n`],
  ['a text that reads like an interval with wide brackets', 'a: {b: "(）..)",c: 1}\n', 'a: { b: "(）..)", c: 1 }\n'],
  ['a key with a wide comma between braces', 'a: {"b，c": 1}\n', 'a: { "b，c": 1 }\n'],
  ['blanks at the end of a block of lines', 'a:\n    - >-\n        b\n        c  \n', 'a:\n  - >-\n    b\n    c  \n'],
  ['nesting without end', `a: ${'{a: '.repeat(60)}1${'}'.repeat(60)}\n`, `a: ${'{a: '.repeat(60)}1${'}'.repeat(60)}\n`],
])('%s', (_, before, after) => {
  expect(format(before).text).toBe(after);
  expect(format(after).text).toBe(after);
});

test.each([
  ['a: [1', 'yaml/bracket'],
  ['policy: a\nkind: formula\ndecisions: { b: { value: 1 + } }', 'expression/'],
  ['a: 1\na: 2\n', 'yaml/duplicate-key'],
])('%j is left as it is', (text, code) => {
  const { text: after, diagnostics } = format(text);
  expect(after).toBe(text);
  expect(diagnostics.map((one) => one.code)).toEqual(expect.arrayContaining([expect.stringContaining(code)]));
});

test('without a manifest the sign of the currency stays', () => {
  const text = 'policy: a\nkind: formula\ndecisions: { b: { value: 5元 } }\n';
  const { text: after } = formatPolicy(sourceFile('a.yaml', text), { currency: undefined, units: new Map() });
  expect(after).toBe('policy: a\nkind: formula\ndecisions: { b: { value: ¥5 } }\n');
});

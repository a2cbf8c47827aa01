/** The quick reader of the usual form says what the library says, or leaves the text to it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFile } from '../../engine/source/source-file.ts';
import { readUsual } from '../../engine/yaml/usual.ts';
import { changesOfUsual, expectAlike, usual } from './usual.ts';

test('a text in the usual form is read quickly', () => expect(expectAlike(usual)).toBe(true));

test('changes of it are read alike or left to the library', () => {
  const read = changesOfUsual(11).map(expectAlike);
  expect(read.filter((isRead) => isRead).length).toBeGreaterThan(100);
});

test.each([
  ['a key at the end of a text', 'a: b:'],
  ['a key at the end of a text in several lines', 'a: b\n  c:'],
  ['blanks behind an empty line of a block', 'a: >-\n  b\n\n    \nc: 1\n'],
  ['more words than are looked at', `a: [${'[ ] , '.repeat(18_000)}[]]\n`],
])('%s', (_, text) => expect(readUsual(sourceFile('a.yaml', text))).toBeUndefined());

test('nearly all files of the handbook are read quickly', () => {
  const root = join(import.meta.dirname, '../../policies');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  const read = files.filter(
    (path) => readUsual(sourceFile(path, readFileSync(join(root, path), 'utf8'))) !== undefined,
  );
  expect(read.length / files.length).toBeGreaterThan(0.97);
});

/** The project's own handbook: its files have their usual form. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatPolicy } from '../engine/format/format.ts';
import { spellingOf } from '../engine/format/spelling.ts';
import { readHandbook } from '../engine/program/handbook.ts';
import { sourceFile } from '../engine/source/source-file.ts';

const files = globSync('**/*.yaml', { cwd: 'policies' })
  .sort()
  .map((path) => sourceFile(path, readFileSync(join('policies', path), 'utf8')));

test('every file has its usual form', () => {
  const spelling = spellingOf(readHandbook(files));
  expect(files.filter((file) => formatPolicy(file, spelling).text !== file.text).map(({ name }) => name)).toEqual([]);
});

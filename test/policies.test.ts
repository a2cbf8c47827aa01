/** The project's own handbook: nothing is wrong with it, and its cases hold. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCases } from '../engine/cases/run.ts';
import { compile } from '../engine/compile/compile.ts';
import { evaluate } from '../engine/evaluate/evaluate.ts';
import { readHandbook } from '../engine/program/handbook.ts';
import { sourceFile } from '../engine/source/source-file.ts';

const files = globSync('**/*.yaml', { cwd: 'policies' })
  .sort()
  .map((path) => sourceFile(path, readFileSync(join('policies', path), 'utf8')));
const handbook = readHandbook(files);

test('nothing is wrong with it', () => {
  expect(handbook.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test.each([
  ['explaining', evaluate],
  ['compiled', (program, decision, facts, options) => compile(program).evaluate(decision, facts, options)],
] as const satisfies readonly (readonly [string, typeof evaluate])[])(
  'all cases hold on the %s evaluator',
  (_name, evaluator) => {
    const run = runCases(handbook, evaluator);
    expect(run.diagnostics).toEqual([]);
    expect(run.results.length).toBeGreaterThan(2000);
    expect(run.results.filter(({ differences }) => differences.length > 0)).toEqual([]);
  },
);

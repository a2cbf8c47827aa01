import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  compile,
  evaluate,
  explain,
  link,
  parseFactsJson,
  readFacts,
  readHandbook,
  renderExplanation,
  sourceFile,
  type Explained,
  type Outcome,
} from '../../engine/index.ts';

const paths = globSync('**/*.yaml', { cwd: 'policies' });

test('an application reads a handbook, asks it and explains the answer', () => {
  const handbook = readHandbook(paths.map((path) => sourceFile(path, readFileSync(`policies/${path}`, 'utf8'))));
  expect(handbook.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const program = link(handbook, { at: '2026-10-31' });
  const parsed = parseFactsJson('{"sales.ordered": "88000 CNY", "sales.returned": "8000 CNY"}');
  const facts = readFacts(program, 'raw' in parsed ? parsed.raw : {});
  const outcome: Outcome = evaluate(program, 'sales.net', facts);
  expect(outcome).toMatchObject({ status: 'determined', value: '80000.00 CNY' });
  expect(compile(program).evaluate('sales.net', facts)).toEqual(outcome);
  const explained: Explained = explain(program, 'sales.net', facts);
  expect(explained.outcome).toEqual(outcome);
  expect(renderExplanation(explained.explanation, 'zh')).toContain('80000.00 CNY');
});

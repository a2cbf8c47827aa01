import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { checkExpression } from '../../engine/expression/check.ts';
import type { Environment } from '../../engine/expression/environment.ts';
import { parseExpression } from '../../engine/expression/parse.ts';
import { functions } from '../../engine/ir/functions.ts';
import { weekdays } from '../../engine/ir/weekday.ts';
import type { Program } from '../../engine/ir/program.ts';
import { sourceOf } from '../expression/text.ts';
import { oracle } from '../oracle/oracle.ts';
import { decisionOf, programWith } from '../support/ir.ts';

const facts = { values: {}, unknown: [] };
const scope = 'pay';

/** An expression as the body of a decision, in the small organization of test/support/ir.ts; it reads no fact. */
function programOf(text: string): Program {
  const empty = programWith([]);
  const { expr, diagnostics } = parseExpression(sourceOf(text));
  const found: Diagnostic[] = [...diagnostics];
  let locals = 0;
  const env: Environment = {
    currency: empty.currency,
    scope,
    lookup: () => undefined,
    knows: () => false,
    names: () => [],
    unit: () => undefined,
    units: () => [],
    enumeration: (name) => (name === 'weekday' ? weekdays : undefined),
    posts: () => Object.keys(empty.organizations[scope]?.posts ?? {}),
    interpretation: () => undefined,
    interpretations: () => [],
    gap: () => undefined,
    gaps: () => [],
    report: (diagnostic) => found.push(diagnostic),
    fresh: () => ++locals,
  };
  const ir = checkExpression(expr, env);
  expect(found.map(({ message }) => message.en)).toEqual([]);
  return programWith([decisionOf('t.x', ir)]);
}

const examples = functions.map(({ name, example }) => [name, example] as const);

describe.each(examples)('the example of %s', (name, { expression, value }) => {
  test('reads the function', () => {
    expect(expression).toMatch(new RegExp(`(^|[ (])${name}\\(`));
  });

  test('has its value on all evaluators', () => {
    const program = programOf(expression);
    const determined = { status: 'determined', value };
    expect(evaluate(program, 't.x', facts)).toMatchObject(determined);
    expect(compile(program).evaluate('t.x', facts)).toMatchObject(determined);
    expect(oracle(program, 't.x', facts)).toMatchObject(determined);
  });
});

test.each(functions.map((one) => [one.name, one] as const))('%s is documented in both languages', (name, one) => {
  expect(one.signature.startsWith(`${name}(`)).toBe(true);
  expect(one.doc.en).toMatch(/^[A-Z][^]*[.?]$/);
  expect(one.doc.zh).toMatch(/\p{Script=Han}[^]*。$/u);
});

test('names are unique, and the evaluators are asked about each of them by data too', () => {
  const names = functions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const cases = readFileSync(new URL('../semantics/functions.yaml', import.meta.url), 'utf8');
  expect(names.filter((name) => !cases.includes(`[${name}, `))).toEqual([]);
});

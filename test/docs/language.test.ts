import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCases } from '../../engine/cases/run.ts';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { handbookOf } from '../support/policies.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { oracle } from '../oracle/oracle.ts';
import { blocksOf, examplesOf, filesOf } from './page.ts';

const pageOf = (name: string): string => readFileSync(`docs/${name}`, 'utf8');
const english = pageOf('language.md');
const blocks = blocksOf(english);
const files = filesOf(blocks);
const examples = examplesOf(blocks);

describe('the handbook of the page', () => {
  const handbook = handbookOf(files);

  test('checks without a finding, but for facts that only the examples read', () => {
    const found = handbook.diagnostics.filter(({ code }) => code !== 'handbook/unused-fact');
    expect(found.map(({ code, message, span }) => `${span.file} ${code} ${message.en}`)).toEqual([]);
  });

  test.each([
    ['explaining', evaluate],
    ['compiled', (program, ...question) => compile(program).evaluate(...question)],
  ] as const satisfies readonly (readonly [string, typeof evaluate])[])('passes its cases (%s)', (_name, evaluator) => {
    const { results, diagnostics } = runCases(handbook, evaluator);
    expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
    expect(results.flatMap(({ asked, differences }) => differences.map((one) => ({ ...asked, ...one })))).toEqual([]);
    expect(results.length).toBeGreaterThan(20);
  });
});

// Each expression becomes a policy like the one that the page shows, so that one that means nothing spoils no other.
const [head = ''] = (files['example.yaml'] ?? '').split(/^decisions:$/m);
const policyName = (index: number): string => `example.n${String(index)}`;
const withExamples = handbookOf({
  ...files,
  ...Object.fromEntries(
    examples.map(({ expression }, i) => [
      `${policyName(i)}.yaml`,
      `${head.replace('policy: example', `policy: ${policyName(i)}`)}decisions:\n  x: { value: ${JSON.stringify(expression)} }\n`,
    ]),
  ),
});
const program = link(withExamples, { at: '2026-10-31' });
const compiled = compile(program);

interface Told {
  readonly status: string;
  readonly value?: string;
  readonly flags: readonly string[];
  readonly reasons: readonly { readonly code: string }[];
  readonly error?: { readonly code: string };
}

/** An outcome as the page writes it. */
function written({ status, value, flags, reasons, error }: Told): string {
  if (status === 'error') return error?.code ?? '';
  if (status === 'undetermined') return `undetermined (${[...new Set(reasons.map(({ code }) => code))].join(', ')})`;
  if (status !== 'determined') return status;
  const ids = flags.map((flag) => flag.slice(flag.indexOf('#') + 1));
  return `${value ?? ''}${ids.length === 0 ? '' : ` (flag ${ids.join(', ')})`}`;
}

test.each(examples.map((example, i) => [`${example.expression} → ${example.result}`, i] as const))('%s', (_line, i) => {
  const { result, facts: given } = examples[i]!;
  const found = withExamples.diagnostics.filter(({ span }) => span.file === `${policyName(i)}.yaml`);
  const blocking = found.filter(({ blocks: meansNothing }) => meansNothing).map(({ code }) => code);
  if (blocking.length > 0) {
    expect(blocking).toContain(result);
    return;
  }
  const facts = readFacts(program, parse(given, { schema: 'failsafe' }) as RawFacts);
  expect(facts.unknown).toEqual([]);
  const decision = `${policyName(i)}.x`;
  expect(written(evaluate(program, decision, facts))).toBe(result);
  expect(written(compiled.evaluate(decision, facts))).toBe(result);
  expect(written(oracle(program, decision, facts))).toBe(result);
});

test('the page has many examples, good and bad', () => {
  expect(examples.length).toBeGreaterThan(100);
  expect(examples.filter(({ result }) => result.includes('/') && !/\d/.test(result)).length).toBeGreaterThan(20);
});

test('the table of reasons names all that there are', () => {
  const source = readFileSync('engine/ir/outcome.ts', 'utf8');
  const [, union = ''] = /export type ReasonCode =([^;]*);/.exec(source) ?? [];
  const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(10);
  for (const page of ['language.md', 'language.zh-CN.md'].map(pageOf)) {
    expect(codes.filter((code) => !page.includes(`| \`${String(code)}\` |`))).toEqual([]);
  }
});

test('the Chinese page has the same examples', () => {
  expect(blocksOf(pageOf('language.zh-CN.md'))).toEqual(blocks);
});

import { expect, test } from 'vitest';
import { runCases } from '../../engine/cases/run.ts';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { changedTexts, handbookOf, pointedAt, policyTexts } from '../support/policies.ts';

const evaluators = [
  ['explaining', evaluate],
  ['compiled', (program, decision, facts, options) => compile(program).evaluate(decision, facts, options)],
] as const satisfies readonly (readonly [string, typeof evaluate])[];

const cases = (body: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(policyTexts).filter(([path]) => !path.endsWith('.cases.yaml'))),
  'pay/x.cases.yaml': `cases-of: commission.head\nat: 2026-10-31\ncases:\n${body}`,
});
const given = 'given: { sales.ordered: 45000 CNY, sales.returned: 5000 CNY, sales.completion: 110% }';

// What a case wrongly expects, and what is told to differ.
test.each([
  ['a wrong value', '.rate: { value: 5%, flags: [between-100-and-120] }', ['value: 5% ≠ 4%']],
  ['the same value in other words', '.amount: { value: 1600元, flags: [between-100-and-120] }', []],
  ['no flag where there is one', '.rate: 4%', ['flags:  ≠ commission.head#between-100-and-120']],
  [
    'another flag',
    '.rate: { value: 4%, flags: [fractions] }',
    ['flags: commission.head#fractions ≠ commission.head#between-100-and-120'],
  ],
  ['a status', '.rate: undetermined', ['status: undetermined ≠ determined']],
  ['a version', '.rate: { value: 4%, flags: [between-100-and-120], version: 2 }', ['version: 2 ≠ 1']],
  [
    'an error that is none',
    '.rate: { status: error, code: fact/contradiction }',
    ['status: error ≠ determined', 'code: fact/contradiction ≠ '],
  ],
  ['a value that is none', '.rate: { value: four, flags: [between-100-and-120] }', ['value']],
])('told apart: %s', (_name, expected, differences) => {
  const run = runCases(handbookOf(cases(`  - { id: a, ${given}, expect: { ${expected} } }\n`)), evaluate);
  const found = run.results.flatMap((result) =>
    result.differences.map(({ what, expected: wanted, found: is }) => `${what}: ${wanted} ≠ ${is}`),
  );
  if (differences[0] === 'value') expect(found.join()).toContain('value: four (');
  else expect(found).toEqual(differences);
});

test.each([
  ['as the policy writes them', '安排卸货，清点', 0],
  ['in half width', '安排卸货,清点', 0],
  ['in other words', '安排卸货；清点', 1],
])('texts of a policy: %s', (_name, zh, differing) => {
  const path = 'organization/pay.yaml';
  const duties = 'duties: [{ en: Unloading, zh: "安排卸货，清点" }]';
  const post = 'reports-to: { unstated: above-the-head }\n    head-count: 1\n';
  const text = changedTexts({ file: path, find: post, replace: `${post}    ${duties}\n` })[path] ?? '';
  const run = runCases(
    handbookOf({
      ...Object.fromEntries(Object.entries(policyTexts).filter(([at]) => !at.endsWith('.cases.yaml'))),
      [path]: text,
      'x.cases.yaml': `cases-of: organization.pay\nat: 2026-10-31\ncases:\n  - id: a\n    expect:\n      .duties on head: '[{en: "Unloading", zh: "${zh}"}]'\n`,
    }),
    evaluate,
  );
  expect(run.results.filter(({ differences }) => differences.length > 0)).toHaveLength(differing);
  expect(run.results).toHaveLength(1);
});

test('reasons are compared in full: which, and how many', () => {
  const run = (reasons: string): readonly string[] => {
    const body = `  - { id: a, given: {}, expect: { .amount: { status: undetermined, reasons: [${reasons}] } } }\n`;
    return runCases(handbookOf(cases(body)), evaluate).results.flatMap(({ differences }) =>
      differences.map(({ what }) => what),
    );
  };
  const all = '{ fact: sales.completion }, { fact: sales.ordered }, { fact: sales.returned }';
  expect(run(all)).toEqual([]);
  expect(run('{ fact: sales.completion }')).toEqual(['number of reasons']);
  expect(run(`${all.replace('sales.completion', 'sales.target')}`)).toEqual(['reason']);
});

test('source-only: `same` and a status are both compared', () => {
  const table = (rows: string): string =>
    `  - id: a\n    given: { sales.ordered: 45000 CNY, sales.returned: 5000 CNY }\n    columns: [sales.completion, .rate, flags, source-only]\n    rows: [${rows}]\n`;
  const failures = (rows: string): number =>
    runCases(handbookOf(cases(table(rows))), evaluate).results.filter(({ differences }) => differences.length > 0)
      .length;
  expect(failures('[95%, 4%, [], same], [110%, 4%, [between-100-and-120], undetermined]')).toBe(0);
  expect(failures('[110%, 4%, [between-100-and-120], same]')).toBe(1);
  expect(failures('[95%, 4%, [], undetermined]')).toBe(1);
});

test('flags and source-only speak for the decisions since the last such column', () => {
  const body = (second: string): string =>
    `  - id: a\n    given: { sales.ordered: 45000 CNY, sales.returned: 5000 CNY }\n    columns: [sales.completion, .rate, flags, source-only, sales.net, flags, source-only]\n    rows: [[110%, 4%, [between-100-and-120], undetermined, 40000.00 CNY, ${second}]]\n`;
  const failures = (second: string): number =>
    runCases(handbookOf(cases(body(second))), evaluate).results.filter(({ differences }) => differences.length > 0)
      .length;
  expect(failures('[], same')).toBe(0);
  expect(failures('[between-100-and-120], same')).toBeGreaterThan(0);
  expect(failures('[], undetermined')).toBe(1);
});

// Mistakes in the file of cases itself.
test.each([
  [
    'an unknown column',
    '  - { id: a, columns: [sales.completon, .rate], rows: [[95%, 4%]] }\n',
    ['cases/unknown-column at sales.completon'],
  ],
  [
    'a row that is too short',
    '  - { id: a, columns: [sales.completion, .rate], rows: [[95%]] }\n',
    ['cases/row-length at [95%]'],
  ],
  ['nothing expected', `  - { id: a, ${given} }\n`, ['cases/nothing-expected at a']],
  [
    'a key that does not exist',
    `  - { id: a, ${given}, expect: { .rate: { value: 4%, flag: x } } }\n`,
    ['cases/unknown-key at flag'],
  ],
  ['an unknown decision', `  - { id: a, ${given}, expect: { .rte: 4% } }\n`, ['cases/unknown-column at .rte']],
])('told: %s', (_name, body, expected) => {
  const texts = cases(body);
  const found = runCases(handbookOf(texts), evaluate).diagnostics.map(
    (one) => `${one.code} at ${pointedAt(one, texts)}`,
  );
  expect(found).toEqual(expected);
});

test('a set parameter that does not read is told, and nothing is computed from it', () => {
  const head = 'version: 1\neffective: { from: 2023-01-01 }\npublished: 2022-12-20\ntitle: { en: A, zh: 甲 }\n';
  const texts = {
    ...cases('  - { id: a, set: { limit: "*" }, expect: { least.amount: 1 CNY } }\n'),
    'limit.yaml': `policy: limits\nkind: parameters\n${head}parameters:\n  limit: { title: { en: A, zh: 甲 }, scope: pay, owner: head, type: money, value: unset }\n`,
    'least.yaml': `policy: least\nkind: formula\n${head}scope: pay\nowner: head\ndecisions:\n  amount: { value: "min(limit, 5 CNY)" }\n`,
  };
  for (const [, evaluator] of evaluators) {
    const { diagnostics, results } = runCases(handbookOf(texts), evaluator);
    expect(diagnostics.map((one) => `${one.code} at ${pointedAt(one, texts)}`)).toEqual(['cases/wrong-value at "*"']);
    expect(results.map(({ outcome }) => outcome.status)).toEqual(['undetermined']);
  }
});

import { expect, test } from 'vitest';
import {
  addCase,
  applyEdits,
  casesOf,
  explainCase,
  prefillsOfCases,
  prefillsOfTable,
  proposedCases,
  removeCase,
  tryPolicy,
  updateFile,
  type CasesOfPolicy,
  type NewCase,
  type Workspace,
} from '../../engine/service/index.ts';
import { changed, textOf, workspace } from './handbook.ts';

const promoter = 'pay/commission.promoter.yaml';
const file = 'pay/commission.promoter.cases.yaml';
const at = '2026-10-31';
const tried: NewCase = {
  question: {
    path: promoter,
    at,
    facts: { 'sales.completion': '110' },
    sourceOnly: false,
    decision: 'commission.promoter.rate',
  },
  id: 'my case',
  cites: ['O-1.3.3.2'],
  confirmed: true,
};

function found(from: Workspace): CasesOfPolicy {
  const cases = casesOf(from, promoter);
  if (cases === undefined) throw new Error('no cases');
  return cases;
}

/** The handbook after a change, and the file's text. */
function after(from: Workspace, change: ReturnType<typeof addCase>): readonly [Workspace, string] {
  if ('refused' in change) throw new Error(change.refused.en);
  const path = change.files?.[0]?.path ?? change.edits[0]?.span.file ?? '';
  const before = from.readings.get(path)?.file.text ?? '';
  const text = change.files?.[0]?.text ?? applyEdits(before, change.edits);
  return [updateFile(from, path, text), text];
}

const failing = ({ cases }: CasesOfPolicy): readonly (readonly [string, string, string, string])[] =>
  cases.flatMap(({ label, asked }) =>
    asked.flatMap(({ differences }) => differences.map((one) => [label, one.what, one.expected, one.found] as const)),
  );

test('all cases of a policy hold, and a changed rate breaks those that show it, with both values', () => {
  expect(failing(found(workspace))).toEqual([]);
  const broken = found(changed(promoter, 'in: "[31% .. 50%]", rate: 1%', 'in: "[31% .. 50%]", rate: 1.2%'));
  expect(failing(broken)).toContainEqual(['every-edge · 7', 'value', '1%', '1.2%']);
  const [first] = broken.cases;
  expect(first && explainCase(workspace, promoter, first.span, 1)?.outcome.decision).toBe('commission.promoter.amount');
});

test('what was tried is added behind the others, in the way of the file', () => {
  const [with1, text] = after(workspace, addCase(workspace, tried));
  expect(text.startsWith(textOf(file).trimEnd())).toBe(true);
  expect(text.slice(textOf(file).trimEnd().length)).toBe(`
  - id: my-case
    cites: [O-1.3.3.2]
    given:
      sales.completion: 110%
    expect:
      .rate: { value: 2%, flags: [between-100-and-120] }
`);
  const own = found(with1).cases.find(({ label }) => label === 'my-case');
  expect(own?.recorded).toBe(false);
  expect(failing(found(with1))).toEqual([]);
  expect(addCase(with1, tried)).toHaveProperty('refused');
});

test('what nobody confirmed says that it is recorded', () => {
  const [with1, text] = after(workspace, addCase(workspace, { ...tried, confirmed: false }));
  expect(text).toContain('    recorded: true\n');
  expect(found(with1).cases.find(({ label }) => label === 'my-case')?.recorded).toBe(true);
});

test('what is undetermined, left out or a list is written as the evaluator takes it', () => {
  const path = 'pay/pay.promoter.yaml';
  const facts = { 'plan.completion': '64', promoters: [{ completion: '64' }, {}] };
  const question = { path, at, facts, sourceOnly: false, decision: '' };
  const [with1, text] = after(workspace, addCase(workspace, { ...tried, question }));
  expect(text).toContain('      promoters: [{ completion: 64% }, {}]\n');
  expect(casesOf(with1, path)?.cases.flatMap(({ asked }) => asked.flatMap(({ differences }) => differences))).toEqual(
    [],
  );
});

test('a policy without cases gets a file of its own', () => {
  const alone = 'pay/new.yaml';
  const text = textOf(promoter).replace('policy: commission.promoter', 'policy: commission.new');
  const with1 = updateFile(workspace, alone, text);
  const question = { ...tried.question, path: alone, decision: 'commission.new.rate' };
  const [with2, made] = after(with1, addCase(with1, { ...tried, question }));
  expect(made.split('\n').slice(0, 4)).toEqual(['cases-of: commission.new', `at: ${at}`, 'cases:', '  - id: my-case']);
  expect(casesOf(with2, alone)?.files).toEqual(['pay/new.cases.yaml']);
  expect(casesOf(with2, alone)?.cases.map(({ asked }) => asked[0]?.differences)).toEqual([[]]);
});

test('a row is taken away alone, the last case of a file stays', () => {
  const [, second] = found(workspace).cases;
  if (second === undefined) throw new Error('no second case');
  const [with1, text] = after(workspace, removeCase(workspace, second.span));
  expect(text.split('\n').length).toBe(textOf(file).split('\n').length - 1);
  expect(found(with1).cases.length).toBe(found(workspace).cases.length - 1);
  const one = `cases-of: commission.promoter\nat: ${at}\ncases:\n  - id: one\n    given: { sales.completion: 80% }\n    expect: { .rate: 1.5% }\n`;
  const only = updateFile(workspace, file, one);
  const [last] = found(only).cases.filter(({ span }) => span.file === file);
  expect(last && removeCase(only, last.span)).toHaveProperty('refused');
});

test('facts are proposed for all that no case shows, and show it', () => {
  const one = `cases-of: commission.promoter\nat: ${at}\ncases:\n  - id: one\n    given: { sales.completion: 80% }\n    expect: { .rate: 1.5% }\n`;
  let now = updateFile(workspace, file, one);
  const missing = found(now).missing.flatMap(({ needs }) => needs);
  const proposed = proposedCases(
    now,
    promoter,
    at,
    missing,
    found(now).cases.map(({ given }) => given),
  );
  expect(missing.length).toBeGreaterThan(20);
  expect(proposed.length).toBe(missing.length);
  proposed.forEach(({ facts, decision }, i) => {
    [now] = after(now, addCase(now, { ...tried, id: `p${i}`, question: { ...tried.question, facts, decision } }));
  });
  expect(found(now).missing).toEqual([]);
});

test('a trial starts from a case, or from a row of a table whose columns are called like facts', () => {
  const row = prefillsOfCases(workspace, promoter).find(({ title }) => title.en === 'every-edge · 4');
  expect(row?.facts['sales.completion']).toBe('30%');
  const fields = tryPolicy(workspace, tried.question)?.fields ?? [];
  const table = [
    ['工号', '销售目标完成率', '当月退货金额'],
    ['S-11', '92', ''],
  ];
  expect(prefillsOfTable(table, fields)).toEqual([
    { title: { en: 'S-11', zh: 'S-11' }, facts: { 'sales.completion': '92' } },
  ]);
  expect(prefillsOfTable([['who'], ['x']], fields)).toEqual([]);
});

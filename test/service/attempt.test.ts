import { expect, test } from 'vitest';
import { tryPolicy, updateFile, type Attempt, type Question } from '../../engine/service/index.ts';
import { changed, head, textOf, workspace } from './handbook.ts';

const at = '2026-10-31';
const facts = { 'sales.completion': '110', 'sales.ordered': '50000', 'sales.returned': '10000' };

function attempt(question: Partial<Question> = {}, handbook = workspace): Attempt {
  const found = tryPolicy(handbook, { path: head, at, facts, sourceOnly: false, ...question });
  if (found === undefined) throw new Error('no policy');
  return found;
}

function outcomes({ explanations }: Attempt): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    explanations.map(({ outcome }) => [outcome.decision, outcome.value ?? outcome.error?.code ?? outcome.status]),
  );
}

test('the form asks for all that the decisions can come to read', () => {
  const { fields } = attempt({ facts: {} });
  expect(fields.map(({ name, type, computed }) => [name, type, computed])).toEqual([
    ['sales.completion', 'percent', true],
    ['sales.ordered', 'money(CNY)', false],
    ['sales.returned', 'money(CNY)', false],
    ['sales.target', 'money(CNY)', false],
  ]);
});

test('digits take the unit that the form shows', () => {
  expect(outcomes(attempt())).toEqual({ 'commission.head.rate': '4%', 'commission.head.amount': '1600.00 CNY' });
  const written = { 'sales.completion': '110%', 'sales.ordered': '5万元', 'sales.returned': '10000 CNY' };
  expect(outcomes(attempt({ facts: written }))).toEqual(outcomes(attempt()));
});

test('what an outcome rests on comes with its question and answer', () => {
  const { explanations, interpretations } = attempt();
  expect(explanations.map(({ outcome }) => outcome.flags)).toEqual([
    ['commission.head#between-100-and-120'],
    ['commission.head#between-100-and-120'],
  ]);
  expect(interpretations['commission.head#between-100-and-120']).toMatchObject({ about: 'fills', status: 'proposed' });
});

test('what other parts of the handbook say otherwise comes with each decision', () => {
  const recorded = `contradictions:
  - id: rates
    sides: [{ policy: commission.head, clause: O-1.3.3.3 }, { policy: commission.promoter, clause: O-1.3.3.2 }]
    says: { en: Which one?, zh: 何者？ }
scopes: # one`;
  const { contradictions } = attempt({}, changed('handbook.yaml', 'scopes: # one', recorded));
  expect(
    Object.entries(contradictions).map(([name, all]) => [
      name,
      all.map(({ id, elsewhere }) => [id, ...elsewhere.map(({ policy, clause }) => `${policy} ${clause}`)]),
    ]),
  ).toEqual([
    ['commission.head.rate', [['rates', 'commission.promoter O-1.3.3.2']]],
    ['commission.head.amount', [['rates', 'commission.promoter O-1.3.3.2']]],
  ]);
});

test('source only leaves the gap open', () => {
  const { explanations } = attempt({ sourceOnly: true });
  expect(explanations.map(({ outcome }) => [outcome.status, outcome.reasons.map(({ gap }) => gap)])).toEqual([
    ['undetermined', ['commission.head#between-100-and-120']],
    ['undetermined', ['commission.head#between-100-and-120']],
  ]);
});

test('what is typed wrongly spoils only what reads it', () => {
  expect(outcomes(attempt({ facts: { ...facts, 'sales.returned': 'ten' } }))).toEqual({
    'commission.head.rate': '4%',
    'commission.head.amount': 'fact/wrong-type',
  });
});

test('facts of other policies are left alone', () => {
  expect(outcomes(attempt({ facts: { ...facts, 'no.fact': 'x' } }))).toEqual(outcomes(attempt()));
});

test('the version in force answers, whichever the file shows', () => {
  const amended = textOf(head)
    .replace('version: 1', 'version: 2')
    .replace('from: 2023-01-01', 'from: 2027-01-01')
    .replace('in: ">= 120%", rate: 5%', 'in: ">= 120%", rate: 6%');
  const handbook = updateFile(workspace, 'pay/commission.head.v2.yaml', amended);
  const path = 'pay/commission.head.v2.yaml';
  const over = { 'sales.completion': '120' };
  const before = attempt({ path, facts: over, at: '2026-12-31' }, handbook);
  expect([before.inForce?.version, before.shown.version]).toEqual([1, 2]);
  expect(outcomes(before)['commission.head.rate']).toBe('5%');
  const after = attempt({ path, facts: over, at: '2027-01-01' }, handbook);
  expect([after.inForce?.version, after.shown.version]).toEqual([2, 2]);
  expect(outcomes(after)['commission.head.rate']).toBe('6%');
  expect(attempt({ at: '2022-12-31' }).inForce).toBeUndefined();
});

test('a policy that means nothing says so in each decision', () => {
  const handbook = changed(head, 'base: sales.net', 'base: sales.nett');
  const { explanations } = attempt({}, handbook);
  expect(explanations.map(({ outcome }) => outcome.status)).toEqual(['error', 'error']);
});

test('a file without a policy cannot be tried', () => {
  expect(tryPolicy(workspace, { path: 'handbook.yaml', at, facts, sourceOnly: false })).toBeUndefined();
});

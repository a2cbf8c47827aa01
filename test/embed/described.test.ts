import { expect, test } from 'vitest';
import { describeDecision, listDecisions } from '../../engine/explain.ts';
import { openBundle, rulesAt } from '../../engine/runtime.ts';
import { built } from '../bundle/support.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

const opened = await openBundle(await built(handbookOf(policyTexts)));
if ('diagnostics' in opened) throw new Error('the bundle is good');
const { bundle } = opened;
const october = rulesAt(bundle, { at: '2026-10-31' });

test('what can be asked is listed and described, what is defined within a policy is not', () => {
  const { decisions } = october.program;
  const names = listDecisions(october).map(({ name }) => name);
  expect(names).toEqual(Object.keys(decisions).filter((name) => decisions[name]?.hidden === false));
  for (const one of listDecisions(october)) expect(describeDecision(october, one.name)).toMatchObject(one);
  const hidden = Object.keys(decisions).filter((name) => decisions[name]?.hidden === true);
  for (const name of [...hidden, 'sales.nett', 'constructor']) expect(describeDecision(october, name)).toBe(undefined);
});

test('a decision is described with the facts of those that it reads', () => {
  const { facts } = describeDecision(october, 'commission.head.amount')!;
  // The completion follows from net sales and target, where it is not given.
  expect(facts.map(({ name }) => name)).toEqual([
    'sales.completion',
    'sales.ordered',
    'sales.returned',
    'sales.target',
  ]);
  expect(facts[0]).toMatchObject({ needed: false });
  const net = describeDecision(october, 'sales.net')!;
  expect(net.facts[0]).toMatchObject({ name: 'sales.ordered', type: 'money(CNY)', alias: ['下单金额'], needed: true });
});

test('a day without a version says so', () => {
  expect(describeDecision(rulesAt(bundle, { at: '2020-01-01' }), 'sales.net')).toMatchObject({
    blocked: 'no-version',
    facts: [],
  });
});

import { expect, test } from 'vitest';
import { explainDecision, renderExplanation } from '../../engine/explain.ts';
import { parseFactsJson } from '../../engine/facts.ts';
import { toRulesEngine } from '../../engine/json-rules.ts';
import { openBundle, rulesAt, type Rules } from '../../engine/runtime.ts';
import { openWorkspace, hover } from '../../engine/language.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { readArgument, readFacts } from '../../engine/value/facts.ts';
import { built } from '../bundle/support.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

const opened = await openBundle(await built(handbookOf(policyTexts)));
if ('diagnostics' in opened) throw new Error('the bundle is good');
const { bundle } = opened;
const october: Rules = rulesAt(bundle, { at: '2026-10-31' });
const sales = { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' };

test('a bundle decides and explains', () => {
  expect(october.decide('sales.net', sales)).toMatchObject({ status: 'determined', value: '80000.00 CNY' });
  const { outcome, explanation } = explainDecision(october, 'sales.net', sales);
  expect(outcome).toEqual(october.decide('sales.net', sales));
  expect(renderExplanation(explanation, 'en')).toContain('80000.00 CNY');
  expect(october.decide('sales.net', {})).toMatchObject({ status: 'undetermined' });
  expect(rulesAt(bundle, { period: '2026-10' }).decide('sales.net', sales).value).toBe('80000.00 CNY');
  expect(rulesAt(bundle, { at: '2020-01-01' }).decide('sales.net', sales).reasons[0]?.code).toBe('no-version');
});

test('numbers of JSON text stay exact', () => {
  const parsed = parseFactsJson('{"sales.ordered": "90071992547409.93 CNY", "sales.returned": "0.01 CNY"}');
  expect('raw' in parsed && october.decide('sales.net', parsed.raw).value).toBe('90071992547409.92 CNY');
});

test.each([
  ['a fact that nobody declared', 'sales.net', { ...sales, 'sales.orderd': '1 CNY' }, {}, 'fact/unknown'],
  ['a number that was a float', 'sales.net', { ...sales, 'sales.returned': 0.1 }, {}, 'fact/wrong-type'],
  ['a property that was never set', 'sales.net', { ...sales, 'sales.returned': undefined }, {}, 'fact/wrong-type'],
  ['a BigInt', 'sales.net', { ...sales, 'sales.returned': 1n }, {}, 'fact/wrong-type'],
  ['a decision that is not there', 'sales.nett', sales, {}, 'decision/unknown'],
  ['a name of the language it runs in', 'constructor', sales, {}, 'decision/unknown'],
  ['another one', '__proto__', sales, {}, 'decision/unknown'],
  ['an argument that is not taken', 'sales.net', sales, { on: 'x' }, 'decision/argument'],
  ['an argument that is missing', 'organization.pay.superior', {}, {}, 'decision/argument'],
  ['an argument that is none', 'organization.pay.superior', {}, { on: 'nobody at all' }, undefined],
])('%s is an error of the outcome', (_, decision, facts, asking, code) => {
  const outcome = october.decide(decision, facts as typeof sales, asking);
  expect(outcome.status).toBe('error');
  if (code !== undefined) expect(outcome.error?.code).toBe(code);
  expect(explainDecision(october, decision, facts as typeof sales, asking).outcome).toEqual(outcome);
});

test.each([
  ['no facts', 'sales.net', undefined, 'fact/none'],
  ['null for facts', 'sales.net', null, 'fact/none'],
  ['an amount for facts', 'sales.net', 88000, 'fact/none'],
  ['no decision', undefined, {}, 'decision/unknown'],
  ['null for a decision', null, {}, 'decision/unknown'],
])('%s: what is wrong with the call is said', (_, decision, facts, code) => {
  const ask = [decision as unknown as string, facts as typeof sales] as const;
  const outcome = october.decide(...ask);
  expect(outcome).toMatchObject({ decision: String(decision), status: 'error', error: { code } });
  expect(explainDecision(october, ...ask).outcome).toEqual(outcome);
});

test.each([
  ['a name that is no fact', { ...sales, 'sales.orderd': '1 CNY' }, 'sales.orderd'],
  ['a wrong unit', { ...sales, 'sales.returned': '5 %' }, 'sales.returned'],
  ['given by an alias', { 'sales.ordered': '88000 CNY', 退货金额: 'many' }, 'sales.returned'],
  ['given twice', { ...sales, 退货金额: '8000 CNY' }, 'sales.returned'],
])('%s: the error names the fact, so that a form can mark its field', (_, facts, fact) => {
  const { error } = october.decide('sales.net', facts);
  expect(error?.fact).toBe(fact);
  expect(explainDecision(october, 'sales.net', facts).outcome.error).toEqual(error);
});

test('an argument is no fact', () => {
  const { error } = october.decide('organization.pay.superior', {}, { on: 'nobody at all' });
  expect(error).toMatchObject({ code: 'fact/unknown-member' });
  expect(error?.fact).toBeUndefined();
});

test('a decision that takes an argument', () => {
  expect(october.decide('organization.pay.superior', {}, { on: 'promoter' })).toMatchObject({ status: 'determined' });
});

test('an argument is read as all others read it: what is wrong with it counts where it is read', () => {
  const { program } = october;
  const decision = 'organization.pay.superior';
  const on = readArgument(program, decision, 'nobody at all');
  const outcome = evaluate(program, decision, readFacts(program, {}), on === undefined ? {} : { on });
  expect(outcome.status).toBe('error');
  expect(october.decide(decision, {}, { on: 'nobody at all' })).toEqual(outcome);
});

test('a day that is none is the mistake of the one who calls', () => {
  for (const moment of [
    { at: '2026-02-30' },
    { at: 'today' },
    { period: '2026-13' },
    { at: '2026-10-31', known: '' },
    { at: '2026-10-31', period: '2026-09' },
    {},
    undefined,
  ])
    expect(() => rulesAt(bundle, moment as { readonly at: string })).toThrow(RangeError);
  expect(() => rulesAt(bundle, {} as { readonly at: string })).toThrow('say { at:');
  // As text, 31/… is later than all versions.
  expect(() => toRulesEngine(bundle, '31/10/2026')).toThrow(RangeError);
});

test('whatever fails inside is told in the outcome', () => {
  const broken = { ...bundle, facts: {} };
  expect(rulesAt(broken, { at: '2026-10-31' }).decide('sales.net', {}).error?.code).toBe('bundle/failed');
});

test('the language service has a door of its own', () => {
  const workspace = openWorkspace(Object.entries(policyTexts).map(([path, text]) => ({ path, text })));
  const text = policyTexts['pay/sales.yaml'] ?? '';
  expect(hover(workspace, 'pay/sales.yaml', text.indexOf('kind'))).toBeDefined();
});

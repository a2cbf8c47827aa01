import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { expect, test } from 'vitest';
import { evaluate } from '../../../engine/evaluate/evaluate.ts';
import { operators, rulesEngineOf, toRulesEngine } from '../../../engine/json-rules.ts';
import { readHandbook } from '../../../engine/program/handbook.ts';
import { sourceFile } from '../../../engine/source/source-file.ts';
import { readFacts } from '../../../engine/value/facts.ts';

const texts = {
  'handbook.yaml': `handbook: shop
title: { en: Shop, zh: 店 }
revision: 1
languages: [zh, en]
currency: CNY
time-zone: Asia/Shanghai
rounding: { money: { to: 0.01 CNY, mode: half-up } }
sources: { R: { register: sources/R.yaml, title: { en: Rules, zh: 规则 } } }
scopes: { pay: { source: R, title: { en: Pay, zh: 薪酬 } } }
`,
  'facts.yaml': `kind: vocabulary
title: { en: Facts, zh: 事实 }
facts:
  rate: { type: percent, range: ">= 0%", title: { en: Rate, zh: 比率 } }
  late: { type: boolean, title: { en: Late, zh: 迟到 } }
  paid: { type: money, title: { en: Paid, zh: 已付 } }
`,
  'qc.yaml': `policy: qc
kind: table
version: 1
effective: { from: 2020-01-01 }
published: 2020-01-01
title: { en: Quality, zh: 质量 }
scope: pay
hit: first
columns: { rate: rate, late: late }
outputs: { fine: { title: { en: Fine, zh: 罚款 } } }
rows:
  - { rate: "[30% .. 50%)", late: "true", fine: 50 CNY }
  - { rate: "[30% .. 50%)", late: any, fine: 20 CNY, rests-on: mild }
  - { rate: "< 30%", late: any, fine: paid * 10% }
interpretations:
  - id: mild
    clause: R-1
    about: fills
    question: { en: What is punctual?, zh: 准时如何? }
    answer: { en: Mild., zh: 从轻。 }
    status: proposed
`,
};
const handbook = readHandbook(Object.entries(texts).map(([path, text]) => sourceFile(path, text)));
const at = '2026-10-31';
const rules = toRulesEngine(handbook, at);
const facts = (raw: Readonly<Record<string, string>>): ReturnType<typeof readFacts> => readFacts(rules.program, raw);

test('a first-hit table is said with its flags, its gap and what is missing', async () => {
  expect(rules.said).toEqual(['qc.fine']);
  for (const raw of [
    { rate: '30%', late: 'true' },
    { rate: '30%', late: 'false' },
    { rate: '30%' },
    { rate: '29.999%', paid: '12.345 CNY' },
    { rate: '29.999%' },
    { rate: '50%', late: 'true' },
    { late: 'true' },
    { rate: '-1%' },
  ] as readonly Readonly<Record<string, string>>[]) {
    expect(await rules.ask('qc.fine', facts(raw))).toEqual(evaluate(rules.program, 'qc.fine', facts(raw)));
  }
});

test('a run that begins while another ends is not lost', async () => {
  const [mine, other] = [facts({ rate: '30%', late: 'true' }), facts({ rate: '10%', paid: '100 CNY' })];
  for (let moments = 0; moments < 60; moments += 1) {
    const first = rules.ask('qc.fine', mine);
    for (let i = 0; i < moments; i += 1) await Promise.resolve();
    const second = rules.ask('qc.fine', other);
    expect([(await first).value, (await second).value]).toEqual(['50.00 CNY', '10.00 CNY']);
  }
});

test('json-rules-engine itself skips all rules of a run that begins as another ends', async () => {
  const heard: number[] = [];
  for (let moments = 0; moments < 40; moments += 1) {
    const engine = new Engine();
    engine.addRule({ conditions: { all: [{ fact: 'a', operator: 'equal', value: 1 }] }, event: { type: 'x' } });
    const first = engine.run({ a: 1 });
    for (let i = 0; i < moments; i += 1) await Promise.resolve();
    const second = await engine.run({ a: 1 });
    await first;
    heard.push(second.events.length + second.failureEvents.length);
  }
  expect(heard).toContain(0);
});

test('many questions at once are answered each by its own facts', async () => {
  const asked = Array.from({ length: 100 }, (_, i) => facts({ rate: `${String(i % 60)}%`, late: String(i % 2 === 0) }));
  const answers = await Promise.all(asked.map((one) => rules.ask('qc.fine', one)));
  expect(answers).toEqual(asked.map((one) => evaluate(rules.program, 'qc.fine', one)));
});

test('a host loads the pack as JSON and runs it beside rules of its own', async () => {
  const pack = JSON.parse(JSON.stringify(rules.pack)) as typeof rules.pack;
  const engine = new Engine([], { replaceFactsInEventParams: true });
  for (const { name, evaluate: test_ } of operators) engine.addOperator(name, test_);
  for (const [name, condition] of Object.entries(pack.conditions))
    engine.setCondition(name, condition as TopLevelCondition);
  for (const rule of pack.rules) engine.addRule(rule as Parameters<Engine['addRule']>[0]);
  engine.addRule({
    conditions: { all: [{ fact: 'rate', operator: 'dec.ge', value: '0.3' }] },
    event: { type: 'of-the-host' },
  });
  engine.addFact('bylaw.always', pack.facts['bylaw.always']?.value);
  const { events } = await engine.run({ rate: '0.3', late: true, 'qc.fine/1': '0' });
  expect(
    events.map(({ type, params }) => `${type} row ${String(params?.['row'])}: ${String(params?.['value'])}`),
  ).toContain('bylaw.value row 1: 50');
  expect(events.map(({ type }) => type)).toContain('of-the-host');
  expect(pack.facts['qc.fine/1']).toEqual({ from: 'computed', type: 'money(CNY)', reads: ['paid'] });
  expect(Object.keys(pack.operators)).toEqual(expect.arrayContaining(['dec.in', 'is.eq', 'state.unknown']));
});

test('an engine of the host is filled, and its run read back', async () => {
  const engine = new Engine([], { replaceFactsInEventParams: true });
  rules.install('qc.fine', engine);
  const given = facts({ rate: '40%', late: 'false' });
  const result = await engine.run(rules.factsFor('qc.fine', given));
  expect(rules.outcome('qc.fine', given, result)).toEqual(evaluate(rules.program, 'qc.fine', given));
  const lost = { ...result, failureEvents: [] };
  expect(() => rules.outcome('qc.fine', given, lost)).toThrow('not all rules of “qc.fine” were run');
});

test('a decision that the handbook does not have is refused by name', async () => {
  const none = rulesEngineOf(rules.program, { decisions: ['qc.fines'] });
  expect([...none.refused].map(([name, { code, message }]) => [name, code, message.en])).toEqual([
    ['qc.fines', 'json-rules/unknown-decision', 'There is no decision “qc.fines”. Did you mean “qc.fine”?'],
  ]);
  await expect(none.ask('qc.fines', facts({}))).rejects.toThrow('There is no decision “qc.fines”.');
});

test('by the source alone, what was read into it is open', async () => {
  const source = rulesEngineOf(rules.program, { sourceOnly: true, decisions: ['qc.fine'] });
  const given = facts({ rate: '40%', late: 'false' });
  const outcome = await source.ask('qc.fine', given);
  expect(outcome).toEqual(evaluate(rules.program, 'qc.fine', given, { sourceOnly: true }));
  expect(outcome.reasons.map(({ gap }) => gap)).toEqual(['qc#mild']);
});

import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate, explain } from '../../engine/evaluate/evaluate.ts';
import type { Outcome } from '../../engine/ir/outcome.ts';
import { linkPeriod } from '../../engine/program/period.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

// October has 31 days; the second version holds for the last 11 of them.
const version = (number: number, from: string, amount: string, more: string): string => `policy: p
kind: formula
version: ${String(number)}
effective: { from: ${from} }
published: 2022-12-20
title: { en: P, zh: 制度 }
scope: pay
because: { en: Why, zh: 原因 }
${more}decisions:
  bonus: { title: { en: Bonus, zh: 奖金 }, value: ${amount} }
  double: { title: { en: Twice, zh: 两倍 }, value: bonus * 2 }
  full: { title: { en: Full, zh: 足额 }, value: bonus >= 200 CNY }
`;

type Ask = (decision: string, given?: RawFacts) => Outcome;

const october = (more: string, from = '2026-10-21'): Ask =>
  asking({
    'pay/history/p.v1.yaml': version(1, '2023-01-01', '100 CNY', more),
    'pay/p.yaml': version(2, from, '200 CNY', more),
  });

function asking(texts: Readonly<Record<string, string>>): Ask {
  const handbook = handbookOf({ ...policyTexts, ...texts });
  expect(handbook.diagnostics.filter(({ blocks }) => blocks).map(({ message }) => message.en)).toEqual([]);
  const program = linkPeriod(handbook, '2026-10');
  if (program === undefined) throw new Error('2026-10 is a month');
  const compiled = compile(program);
  return (decision, given = {}) => {
    const facts = readFacts(program, given);
    expect(facts.unknown).toEqual([]);
    const outcome = evaluate(program, decision, facts, {});
    expect(explain(program, decision, facts, {}).outcome).toEqual(outcome);
    expect(compiled.evaluate(decision, facts, {})).toEqual(outcome);
    return outcome;
  };
}

test('a version that starts inside the month of a policy that pays by month is an error', () => {
  const outcome = october('period: month\n')('p.bonus');
  expect(outcome).toMatchObject({ status: 'error', error: { code: 'handbook/starts-inside' } });
});

test('`period-rule: end`: the last day decides', () => {
  expect(october('period: month\nperiod-rule: end\n')('p.bonus').value).toBe('200.00 CNY');
});

test('a policy that does not pay by month is not cut', () => {
  expect(october('')('p.bonus').value).toBe('200.00 CNY');
});

test('`split: days`: each version counts for its days, rounded once', () => {
  const ask = october('period: month\nsplit: days\n');
  // (20 × 100 + 11 × 200) ÷ 31 = 135.4838…
  expect(ask('p.bonus').value).toBe('135.48 CNY');
  // Within a version its own decisions are read: (20 × 200 + 11 × 400) ÷ 31 = 270.9677…
  expect(ask('p.double').value).toBe('270.97 CNY');
});

test('what is no amount cannot be split: where the versions differ it is undetermined', () => {
  const outcome = october('period: month\nsplit: days\n')('p.full');
  expect(outcome).toMatchObject({ status: 'undetermined', reasons: [{ gap: 'p#split-days' }] });
});

test('a version that starts with the month splits nothing', () => {
  expect(october('period: month\n', '2026-10-01')('p.bonus').value).toBe('200.00 CNY');
});

test('a month that is none', () => {
  expect(linkPeriod(handbookOf(policyTexts), '2026-13')).toBeUndefined();
});

// Two versions of a policy of their own, each with its facts; the second holds for the last 11 days of October.
const twoVersions = (v1: string, v2: string): Readonly<Record<string, string>> => {
  const head = (number: number, from: string): string => `policy: q
kind: formula
version: ${String(number)}
effective: { from: ${from} }
published: 2022-12-20
title: { en: Q, zh: 制度 }
scope: pay
because: { en: Why, zh: 原因 }
period: month
split: days
`;
  return {
    'vocabulary/lots.yaml': `kind: vocabulary
title: { en: Lots, zh: 批次 }
facts:
  office: { type: boolean, title: { en: Office, zh: 坐班 } }
  lots:
    type: list
    fields: { price: { type: money } }
    title: { en: Lots, zh: 批次 }
  boxes:
    type: list
    fields: { price: { type: money } }
    title: { en: Boxes, zh: 箱 }
`,
    'pay/history/q.v1.yaml': head(1, '2023-01-01') + v1,
    'pay/q.yaml': head(2, '2026-10-21') + v2,
  };
};
const about = (value: string): string =>
  `each: lot in lots\ndecisions:\n  share: { title: { en: Share, zh: 份额 }, value: ${value} }\n`;
const lots = (...prices: readonly string[]): RawFacts => ({ lots: prices.map((price) => ({ price })) });

test('`split: days` splits what is asked about each element, also where others add it up', () => {
  const ask = asking({
    ...twoVersions(about('lot.price * 1'), about('lot.price * 2')),
    'pay/total.yaml': `policy: total
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Total, zh: 合计 }
scope: pay
decisions:
  sum: { title: { en: Sum, zh: 总额 }, value: sum of s for s in q.share }
  dear: { title: { en: Dear, zh: 贵 }, value: sum of lot.share for lot in q.share }
`.replace(/ {2}dear.*\n/, ''),
  });
  // (20 × 100 + 11 × 200) ÷ 31 = 135.48, and a tenth of that
  expect(ask('q.share', lots('100 CNY', '10 CNY')).value).toBe('[135.48 CNY, 13.55 CNY]');
  expect(ask('total.sum', lots('100 CNY', '10 CNY')).value).toBe('149.03 CNY');
});

test('`split: days` does not add what versions say about different lists', () => {
  const ask = asking(twoVersions(about('lot.price * 1').replace('in lots', 'in boxes'), about('lot.price * 2')));
  expect(ask('q.share', { ...lots('100 CNY'), boxes: [] })).toMatchObject({ reasons: [{ gap: 'q#split-days' }] });
});

test('`split: days`: where one version means nothing, the month has no value', () => {
  const handbook = handbookOf({ ...policyTexts, ...twoVersions(about('lot.price * nothing'), about('lot.price * 2')) });
  const program = linkPeriod(handbook, '2026-10')!;
  const outcome = evaluate(program, 'q.share', readFacts(program, { lots: [] }), {});
  expect(outcome).toMatchObject({ status: 'error', error: { code: 'expression/unknown-name' } });
});

const when = (condition: string): string =>
  `applies-when: ${condition}\ndecisions:\n  pay: { title: { en: Pay, zh: 支付 }, value: 100 CNY }\n`;

test.each([
  { v1: 'office', v2: 'office', office: true, is: { status: 'determined', value: '100.00 CNY' } },
  { v1: 'office', v2: 'office', office: false, is: { status: 'not-applicable' } },
  {
    v1: 'not office',
    v2: 'office',
    office: false,
    is: { status: 'undetermined', reasons: [{ gap: 'q#split-applies' }] },
  },
  { v1: 'office', v2: 'office', office: null, is: { status: 'undetermined', reasons: [{ fact: 'office' }] } },
])('`split: days`: v1 applies when $v1, v2 when $v2, office is $office', ({ v1, v2, office, is }) => {
  expect(asking(twoVersions(when(v1), when(v2)))('q.pay', { office })).toMatchObject(is);
});

test('`split: days` names the interpretations and gaps of earlier versions', () => {
  const rests = `interpretations:
  - id: old
    clause: O-1.3.3.1
    about: fills
    question: { en: Q, zh: 问 }
    answer: { en: A, zh: 答 }
    status: proposed
gaps:
  - { id: unsaid, clause: O-1.3.3.1, says: { en: It does not say., zh: 未说明。 } }
decisions:
  pay: { title: { en: Pay, zh: 支付 }, value: "if office then reading(old, 100 CNY, 0 CNY) else undetermined(unsaid)" }
`;
  const plain = 'decisions:\n  pay: { title: { en: Pay, zh: 支付 }, value: 200 CNY }\n';
  const ask = asking(twoVersions(rests, plain));
  expect(ask('q.pay', { office: true })).toMatchObject({ value: '135.48 CNY', flags: ['q#old'] });
  const [reason] = ask('q.pay', { office: false }).reasons;
  expect(reason).toMatchObject({ gap: 'q#unsaid', text: { en: 'It does not say. (O-1.3.3.1)' } });
});

import { expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import type { Program } from '../../engine/ir/program.ts';
import { link } from '../../engine/program/link.ts';
import type { Amounts, Effect } from '../../engine/review/effect/effect.ts';
import { newTrial } from '../../engine/review/effect/population.ts';
import { amountIn, printAmount } from '../../engine/value/amounts.ts';
import { compareExact, minusExact, plusExact, type Exact } from '../../engine/value/exact.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { smallManifest } from '../support/small-manifest.ts';
import { handbookOf } from '../support/policies.ts';

const words = `kind: vocabulary
title: { en: Words, zh: 词汇 }
enumerations: { grade: { A: { en: A, zh: A }, B: { en: B, zh: B } } }
facts:
  net: { type: money, range: ">= 0 CNY", title: { en: Net, zh: 净额 } }
  reached: { type: percent, range: ">= 0%", title: { en: Reached, zh: 完成率 } }
  parts: { type: number, range: ">= 0", title: { en: Parts, zh: 份数 } }
`;

/** Pay by tiers, a share that may not come out even, a rate and a grade. */
const policies = (high: string, edge: string, share: string): string => `policy: pay
kind: tiers
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Pay, zh: 报酬 }
scope: shop
by: reached
mode: slab
base: net
tiers:
  - { in: "< 50%", rate: 0% }
  - { in: "[50% .. ${edge})", rate: 1.5% }
  - { in: "[${edge} .. 200%]", rate: ${high} }
---share
policy: share
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Share, zh: 份额 }
scope: shop
decisions:
  each: { title: { en: Each, zh: 每份 }, value: parts / ${share}, round: { to: 0.01, mode: half-up } }
  grade: { title: { en: Grade, zh: 等级 }, type: grade, value: if reached >= ${edge} then A else B }
  high: { title: { en: High, zh: 高 }, value: "if parts > 100 then undetermined(open) else reached >= ${edge}" }
gaps: [{ id: open, says: { en: Open., zh: 未定。 } }]
`;

function programOf(high: string, edge: string, share: string): Program {
  const [pay = '', other = ''] = policies(high, edge, share).split('---share\n');
  const handbook = handbookOf({
    'handbook.yaml': smallManifest,
    'words.yaml': words,
    'pay.yaml': pay,
    'share.yaml': other,
  });
  const errors = handbook.diagnostics.filter(({ blocks }) => blocks);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message.en).join('\n'));
  return link(handbook, { at: '2026-10-31' });
}

const facts = ['net', 'reached', 'parts'] as const;
const [before, after] = [programOf('2%', '80%', '4'), programOf('2.5%', '81%', '3')];

type Texts = readonly [net: string, reached: string, parts: string];

function effectsOf(
  rows: readonly { readonly texts: Texts; readonly group?: string }[],
  decisions: readonly string[],
  asFacts = false,
): readonly Effect[] {
  const trial = newTrial<string>(
    { before, after },
    decisions.map((decision) => ({ decision, sourceOnly: false })),
    facts,
  );
  for (const [i, { texts, group }] of rows.entries()) {
    const row = { line: i + 2, source: `p${String(i)}`, group };
    if (asFacts)
      trial.addFacts({
        ...row,
        facts: { before: trial.factsOf(texts, 'before'), after: trial.factsOf(texts, 'after') },
      });
    else trial.addTexts({ ...row, texts });
  }
  return trial.effects((source) => source);
}

/** 1,000 CNY at 100 %: 20 → 25 CNY. At 80 %: 20 → 15 CNY. At 60 % and 10 % nothing changes. */
const worked: readonly { readonly texts: Texts; readonly group: string }[] = [
  { texts: ['1000 CNY', '100%', '1'], group: 'A' },
  { texts: ['1000 CNY', '80%', '1'], group: 'A' },
  { texts: ['1000 CNY', '60%', '1'], group: 'B' },
  { texts: ['3000 CNY', '120%', '1'], group: 'B' },
  { texts: ['0.40 CNY', '100%', '1'], group: 'B' },
  { texts: ['100 CNY', '10%', '1'], group: 'C' },
];

test('sums, median, extremes and groups, worked out by hand', () => {
  const [effect] = effectsOf(worked, ['pay.amount']);
  expect(effect).toMatchObject({
    rows: 6,
    changed: 3,
    becameUndetermined: 0,
    amounts: {
      compared: 6,
      rises: 2,
      falls: 1,
      // 20 + 20 + 15 + 60 + 0.01 + 0, and 25 + 15 + 15 + 75 + 0.01 + 0
      totals: {
        before: '115.01 CNY',
        after: '130.01 CNY',
        rises: '20.00 CNY',
        falls: '-5.00 CNY',
        change: '15.00 CNY',
        onlyBefore: '0.00 CNY',
        onlyAfter: '0.00 CNY',
      },
      spread: { median: '5.00 CNY', least: '-5.00 CNY', most: '15.00 CNY' },
    },
    groups: [
      { value: 'A', rows: 2, changed: 2, rises: 1, falls: 1, totals: { change: '0.00 CNY' } },
      { value: 'B', rows: 3, changed: 1, rises: 1, falls: 0, totals: { change: '15.00 CNY' } },
      { value: 'C', rows: 1, changed: 0, rises: 0, falls: 0, totals: { change: '0.00 CNY' } },
    ],
  });
  expect(effect?.largest.map(({ who, change }) => [who, change])).toEqual([
    ['p3', '15.00 CNY'],
    ['p0', '5.00 CNY'],
    ['p1', '-5.00 CNY'],
  ]);
  expect(effect?.largest[0]?.causes).toEqual([
    {
      en: 'Rate (pay.rate): tier [80% .. 200%] gives 2% → tier [81% .. 200%] gives 2.5%',
      zh: '比率（pay.rate）：档位 [80% .. 200%] 为 2% → 档位 [81% .. 200%] 为 2.5%',
    },
  ]);
});

test('the median of an even number of changes is the mean of the two in the middle, which are told', () => {
  const [effect] = effectsOf(worked.slice(0, 2), ['pay.amount']);
  expect(effect?.amounts?.spread).toEqual({
    median: '0.00 CNY',
    between: ['-5.00 CNY', '5.00 CNY'],
    least: '-5.00 CNY',
    most: '5.00 CNY',
  });
});

test('percentages do not add up, and what is no number is told by its values', () => {
  const [rate, grade] = effectsOf(worked, ['pay.rate', 'share.grade']);
  expect(rate?.amounts?.totals).toBeUndefined();
  expect(rate?.amounts?.spread).toMatchObject({ most: '0.5%', least: '-0.5%' });
  expect(grade).toMatchObject({ changed: 1, values: [{ from: 'A', to: 'B', rows: 1 }] });
  expect(grade?.amounts).toBeUndefined();
});

/** The same everywhere. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** Rows with cells that are empty, wrong, out of range, huge, or beyond the last tier. */
function randomRows(count: number): readonly { readonly texts: Texts; readonly group: string }[] {
  const below = generator(7);
  const odd = (usual: string, strange: readonly string[]): string =>
    below(8) === 0 ? (strange[below(strange.length)] ?? usual) : usual;
  return Array.from({ length: count }, () => ({
    texts: [
      odd(`${String(below(100_000))}.${String(below(100)).padStart(2, '0')} CNY`, [
        '',
        'abc',
        '-1 CNY',
        '9007199254740993.01 CNY',
        '¥12',
        '3万元',
        '10 USD',
      ]),
      odd(`${String(below(220))}%`, ['', '80.5%', '1/3', '80', '205%', '90071992547409931%']),
      odd(String(below(120)), ['', '7.25', 'x', '123456789012345678901234567890']),
    ],
    group: ['A', 'B', ''][below(3)] ?? '',
  }));
}

const zero: Exact = { top: 0n, bottom: 1n };

/** The effect as somebody would find it who runs both sides row by row with the explaining evaluator and writes all down. */
function rowByRow(
  rows: readonly { readonly texts: Texts; readonly group: string }[],
  decision: string,
): Pick<Effect, 'changed' | 'becameUndetermined' | 'noLongerUndetermined'> & Partial<Amounts> {
  const sides = rows.map(({ texts }) => {
    const given = Object.fromEntries(facts.map((fact, i) => [fact, texts[i] === '' ? null : (texts[i] ?? null)]));
    return [before, after].map((program) => evaluate(program, decision, readFacts(program, given)));
  });
  const type = after.decisions[decision]?.type ?? { is: 'unknown' };
  const print = (amount: Exact): string =>
    type.is === 'money' || type.is === 'number' || type.is === 'percent' ? printAmount(amount, type, after) : '';
  const pairs = sides.flatMap(([a, b]) => {
    const [x, y] = [a, b].map((one) => (one?.value === undefined ? undefined : amountIn(one.value, type, after)));
    return x === undefined || y === undefined ? [] : [minusExact(y, x)];
  });
  const moved = pairs.filter(({ top }) => top !== 0n).sort(compareExact);
  const [low, high] = [moved[Math.floor((moved.length - 1) / 2)] ?? zero, moved[Math.floor(moved.length / 2)] ?? zero];
  const sum = plusExact(low, high);
  return {
    changed: sides.filter(([a, b]) => a?.status !== b?.status || a?.value !== b?.value).length,
    becameUndetermined: sides.filter(([a, b]) => a?.status !== 'undetermined' && b?.status === 'undetermined').length,
    noLongerUndetermined: sides.filter(([a, b]) => a?.status === 'undetermined' && b?.status !== 'undetermined').length,
    ...(pairs.length === 0
      ? {}
      : {
          compared: pairs.length,
          rises: moved.filter(({ top }) => top > 0n).length,
          falls: moved.filter(({ top }) => top < 0n).length,
          spread: {
            median: print({ top: sum.top, bottom: sum.bottom * 2n }),
            least: print(moved[0] ?? zero),
            most: print(moved.at(-1) ?? zero),
          },
          totals: { change: print(pairs.reduce(plusExact, zero)) } as NonNullable<Amounts['totals']>,
        }),
  };
}

test('the effect is what both sides give row by row, read as text and as facts', () => {
  const rows = randomRows(800);
  const decisions = ['pay.amount', 'pay.rate', 'share.each', 'share.grade', 'share.high'];
  for (const asFacts of [false, true]) {
    for (const effect of effectsOf(rows, decisions, asFacts)) {
      const { compared, spread, totals, rises, falls, ...counts } = rowByRow(rows, effect.decision);
      expect(effect).toMatchObject(counts);
      expect(effect.changed).toBeGreaterThan(0);
      if (effect.amounts === undefined) continue;
      expect(effect.amounts).toMatchObject({ compared, rises, falls, spread });
      if (effect.amounts.totals !== undefined) expect(effect.amounts.totals.change).toBe(totals?.change);
      for (const { value, rows: of, totals: own } of effect.groups) {
        const some = rows.filter(({ group }) => group === value);
        expect(of).toBe(some.length);
        if (own !== undefined) expect(own.change).toBe(rowByRow(some, effect.decision).totals?.change);
      }
    }
  }
});

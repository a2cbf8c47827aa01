import { describe, expect, test } from 'vitest';
import { judged, scoreOf, type Judged } from '../../engine/mutants/judge.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { proposedCase } from '../../engine/mutants/proposal.ts';
import { mutatedProgram } from '../../engine/mutants/mutated.ts';
import { mutantsOf } from '../../engine/mutants/of-handbook.ts';
import { smallHandbook } from './small-handbook.ts';

/** Of the policy itself, without the day on which it begins. */
function mutants(kind: string, policy: string): readonly string[] {
  return mutantsOf(smallHandbook(kind, policy, '  []\n'), (name) => name === 't').flatMap(({ sort, before, after }) =>
    sort === 'date' ? [] : [`${sort}: ${before.replaceAll(/\s+/gu, ' ')} → ${after}`],
  );
}

const fee = `decisions:
  fee:
    title: { en: Fee, zh: 费 }
    value: if reached >= 50% and not urgent then sold * 10% else 0 CNY
`;

const written: readonly { readonly kind: string; readonly policy: string; readonly changes: readonly string[] }[] = [
  {
    kind: 'formula',
    policy: fee,
    changes: [
      'row: reached >= 50% and not urgent then sold * 10% → ',
      'end: >= → >',
      'condition: >= → <',
      'bound: 50% → 50.1%',
      'bound: 50% → 49.9%',
      'operator: and → or',
      'condition: not urgent → urgent',
      'operator: * → /',
      'value: 10% → 11%',
      'value: 0 CNY → 1.00 CNY',
    ],
  },
  {
    kind: 'tiers',
    policy: `by: reached
mode: slab
base: sold
tiers:
  - { in: "[0% .. 50%)", rate: 1.5% }
  - { in: ">= 50%", rate: 3% }
`,
    changes: [
      'end: [ → (',
      'row: [0% .. 50%) → ',
      'bound: 0% → 0.1%',
      'bound: 0% → -0.1%',
      'bound: 50% → 50.1%',
      'bound: 50% → 49.9%',
      'end: ) → ]',
      'value: 1.5% → 1.6%',
      'end: >= → >',
      'row: >= 50% → ',
      'bound: 50% → 50.1%',
      'bound: 50% → 49.9%',
      'value: 3% → 4%',
    ],
  },
  {
    kind: 'formula',
    policy: `decisions:
  strong:
    title: { en: Strong, zh: 浓 }
    value: tea in {green, black} or stock < 3 cans
  most:
    title: { en: Most, zh: 最多 }
    value: max(stock, 2 cans) - 1 can
    round: { to: 1 can, mode: half-up }
`,
    // Whole cans: an end that is turned is the bound moved.
    changes: [
      'condition: tea in {green, black} → not (tea in {green, black})',
      'value: green → ',
      'value: black → ',
      'operator: or → and',
      'condition: < → >=',
      'bound: 3 cans → 4 cans',
      'bound: 3 cans → 2 cans',
      'operator: max → min',
      'value: 2 cans → 3 cans',
      'operator: - → +',
      'value: 1 can → 2 cans',
    ],
  },
];

describe('each small change of a text', () => {
  test.for(written)('$kind $policy', ({ kind, policy, changes }) => {
    expect(mutants(kind, policy)).toEqual(changes);
  });
});

function judge(policy: string, cases: string): readonly Judged[] {
  return [...judged(smallHandbook('formula', policy, cases), (name) => name === 't')];
}

const unnoticed = (all: readonly Judged[]): readonly string[] =>
  all.flatMap(({ mutant, fate }) => (fate.is === 'noticed' ? [] : [`${fate.is}: ${mutant.before} → ${mutant.after}`]));

const days = ['survived: 2023-01-01 → 2023-01-02', 'survived: 2023-01-01 → 2022-12-31'];
const reached = '  - { id: a, given: { reached: 50%, urgent: false, sold: 100 CNY }, expect: { t.fee: 10 CNY } }\n';
const missed = '  - { id: b, given: { reached: 49.9%, urgent: false, sold: 100 CNY }, expect: { t.fee: 0 CNY } }\n';

describe('which changes the cases notice, counted by hand', () => {
  test('one case', () => {
    const all = judge(fee, reached);
    expect(unnoticed(all)).toEqual([
      ...days,
      'survived: 50% → 49.9%',
      'survived: and → or',
      'survived: 0 CNY → 1.00 CNY',
    ]);
    expect(scoreOf(all)).toEqual({ mutants: 12, noticed: 7, survived: 5, equivalent: 0, undecided: 0 });
  });

  test('two cases', () => {
    expect(unnoticed(judge(fee, reached + missed))).toEqual(days);
  });

  test('the day before the first, and the first', () => {
    const first = `  - id: first
    columns: [at, t.fee, version]
    rows:
      - [2022-12-31, undetermined, "0"]
      - [2023-01-01, undetermined, "1"]
`;
    expect(unnoticed(judge(fee, reached + missed + first))).toEqual([]);
  });

  test('what was recorded does not count, nor what fails', () => {
    const recorded = missed.replace('id: b', 'id: b, recorded: true');
    const failing = missed.replace('t.fee: 0 CNY', 't.fee: 7 CNY').replace('id: b', 'id: c');
    expect(unnoticed(judge(fee, reached + recorded + failing))).toHaveLength(5);
    let leftOut = 0;
    const handbook = smallHandbook('formula', fee, reached + recorded + failing);
    expect([
      ...judged(
        handbook,
        (name) => name === 't',
        (count) => (leftOut = count),
      ),
    ]).toHaveLength(12);
    expect(leftOut).toBe(1);
  });
});

test('a proposed case notices once a person has said what to expect', () => {
  const handbook = smallHandbook('formula', fee, reached);
  const proposed = [...judged(handbook, (name) => name === 't')].flatMap(({ mutant, fate }, i) => {
    if (fate.is !== 'survived' || mutant.sort === 'date') return [];
    const { decision, at, facts } = fate.noticing;
    const outcome = evaluate(link(handbook, { at }), decision, { values: facts, unknown: [] });
    return [
      `${proposedCase(`proposed-${String(i)}`, fate.noticing, { moneyDecimals: 2, units: {} })}${outcome.value ?? ''}\n`,
    ];
  });
  expect(proposed).toHaveLength(3);
  // They are of the first day, and so notice that as well.
  expect(unnoticed(judge(fee, reached + proposed.join('')))).toEqual(days.slice(1));
});

test('a parameter whose file begins later is not set yet', () => {
  const policy = `decisions:\n  x:\n    title: { en: X, zh: 值 }\n    value: stock + 1 can < least\n`;
  const cases = `  - id: a
    at: 2023-01-01
    given: { stock: 1 can }
    expect: { t.x: { status: undetermined, reasons: [{ parameter: least }] } }
  - id: b
    at: 2023-01-01
    set: { least: 3 cans }
    given: { stock: 1 can }
    expect: { t.x: true }
`;
  const all = [...judged(smallHandbook('formula', policy, cases), (name) => name === 'parameters')];
  expect(unnoticed(all)).toEqual(['equivalent: 2023-01-01 → 2023-01-02', 'equivalent: 2023-01-01 → 2022-12-31']);
});

test('a parameter whose file begins another day holds on other days', () => {
  const policy = `decisions:\n  x:\n    title: { en: X, zh: 值 }\n    value: stock < fixed\n`;
  const first = `  - { id: a, at: 2023-01-01, given: { stock: 5 cans }, expect: { t.x: false } }\n`;
  const days = (cases: string): readonly string[] =>
    unnoticed([...judged(smallHandbook('formula', policy, cases), (name) => name === 'parameters')]);
  // Before the policy itself begins nothing reads the parameter.
  expect(days('  []\n')).toEqual(['survived: 2023-01-01 → 2023-01-02', 'equivalent: 2023-01-01 → 2022-12-31']);
  expect(days(first)).toEqual(['equivalent: 2023-01-01 → 2022-12-31']);
});

describe('changes that say the same', () => {
  const same: readonly (readonly [what: string, value: string, change: string])[] = [
    ['a bound outside what the fact can be', 'if reached > 200% then 1 else 2', 'equivalent: 200% → 200.1%'],
    [
      'a condition that is true anyway',
      'if urgent then 1 else if not urgent or tea = green then 2 else 3',
      'equivalent: 3 → 4',
    ],
  ];
  test.for(same)('%s', ([, value, change]) => {
    const policy = `decisions:\n  x:\n    title: { en: X, zh: 值 }\n    value: ${value}\n`;
    expect(unnoticed(judge(policy, '  []\n'))).toContain(change);
  });

  test('what a parameter that nobody has set decides is not the same', () => {
    const policy = `decisions:\n  x:\n    title: { en: X, zh: 值 }\n    value: stock + 1 can < least\n`;
    const all = judge(policy, '  []\n');
    expect(unnoticed(all)).toContain('survived: + → -');
  });
});

const later = (head: string): string => `${head}version: 2
effective: { from: 2025-01-01 }
published: 2024-12-20
title: { en: Later, zh: 后来 }
`;

test('what is the same on the first day and not on later ones is not the same', () => {
  const policy = `decisions:
  x:
    title: { en: X, zh: 值 }
    value: if stock < fixed then 1 else if stock < 5 cans then 2 else 3
`;
  const change = (more: Readonly<Record<string, string>>): readonly string[] =>
    unnoticed([...judged(smallHandbook('formula', policy, '  []\n', more), (name) => name === 't')]).filter((one) =>
      one.endsWith(' 2 → 3'),
    );
  expect(change({})).toEqual(['equivalent: 2 → 3']);
  const parameters = `${later('policy: parameters\nkind: parameters\n')}parameters:
  least: { title: { en: Least, zh: 下限 }, scope: shop, owner: { unstated: nobody }, type: quantity, unit: can, value: unset, cites: [S-1] }
  fixed: { title: { en: Fixed, zh: 定值 }, scope: shop, owner: { unstated: nobody }, type: quantity, unit: can, value: 3 cans, cites: [S-1] }
gaps:
  - { id: nobody, clause: S-1, says: { en: Nobody answers., zh: 未写明负责人。 } }
`;
  expect(change({ 'parameters.v2.yaml': parameters })).toEqual(['survived: 2 → 3']);
});

test('between two versions facts notice the day on which the second begins', () => {
  const second = `${later('policy: t\nkind: formula\n')}cites: [S-1]\nscope: shop\n${fee.replace('10%', '20%')}`;
  const handbook = smallHandbook('formula', fee, '  []\n', { 't.v2.yaml': second });
  const days = [...judged(handbook, (name) => name === 't')].filter(
    ({ mutant }) => mutant.sort === 'date' && mutant.version === 2,
  );
  expect(days).toHaveLength(2);
  for (const { mutant, fate } of days) {
    if (fate.is !== 'survived') throw new Error(fate.is);
    const { decision, at, facts } = fate.noticing;
    const given = { values: facts, unknown: [] };
    const [was, is] = [link(handbook, { at }), mutatedProgram(mutant, link(handbook, { at }), handbook)].map(
      (program) => evaluate(program, decision, given),
    );
    expect(was?.status).toBe('determined');
    expect(is?.value).not.toBe(was?.value);
  }
});

import { expect, test } from 'vitest';
import { runBoth, type Tested } from '../../engine/cli/test-run.ts';
import { handbookOf } from '../support/policies.ts';
import { registeredManifest } from '../support/small-manifest.ts';

const small = {
  'handbook.yaml': registeredManifest,
  'sources/S.yaml': `kind: register
source: S
title: { en: Source, zh: 来源 }
clauses:
  - { id: S-1, form: executable, topic: t, title: { en: One, zh: 一 } }
  - { id: S-2, form: executable, topic: t, title: { en: Two, zh: 二 } }
  - { id: S-3, form: record, topic: t, title: { en: Three, zh: 三 } }
`,
  'words.yaml': `kind: vocabulary
title: { en: Words, zh: 词汇 }
units:
  - { id: can, en: [can, cans], zh: [罐], whole: true }
enumerations:
  tea: { green: { en: Green, zh: 绿茶 }, black: { en: Black, zh: 红茶 } }
facts:
  reached: { type: percent, range: "[0% .. 200%]", scale: 1, title: { en: Reached, zh: 完成率 } }
  sold: { type: money, range: ">= 0 CNY", title: { en: Sold, zh: 销售额 } }
  tea: { type: tea, title: { en: Tea, zh: 茶 } }
  stock: { type: quantity, unit: can, range: ">= 0 cans", title: { en: Stock, zh: 库存 } }
  urgent: { type: boolean, title: { en: Urgent, zh: 加急 } }
  due: { type: date, title: { en: Due, zh: 到期 } }
  bonus: { type: money, scale: 2, title: { en: Bonus, zh: 奖金 } }
  lots: { type: list, of: quantity, unit: can, title: { en: Lots, zh: 批次 } }
`,
};

const head = (kind: string): string =>
  `policy: t\nkind: ${kind}\nversion: 1\neffective: { from: 2023-01-01 }\npublished: 2022-12-20\ntitle: { en: T, zh: 表 }\ncites: [S-1]\nscope: shop\n`;

function tested(policy: string, cases: string, more: Readonly<Record<string, string>> = {}): Tested {
  const texts = { ...small, 't.yaml': policy, 't.cases.yaml': `cases-of: t\nat: 2026-01-01\n${cases}`, ...more };
  const result = runBoth(
    { dir: '', handbook: handbookOf(texts), files: new Map(), leftOut: [] },
    { names: [], clauses: [] },
  );
  expect(result.mistakes.map(({ message }) => message.en)).toEqual([]);
  return result;
}

/** What is missing, each with the inputs that are proposed: `row [0% .. 50%): reached = 0%`. */
function missing({ coverage }: Tested): readonly string[] {
  return coverage.missing.map(
    ({ sort, text, needs }) => `${sort} ${text}: ${needs.map(({ input }) => input.en).join('; ')}`,
  );
}

const rows = (columns: string, ...written: readonly string[]): string =>
  `cases:\n  - id: a\n    given: { sold: 100 CNY }\n    columns: [${columns}]\n    rows:\n${written.map((row) => `      - [${row}]\n`).join('')}`;
const decision = (choose: string): string =>
  `${head('formula')}decisions:\n  d:\n    title: { en: D, zh: 丁 }\n${choose}`;

const tiers = `${head('tiers')}by: reached
mode: slab
base: sold
tiers:
  - { in: "[0% .. 50%)", rate: 1% }
  - { in: "[50% .. 200%]", rate: 2% }
`;
const unique = `${head('table')}columns: { tea: tea, stock: stock }
outputs:
  d: { title: { en: D, zh: 丁 } }
rows:
  - { tea: green, stock: "< 5 cans", d: 1 CNY }
  - { tea: green, stock: ">= 5 cans", d: 2 CNY }
  - { otherwise: { d: 3 CNY } }
`;
const arms = decision(`    choose:
      - { when: stock = 0 cans, value: 1 CNY }
      - { when: stock <= 1 can, value: 2 CNY }
      - { otherwise: undetermined(open) }
gaps: [{ id: open, says: { en: Open., zh: 未定。 } }]
`);
const condition = decision('    value: urgent and due >= 2026-01-31\n');
const proposal = decision(
  '    left-to: { by: { unstated: who }, allowed: "[1 CNY .. 2 CNY)", proposed: bonus }\ngaps: [{ id: who, says: { en: Who?, zh: 由谁？ } }]\n',
);
const required = `${condition}requires:\n  - { that: urgent, says: { en: Urgent., zh: 须加急。 } }\n`;
const requiredOfTwo = decision(`    value: stock * 1
  e:
    title: { en: E, zh: 戊 }
    value: stock * 2
requires: [{ that: stock <= 5 cans, says: { en: Too many., zh: 过多。 } }]
`);
const against = decision('    value: stock > 2 * size(lots) * 1 can and due = month-end(due)\n');
const quotient = decision('    value: if bonus > 0 CNY then sold / bonus >= 50% else false\n');
const filtered = decision('    value: count of l for l in lots where l > 2 cans\n');
const noDay = `${decision('    value: reading(by-then, due > 2026-01-31, due > undetermined(no-day))\n')}gaps: [{ id: no-day, says: { en: No day., zh: 无日期。 } }]
interpretations:
  - { id: by-then, clause: S-1, about: fills, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
`;

// What a policy's cases leave out. Inside a fact's declared range only; steps are those of its scale, its unit, the calendar.
test.each([
  [
    'tiers',
    tiers,
    rows('reached, .rate, .amount', '49.8%, 1%, 1 CNY'),
    [
      'boundary reached | 0%: reached = 0%; reached = 0.1%',
      'boundary reached | 50%: reached = 50%; reached = 49.9%; reached = 50.1%',
      'row [50% .. 200%] → 2%: reached = 50%',
      'boundary reached | 200%: reached = 200%; reached = 199.9%',
    ],
  ],
  [
    'rows of a table, each with the boundaries of its cells',
    unique,
    rows('tea, stock, .d', 'green, 4 cans, 1 CNY', 'green, 5 cans, 2 CNY'),
    ['boundary stock | 5 cans: stock = 6 cans', 'row 3 CNY: none of: green · < 5 cans; green · >= 5 cans'],
  ],
  [
    'branches; next to a cut an earlier branch may decide',
    arms,
    rows('stock, .d', '0 cans, 1 CNY', '1 can, 2 CNY'),
    ['boundary stock | 1 can: stock = 2 cans', 'branch undetermined(open): none of: stock = 0 cans; stock <= 1 can'],
  ],
  [
    'a branch that stays open is gone through all the same',
    arms,
    rows('stock, .d', '0 cans, 1 CNY', '1 can, 2 CNY', '2 cans, undetermined'),
    [],
  ],
  [
    'a missing fact shows nothing of a row',
    tiers.replace('rate: 2%', 'rate: if urgent then 2% else 2%'),
    rows(
      'reached, .rate',
      '50%, undetermined',
      '49.9%, 1%',
      '50.1%, undetermined',
      '0%, 1%',
      '0.1%, 1%',
      '200%, undetermined',
      '199.9%, undetermined',
    ),
    [
      'decision t.amount: ask t.amount',
      'row [50% .. 200%] → if urgent then 2% else 2%: reached = 50%',
      'branch 2%: urgent',
      'branch 2%: none of: urgent',
    ],
  ],
  [
    'both answers of a condition, and its dates',
    condition,
    rows('urgent, due, .d', 'true, 2026-01-31, true', 'false, 2026-02-01, false'),
    ['boundary due | 2026-01-31: due = 2026-01-30; due = 2026-02-01'],
  ],
  [
    'what a decision requires',
    required,
    rows('urgent, due, .d', 'true, 2026-01-31, true', 'true, 2026-01-30, false', 'true, 2026-02-01, true'),
    ['branch urgent = false: urgent is false'],
  ],
  [
    'what all decisions of a policy require is one condition: asking one of them at its boundary will do',
    requiredOfTwo,
    `${rows('stock, .d', '4 cans, 4 cans', '5 cans, 5 cans', '6 cans, error')}  - id: b
    given: { stock: 1 can }
    expect: { .e: 2 cans }
`,
    [],
  ],
  [
    'what a person may decide',
    proposal,
    rows('bonus, .d', '1.00 CNY, 1.00 CNY', '1.99 CNY, 1.99 CNY'),
    [
      'boundary bonus | 1.00 CNY: bonus = 0.99 CNY; bonus = 1.01 CNY',
      'boundary bonus | 2.00 CNY: bonus = 2.00 CNY; bonus = 2.01 CNY',
    ],
  ],
  [
    'what a given value is held against; of an equality the point alone',
    against,
    rows('stock, lots, due, .d', '2 cans, "[1 can]", 2026-01-31, false', '3 cans, "[1 can]", 2026-01-31, true'),
    ['boundary stock | 2 × size(lots) × 1 can: stock < 2 × size(lots) × 1 can, by the smallest unit'],
  ],
  [
    'a quotient has no smallest unit: any value beside the cut will do',
    quotient,
    rows('bonus, .d', '900.00 CNY, false', '0.00 CNY, false', '0.01 CNY, true', '-0.01 CNY, false'),
    ['boundary sold ÷ bonus | 50%: sold ÷ bonus = 50%'],
  ],
  [
    'what the source leaves out bounds nothing',
    noDay,
    rows('due, .d, flags', '2026-01-31, false, [by-then]', '2026-02-01, true, [by-then]'),
    ['boundary due | 2026-01-31: due = 2026-01-30'],
  ],
  [
    'an element of a list is held against a bound as well',
    filtered,
    rows('lots, .d', '"[2 cans, 3 cans]", 1'),
    ['boundary l | 2 cans: l = 1 can'],
  ],
] as const)('missing: %s', (_name, policy, cases, expected) => {
  const run = tested(policy, cases);
  expect(run.failures.map(({ result }) => result.differences)).toEqual([]);
  expect(missing(run).toSorted()).toEqual([...expected].sort());
});

const all = ['0%', '0.1%', '49.9%'].map((at) => `${at}, 1%, 1 CNY`);
const more = ['50%', '50.1%', '199.9%', '200%'].map((at) => `${at}, 2%, 2 CNY`);
const every = rows('reached, .rate, .amount', ...all, ...more);

test('nothing is missing when all is gone through', () => {
  const none = { covered: 0, of: 0 };
  expect(tested(tiers, every).coverage).toMatchObject({
    total: {
      decision: { covered: 2, of: 2 },
      row: { covered: 2, of: 2 },
      branch: none,
      boundary: { covered: 3, of: 3 },
    },
    missing: [],
  });
});

// Cases that fail or were taken from the output show nothing, be it the file that says so, the case or the row.
test.each([
  [
    'a case that fails',
    every
      .replaceAll('1 CNY]', '7 CNY]')
      .replaceAll('2 CNY]', '7 CNY]')
      .replaceAll('1%,', '7%,')
      .replaceAll('2%,', '7%,'),
  ],
  ['a recorded file', `recorded: true\n${every}`],
  ['a recorded case', every.replace('id: a\n', 'id: a\n    recorded: true\n')],
  ['recorded rows', every.replace('.amount]', '.amount, recorded]').replaceAll(/CNY\]/g, 'CNY, true]')],
])('%s covers nothing', (_name, cases) => {
  const { total, clauses } = tested(tiers, cases).coverage;
  expect(Object.values(total).map(({ covered }) => covered)).toEqual([0, 0, 0, 0, 0]);
  expect(clauses.map(({ clause }) => clause)).toEqual(['S-1', 'S-2']);
});

test('only rows that say so are recorded', () => {
  const run = tested(tiers, rows('reached, .rate, recorded', '10%, 1%, true', '60%, 2%, false'));
  expect(run.results.map(({ question }) => question.recorded)).toEqual([true, false]);
  expect(run.coverage.total.row).toEqual({ covered: 1, of: 2 });
});

// Executable clauses: a case names one, or the decision asked or a row that was taken cites it.
test.each([
  ['the decision cites it', tiers, every, ['S-2']],
  ['a case names it', tiers, every.replace('id: a\n', 'id: a\n    cites: [S-2]\n'), []],
  ['a row cites it that was taken', tiers.replace('rate: 2%', 'rate: 2%, cites: [S-2]'), every, []],
  [
    'a row cites it that was not',
    tiers.replace('rate: 2%', 'rate: 2%, cites: [S-2]'),
    rows('reached, .rate', '10%, 1%'),
    ['S-2'],
  ],
])('clauses: %s', (_name, policy, cases, expected) => {
  expect(tested(policy, cases).coverage.clauses.map(({ clause }) => clause)).toEqual(expected);
});

test('amending leaves cases alone: unchanged rows stay covered, changed ones need new cases', () => {
  const second = tiers.replace('version: 1', 'version: 2').replace('2023-01-01', '2026-06-01').replace('2022-12-20', '2026-05-01').replace('rate: 2%', 'rate: 3%').replace('scope:', 'because: { en: More., zh: 提高。 }\nscope:'); // prettier-ignore
  const run = tested(second, every, { 'history/t.v1.yaml': tiers });
  expect(run.failures).toEqual([]);
  expect(missing(run)).toEqual(['row [50% .. 200%] → 3%: reached = 50%']);
});

const shop = (line: string): string =>
  `policy: t\nkind: organization\nversion: 1\neffective: { from: 2023-01-01 }\npublished: 2022-12-20\ntitle: { en: T, zh: 表 }\ncites: [S-1]\nscope: shop\nowner: a
departments: { d: { title: { en: D, zh: 部 } } }
posts:
  a: { title: { en: A, zh: 甲 }, department: d, reports-to: { unstated: lines }, head-count: 1 }
  b: { title: { en: B, zh: 乙 }, department: d, reports-to: ${line}, head-count: 1 }
gaps: [{ id: lines, says: { en: Open., zh: 未定。 } }]
`;
const asksAbove = `cases:
  - id: a
    expect: { .superior on a: { status: undetermined, reasons: [{ gap: lines }] } }
`;

test.each([
  ['no line at all: the gap is all there is to see', '{ unstated: lines }', false],
  ['one line: somebody has a superior', 'a', true],
])('superiors, %s', (_name, line, isMissing) => {
  const found = missing(tested(shop(line), asksAbove));
  expect(found.some((part) => part.startsWith('decision t.superior'))).toBe(isMissing);
});

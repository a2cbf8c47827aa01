import { expect, test } from 'vitest';
import { found, replayed, small } from './small.ts';

const formula = (...decisions: readonly string[]): string => `kind: formula\ndecisions:\n  ${decisions.join('\n  ')}\n`;
const value = (text: string, more = ''): string => formula(`x: { value: ${JSON.stringify(text)}${more} }`);
const choose = (...arms: readonly string[]): string =>
  formula(`x:\n    choose:\n${arms.map((arm) => `      - ${arm}\n`).join('')}`);
const table = (rows: readonly string[], hit = 'first'): string =>
  `kind: table\nhit: ${hit}\n${hit === 'collect' ? 'collect: sum\n' : ''}columns: { tea: tea, sales: sales }\noutputs: { x: { title: { en: X, zh: 值 } } }\nrows:\n${rows.map((row) => `  - ${row}\n`).join('')}`;
const tiers = (...rows: readonly string[]): string =>
  `kind: tiers\nby: sales\nmode: slab\nbase: sales\ntiers:\n${rows.map((row) => `  - ${row}\n`).join('')}`;

interface Case {
  readonly says: string;
  readonly policy: string;
  readonly other?: string;
  /** Codes and the places that they point at, in any order. */
  readonly told: readonly (readonly [code: string, text: string])[];
}

const cases: readonly Case[] = [
  {
    says: 'a branch that an earlier one hides',
    policy: choose(
      '{ when: sales > 5 CNY, value: 1 CNY }',
      '{ when: sales > 7 CNY, value: 2 CNY }',
      '{ otherwise: 3 CNY }',
    ),
    told: [['never', 'sales > 7 CNY']],
  },
  {
    says: 'no branch is hidden',
    policy: choose(
      '{ when: sales > 7 CNY, value: 1 CNY }',
      '{ when: sales > 5 CNY, value: 2 CNY }',
      '{ otherwise: 3 CNY }',
    ),
    told: [],
  },
  {
    says: 'a branch that what is required keeps out',
    policy: `requires:\n  - { that: returned <= sales, says: { en: R, zh: 退 } }\n${choose('{ when: sales < returned, value: 1 CNY }', '{ otherwise: 3 CNY }')}`,
    told: [['never', 'sales < returned']],
  },
  {
    says: 'a branch that where the policy applies keeps out',
    policy: `applies-when: tea = green\n${choose('{ when: tea = black, value: 1 CNY }', '{ otherwise: 3 CNY }')}`,
    told: [['never', 'tea = black']],
  },
  {
    says: 'a branch that another decision keeps out',
    policy: choose('{ when: o.pay > 50 CNY, value: 1 CNY }', '{ otherwise: 3 CNY }'),
    other: formula('pay: { value: "min(sales, 40 CNY)" }'),
    told: [['never', 'o.pay > 50 CNY']],
  },
  {
    says: 'a branch that a sum over facts keeps out',
    policy: choose('{ when: sales + returned > 20000 CNY, value: 1 CNY }', '{ otherwise: 3 CNY }'),
    told: [['never', 'sales + returned > 20000 CNY']],
  },
  {
    says: 'a row that two earlier ones hide is left to the table’s own check, one that a required fact hides is not',
    policy: `requires:\n  - { that: sales < 100 CNY, says: { en: R, zh: 退 } }\n${table(['{ tea: green, sales: any, x: 1 CNY }', '{ tea: any, sales: ">= 100 CNY", x: 2 CNY }', '{ otherwise: { x: 3 CNY } }'])}`,
    told: [['never', 'tea: any']],
  },
  {
    says: 'a tier above all that is required',
    policy: `requires:\n  - { that: sales < 100 CNY, says: { en: R, zh: 退 } }\n${tiers('{ in: "[0 CNY .. 100 CNY)", rate: 1% }', '{ in: ">= 100 CNY", rate: 2% }')}`,
    told: [['never', '>= 100 CNY']],
  },
  {
    says: 'a condition that a range already says',
    policy: value('if express and sales >= 0 CNY then 1 CNY else 2 CNY'),
    told: [['always', 'sales >= 0 CNY']],
  },
  {
    says: 'nothing depends on a parameter’s value of today',
    policy: choose('{ when: sales > limit, value: 1 CNY }', '{ otherwise: 3 CNY }'),
    other: `kind: parameters\nparameters:\n  limit: { type: money, scope: shop, owner: manager, value: 20000 CNY, title: { en: L, zh: 限 } }\n`,
    told: [],
  },
  {
    says: 'branches that hold for everything',
    policy: choose('{ when: express, value: 1 CNY }', '{ when: not express, value: 2 CNY }', '{ otherwise: 3 CNY }'),
    told: [['needless-otherwise', '3 CNY']],
  },
  { says: 'a denominator of zero', policy: value('returned / sales'), told: [['denominator', 'sales']] },
  { says: 'a denominator above zero', policy: value('returned / target'), told: [] },
  { says: 'a guarded denominator', policy: value('if sales > 0 CNY then returned / sales else 0%'), told: [] },
  {
    says: 'a denominator that is a difference',
    policy: value('target / (sales - returned)'),
    told: [['denominator', '(sales - returned)']],
  },
  {
    says: 'a denominator over a list is not decided',
    policy: value('sales / (sum of a for a in amounts)'),
    told: [['not-decided', '(sum of a for a in amounts)']],
  },
  { says: 'negative pay', policy: value('sales - returned', ', range: ">= 0 CNY"'), told: [['outside-range', 'x']] },
  {
    says: 'pay that cannot be negative',
    policy: value('max(sales - returned, 0 CNY)', ', range: ">= 0 CNY"'),
    told: [],
  },
  {
    says: 'a rate above the whole',
    policy: value('share + 10%', ', range: "[0% .. 100%]"'),
    told: [['outside-range', 'x']],
  },
  { says: 'a rate up to the whole', policy: value('share * 50% + 50%', ', range: "[0% .. 100%]"'), told: [] },
  {
    says: 'rounding up to an open end',
    policy: value('sales * 1.2345%', ', range: "< 123.45 CNY"'),
    told: [['outside-range', 'x']],
  },
  { says: 'rounding below an end', policy: value('sales * 1.2345%', ', range: "<= 123.45 CNY"'), told: [] },
  {
    says: 'a part that was rounded before is no less than its own least',
    policy: value('o.pay + 1 CNY', ', range: ">= 1 CNY"'),
    other: formula('pay: { value: sales * 1.23% }'),
    told: [],
  },
  {
    says: 'a part that was rounded before is no more than its own most',
    policy: value('o.pay + 1 CNY', ', range: "<= 124 CNY"'),
    other: formula('pay: { value: sales * 1.23% }'),
    told: [],
  },
  {
    says: 'a part that was rounded before may reach its most',
    policy: value('o.pay + 1 CNY', ', range: "< 124 CNY"'),
    other: formula('pay: { value: sales * 1.23% }'),
    told: [['outside-range', 'x']],
  },
  {
    says: 'a rounded part of a rounded difference may be below zero',
    policy: value('o.pay + 1 CNY', ', range: ">= 1 CNY"'),
    other: formula('pay: { value: (sales - returned) * 1.23% }'),
    told: [['outside-range', 'x']],
  },
  {
    says: 'a range over a list is not decided',
    policy: value('sum of a for a in amounts', ', range: ">= 0 CNY"'),
    told: [['not-decided', 'x']],
  },
  {
    says: 'a promise to rise that is kept',
    policy: value('if sales < 100 CNY then sales * 1% else sales * 2%', ', monotone: { sales: up }'),
    told: [],
  },
  {
    says: 'a promise to rise that an edge breaks',
    policy: value('if sales < 100 CNY then sales * 2% else sales * 1%', ', monotone: { sales: up }'),
    told: [['not-monotone', 'sales']],
  },
  {
    says: 'a promise to rise that a slope breaks',
    policy: value('max(500 CNY - sales, 0 CNY)', ', monotone: { sales: up }'),
    told: [['not-monotone', 'sales']],
  },
  {
    says: 'a promise to fall that is kept',
    policy: value('max(500 CNY - sales, 0 CNY)', ', monotone: { sales: down }'),
    told: [],
  },
  {
    says: 'what follows from the fact follows',
    policy: value('turnover * 2%', ', monotone: { sales: up, returned: down }'),
    told: [],
  },
  {
    says: 'what follows from the fact falls',
    policy: value('100 CNY - turnover * 2%', ', monotone: { sales: up }'),
    told: [['not-monotone', 'sales']],
  },
  {
    says: 'a cliff between tiers that rise on the whole, where the kind does not look',
    policy: value('if sales < 100 CNY then 5 CNY else if sales < 200 CNY then 3 CNY else 9 CNY'),
    told: [['cliff', 'x']],
  },
  {
    says: 'falling is meant',
    policy: value('if sales < 100 CNY then 9 CNY else if sales < 200 CNY then 5 CNY else 3 CNY'),
    told: [],
  },
  {
    says: 'tiers that say the same',
    policy: tiers(
      '{ in: "[0 CNY .. 50 CNY)", rate: 1% }',
      '{ in: "[50 CNY .. 100 CNY]", rate: 1% }',
      '{ in: "> 100 CNY", rate: 2% }',
    ),
    told: [['alike', '[0 CNY .. 50 CNY)']],
  },
  {
    says: 'tiers that rest on different clauses',
    policy: tiers(
      '{ in: "[0 CNY .. 50 CNY)", rate: 1%, origin: own }',
      '{ in: "[50 CNY .. 100 CNY]", rate: 1% }',
      '{ in: "> 100 CNY", rate: 2% }',
    ),
    told: [],
  },
  {
    says: 'rows that say the same',
    policy: table([
      '{ tea: green, sales: any, x: 1 CNY }',
      '{ tea: black, sales: any, x: 1 CNY }',
      '{ otherwise: { x: 3 CNY } }',
    ]),
    told: [['alike', 'tea: green']],
  },
  {
    says: 'a value that no row names',
    policy: table(['{ tea: green, sales: any, x: 1 CNY }', '{ tea: black, sales: any, x: 2 CNY }'], 'collect'),
    told: [['column-hole', 'tea: black']],
  },
  {
    says: 'every value has a row',
    policy: table(
      ['{ tea: green, sales: any, x: 1 CNY }', '{ tea: "{black, white}", sales: any, x: 2 CNY }'],
      'collect',
    ),
    told: [],
  },
];

test.each(cases)('$says', ({ policy, other, told }) => {
  const handbook = small(policy, other);
  expect(handbook.diagnostics.filter(({ blocks }) => blocks).map(({ message }) => message.en)).toEqual([]);
  const all = found(handbook).filter(({ diagnostic }) => diagnostic.span.file === 't.yaml');
  const said = all.map(({ code, text }) => [code.replace('proof/', ''), text.replace(/^\{ (.*) \}$/, '$1')]);
  expect(said.toSorted()).toEqual(told.toSorted());
});

test('the same mistake at the same place of two files is told of both', () => {
  const never = choose('{ when: sales >= 0 CNY and express, value: 1 CNY }', '{ otherwise: 3 CNY }');
  const told = found(small(never, never)).filter(({ code }) => code === 'proof/always');
  expect(told.map(({ diagnostic }) => diagnostic.span.file).toSorted()).toEqual(['o.yaml', 't.yaml']);
});

test('a witness of zero is undetermined in the evaluator, one outside of a range really lies there', () => {
  const zero = small(value('returned / sales'));
  const [division] = found(zero);
  expect(replayed(zero, 't.x', division!.diagnostic)).toMatchObject({
    status: 'undetermined',
    reasons: [{ code: 'denominator' }],
  });
  const negative = small(value('sales - returned', ', range: ">= 0 CNY"'));
  const [pay] = found(negative);
  expect(replayed(negative, 't.x', pay!.diagnostic).value).toMatch(/^-/);
});

test('tiers that say the same, and lines that never decide, have a fix', () => {
  const fixesOf = (policy: string): readonly string[] =>
    found(small(policy)).flatMap(({ diagnostic }) => diagnostic.fixes.map(({ title }) => title.en));
  const same = tiers('{ in: "[0 CNY .. 50 CNY)", rate: 1% }', '{ in: ">= 50 CNY", rate: 1% }');
  expect(fixesOf(same)).toEqual(['Write one with >= 0 CNY']);
});

// Ten seconds of a processor; how long that lasts depends on who else is at work.
const patience = { timeout: 40_000 };
const seconds = (): number => process.cpuUsage().user / 1e6;

test('twelve columns whose cells explode end undecided, in time', patience, () => {
  const start = seconds();
  const columns = Array.from({ length: 12 }, (_, i) => `c${String(i)}: sales + ${String(i)} CNY * share`);
  const row = (i: number): string =>
    `  - { ${columns.map((_, at) => `c${String(at)}: "[${String(i * 7 + at)} CNY .. ${String(i * 11 + at * 3 + 20)} CNY]"`).join(', ')}, x: ${String(i)} CNY }\n`;
  const rows = Array.from({ length: 40 }, (_, i) => row(i)).join('');
  const policy = `kind: table\nhit: collect\ncollect: sum\ncolumns: { ${columns.join(', ')} }\noutputs: { x: { title: { en: X, zh: 值 } } }\nrows:\n${rows}`;
  expect(found(small(policy)).map(({ code }) => code)).toContain('proof/not-decided');
  expect(seconds() - start).toBeLessThan(10);
});

test('twelve facts of one table end undecided in its own check, in time', patience, () => {
  const start = seconds();
  const names = Array.from({ length: 12 }, (_, i) => `c${String(i)}`);
  const cell = (row: number, at: number): string => `"[${String(row * 7 + at)} .. ${String(row * 11 + at * 3 + 20)}]"`;
  const row = (i: number): string =>
    `  - { ${names.map((name, at) => `${name}: ${cell(i, at)}`).join(', ')}, x: ${String(i)} CNY }\n`;
  const rows = Array.from({ length: 40 }, (_, i) => row(i)).join('');
  const columns = names.map((name) => `${name}: ${name}`).join(', ');
  const facts = names.map((name) => `  ${name}: { type: number, title: { en: ${name}, zh: ${name} } }\n`).join('');
  const policy = `kind: table\nhit: unique\ncolumns: { ${columns} }\noutputs: { x: { title: { en: X, zh: 值 } } }\nrows:\n${rows}`;
  const handbook = small(policy, undefined, undefined, facts);
  expect(handbook.diagnostics.map(({ code }) => code)).toContain('table/not-decided');
  expect(found(handbook).map(({ code }) => code)).toContain('proof/not-decided');
  expect(seconds() - start).toBeLessThan(10);
});

import { expect, test } from 'vitest';
import { ledgerOf, type LedgerEntry } from '../../engine/ledger/ledger.ts';
import { isBelow } from '../../engine/ledger/totals.ts';
import { gather, readFile } from '../../engine/program/read.ts';
import { sourceFile } from '../../engine/source/source-file.ts';

const register = `kind: register
source: O
title: { en: Source, zh: 来源 }
clauses:
  - id: O-1.1
    form: executable
    topic: pay
    title: { en: Bonus, zh: 奖金 }
    figures: { bonus: 500 CNY a month, share: 20% }
    issues:
      - { id: who, says: { en: Who?, zh: 谁？ }, answer: p#everybody }
      - { id: when, says: { en: When?, zh: 何时？ }, answer: { no-effect: { en: No matter., zh: 无关。 } } }
  - { id: O-1.2, form: record, topic: org, title: { en: Record, zh: 记录 }, figures: { lines: 2 lines } }
  - { id: O-1.3, form: principle, topic: conduct, title: { en: Principle, zh: 原则 } }
`;
const policy = `policy: p
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: 20% more, zh: 多 }
cites: [O-1.2]
decisions:
  bonus: { title: { en: Bonus, zh: 奖金 }, cites: [O-1.1], value: 500 CNY }
  other: { title: { en: Other, zh: 其他 }, value: 3 }
interpretations:
  - { id: everybody, clause: O-1.1, about: fills, question: { en: q, zh: q }, answer: { en: a, zh: a }, status: proposed }
`;
const cases = `cases-of: p
at: 2023-01-01
cases:
  - { id: paid, expect: { .bonus: 500 CNY } }
`;
const provisions = `policy: aims
kind: provisions
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Aims, zh: 目标 }
provisions:
  - { id: a, who: all-staff, cites: [O-1.3], strives-for: [{ en: good, zh: 好 }] }
`;
const files = { 'sources/O.yaml': register, 'p.yaml': policy, 'p.cases.yaml': cases, 'aims.yaml': provisions };

/** The ledger of the small handbook with some of its files changed; an empty one is gone. */
function ledger(changes: Readonly<Record<string, string>> = {}, on?: string): ReadonlyMap<string, LedgerEntry> {
  const readings = Object.entries({ ...files, ...changes })
    .filter(([, text]) => text !== '')
    .map(([path, text]) => readFile(sourceFile(path, text)));
  return new Map(ledgerOf(gather(readings), on).entries.map((entry) => [entry.clause, entry]));
}

/** What is open, by clause: why it is not covered, the figures and the issues. */
function open(changes: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const found = [...ledger(changes)].map(([clause, { covered, figures, issues }]) => [
    clause,
    [
      ...(covered.is === 'missing' ? [covered.why] : []),
      ...figures.flatMap(({ id, missing }) => (missing.length > 0 ? [id] : [])),
      ...issues.flatMap(({ id, unknown }) => (unknown.length > 0 ? [id] : [])),
    ],
  ]);
  return Object.fromEntries(found.filter(([, lacks]) => (lacks?.length ?? 0) > 0)) as Record<string, string[]>;
}

const whole = { 'p.yaml': policy.replace('value: 3', 'value: 20%').replace('  other', '  second') };
const second = { 'p.yaml': whole['p.yaml'] };

const situations: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
  Readonly<Record<string, readonly string[]>>,
])[] = [
  ['a title carries no figure', {}, { 'O-1.1': ['share'] }],
  ['all is there', second, {}],
  [
    'the policy is gone, its cases are not',
    { 'p.yaml': '' },
    { 'O-1.1': ['not-cited', 'bonus', 'share', 'who'], 'O-1.2': ['not-cited', 'lines'] },
  ],
  [
    'the policy is broken',
    { 'p.yaml': policy.replace('version: 1', 'version: one') },
    { 'O-1.1': ['not-cited', 'bonus', 'share', 'who'], 'O-1.2': ['not-cited', 'lines'] },
  ],
  [
    'an older version does not cover for a broken one',
    { 'history/p.v1.yaml': policy, 'p.yaml': policy.replace('version: 1', 'version: two') },
    { 'O-1.1': ['not-cited', 'bonus', 'share', 'who'], 'O-1.2': ['not-cited', 'lines'] },
  ],
  ['no case', { ...second, 'p.cases.yaml': '' }, { 'O-1.1': ['no-case'], 'O-1.2': ['no-case'] }],
  [
    'a recorded case',
    { ...second, 'p.cases.yaml': cases.replace('id: paid', 'id: paid, recorded: true') },
    { 'O-1.1': ['no-case'], 'O-1.2': ['no-case'] },
  ],
  [
    'recorded cases',
    { ...second, 'p.cases.yaml': cases.replace('at:', 'recorded: true\nat:') },
    { 'O-1.1': ['no-case'], 'O-1.2': ['no-case'] },
  ],
  [
    'a case of another decision',
    { ...second, 'p.cases.yaml': cases.replace('.bonus', '.second') },
    { 'O-1.1': ['no-case'] },
  ],
  [
    'a case of another decision that cites the clause',
    { ...second, 'p.cases.yaml': cases.replace('.bonus', '.second').replace('paid,', 'paid, cites: [O-1.1],') },
    {},
  ],
  [
    'a case of a decision that is not there',
    { ...second, 'p.cases.yaml': cases.replace('.bonus', '.third').replace('paid,', 'paid, cites: [O-1.1],') },
    { 'O-1.1': ['no-case'], 'O-1.2': ['no-case'] },
  ],
  [
    'a principle in another kind only',
    { ...second, 'p.yaml': whole['p.yaml'].replace('[O-1.2]', '[O-1.2, O-1.3]'), 'aims.yaml': '' },
    { 'O-1.3': ['no-provision'] },
  ],
  [
    'an interpretation that is gone',
    { 'p.yaml': whole['p.yaml'].replace('id: everybody', 'id: nobody') },
    { 'O-1.1': ['who'] },
  ],
  [
    'a figure with a reason',
    {
      'sources/O.yaml': register.replace(
        'share: 20%',
        'share: { figure: 20%, no-value: { en: Only said., zh: 仅提及。 } }',
      ),
    },
    {},
  ],
  [
    'a figure that is no value',
    { ...second, 'sources/O.yaml': register.replace('20%', 'about a fifth') },
    { 'O-1.1': ['share'] },
  ],
  [
    'a year is compared as full years',
    {
      'sources/O.yaml': register.replace('share: 20%', 'share: 1 year'),
      'p.yaml': policy.replace('value: 3', 'value: full-years(2023-01-01, 2024-01-01) >= 1'),
    },
    {},
  ],
  [
    'days are counted without naming them where the clause is cited',
    {
      'sources/O.yaml': register.replace('bonus: 500 CNY a month, share: 20%', 'share: 2 days'),
      'p.yaml': policy.replace('value: 500 CNY', 'value: 2'),
    },
    {},
  ],
  [
    'but not elsewhere in the policy',
    {
      'sources/O.yaml': register.replace('bonus: 500 CNY a month, share: 20%', 'share: 3 days'),
    },
    { 'O-1.1': ['share'] },
  ],
  ['another value', { 'p.yaml': whole['p.yaml'].replace('value: 500', 'value: 501') }, { 'O-1.1': ['bonus'] }],
];

test('a figure that a version to come changes is carried until then, and not by a version that has ended', () => {
  const next = whole['p.yaml'].replace('version: 1', 'version: 2').replace('from: 2023', 'from: 2027');
  const changes = { 'history/p.v1.yaml': whole['p.yaml'], 'p.yaml': next.replace('value: 20%', 'value: 21%') };
  const missing = (on?: string) =>
    ledger(changes, on)
      .get('O-1.1')
      ?.figures.flatMap((figure) => figure.missing);
  expect(['2026-11-22', '2026-12-31', '2027-01-01', undefined].map(missing)).toEqual([[], [], ['20%'], ['20%']]);
  const [, share] = ledger(changes, '2026-11-22').get('O-1.1')?.figures ?? [];
  expect(share?.carried.map(({ span }) => span.file)).toEqual(['history/p.v1.yaml']);
});

const registered = (figures: string): Readonly<Record<string, string>> => ({
  'sources/O.yaml': register.replace('figures: { bonus: 500 CNY a month, share: 20% }', `figures: ${figures}`),
});
const stated = (form: string): Readonly<Record<string, string>> => ({
  ...second,
  'sources/O.yaml': register.replace(`form: ${form}`, `form: ${form}, stated-by: [aims]`),
});
const both = 'a.one and a.two';
const quotes: typeof situations = [
  ...(
    [
      [
        'what the register quotes is a whole value',
        `{ share: { figure: the same day, written: ${both} } }`,
        both,
        true,
      ],
      ['with a condition more', `{ share: { figure: 2 conditions, written: ${both} } }`, `${both} and a.three`, false],
      ['with a condition less', `{ share: { figure: 2 conditions, written: ${both} } }`, 'a.one', false],
      [
        'with another value',
        '{ share: { figure: month end, written: month-end(a.day) } }',
        'month-end(a.day) + 5 days',
        false,
      ],
      ['in another form', `{ share: { figure: the same day, written: "a.one   and a.two" } }`, both, true],
      ['as many as the figure counts', '{ share: { figure: 2 things, written: [bonus, second] } }', '1', true],
      ['of which one is gone', '{ share: { figure: 2 things, written: [bonus, third] } }', '1', false],
      ['fewer than the figure counts', '{ share: { figure: 3 things, written: [bonus, second] } }', '1', false],
      ['in a title only', '{ share: { figure: more, written: 20% more } }', '1', false],
      ['both ends of a range', '{ share: 50 to 100 CNY }', '"{50 CNY, 100 CNY}"', true],
      ['the lower end of a range changed', '{ share: 50 to 100 CNY }', '"{60 CNY, 100 CNY}"', false],
      ['the upper end of a range changed', '{ share: 50 to 100 CNY }', '"{50 CNY, 110 CNY}"', false],
      ['the lower end of a range without its unit', '{ share: 50 to 100 CNY }', '"{50 pieces, 100 CNY}"', false],
    ] as const
  ).map(([name, figures, value, carried]): (typeof situations)[number] => [
    name,
    {
      ...registered(figures),
      'p.yaml': policy.replace('value: 500 CNY', `value: ${value}`).replace('  other', '  second'),
    },
    carried ? {} : { 'O-1.1': ['share'] },
  ]),
  [
    'how often is no length of a list',
    { ...second, 'sources/O.yaml': register.replace('2 lines', '2 times') },
    { 'O-1.2': ['lines'] },
  ],
  [
    'named things are counted',
    { ...second, 'sources/O.yaml': register.replace('2 lines', '3 lines') },
    { 'O-1.2': ['lines'] },
  ],
  ['a policy that must state a clause of another form', stated('record'), { 'O-1.2': ['not-stated'] }],
  ['and states it', { ...stated('record'), 'aims.yaml': provisions.replace('[O-1.3]', '[O-1.2, O-1.3]') }, {}],
  ['and is gone', { ...stated('principle'), 'aims.yaml': '' }, { 'O-1.3': ['not-cited'] }],
];

test.each([...situations, ...quotes])('%s', (_, changes, expected) => {
  expect(open(changes)).toEqual(expected);
});

test('a value is found where it is written, a list by its length', () => {
  const entries = ledger(second);
  expect(entries.get('O-1.1')?.figures[0]?.carried).toMatchObject([
    { value: '500 CNY', policy: 'p', counted: false, span: { file: 'p.yaml', start: policy.indexOf('500 CNY }') } },
  ]);
  expect(entries.get('O-1.2')?.figures[0]?.carried).toMatchObject([{ counted: true, policy: 'p' }]);
});

test.each([
  ['O-1.3', 'O-1', true],
  ['O-12.3', 'O-1', false],
  ['O-1.3.3a', 'O-1.3.3', true],
  ['O-1', 'O', true],
  ['D-1', 'O', false],
])('%s below %s: %s', (clause, prefix, below) => {
  expect(isBelow(clause, prefix)).toBe(below);
});

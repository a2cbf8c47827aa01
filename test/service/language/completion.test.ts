/** What is offered at the cursor, also in half-typed files. */
import { describe, expect, test } from 'vitest';
import { completions, type Completion } from '../../../engine/service/language/index.ts';
import { updateFile, withText } from '../../../engine/service/workspace.ts';
import { marked } from './cursor.ts';

interface Case {
  readonly of: string;
  readonly text: string;
  /** The first ones, in order. */
  readonly first?: readonly string[];
  /** All of them. */
  readonly only?: readonly string[];
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
}

const head = 'policy: commission.new\nkind: tiers\nversion: 1\nscope: pay\n';

const cases: readonly Case[] = [
  // Keys.
  { of: 'an empty file', text: '█', first: ['kind', 'policy', 'version', 'title'] },
  {
    of: 'the keys that are required first',
    text: `${head}█`,
    first: ['title', 'by', 'mode', 'tiers'],
    lacks: ['kind', 'policy'],
  },
  {
    of: 'a key between others',
    text: `${head}mo█\ntitle: { en: a, zh: b }\n`,
    first: ['mode', 'monotone'],
    lacks: ['title'],
  },
  { of: 'a key by its Chinese words', text: `${head}分档█`, first: ['by'] },
  { of: 'a new item of a list', text: `${head}tiers:\n  - █`, first: ['in', 'rate', 'amount'] },
  {
    of: 'the next key of an item',
    text: `${head}tiers:\n  - in: any\n    █`,
    first: ['rate', 'amount'],
    lacks: ['in'],
  },
  { of: 'a key within brackets', text: `${head}tiers:\n  - { in: any, r█ }`, first: ['rate', 'rests-on'] },
  { of: 'brackets that are not closed yet', text: `${head}title: { █`, only: ['en', 'zh'] },
  { of: 'an unclosed bracket above', text: `${head}tiers:\n  - { in: any, rate: 1%\nmo█\n`, first: ['mode'] },
  { of: 'an unclosed quote above', text: `${head}title: { en: "a, zh: b }\nmo█\nbase: sales.net\n`, first: ['mode'] },
  {
    of: 'columns and outputs of a table',
    text: 'policy: a\nkind: table\nversion: 1\ncolumns:\n  state: x\noutputs:\n  fee: { title: { en: f, zh: 费 } }\nrows:\n  - { █ }\n',
    first: ['state', 'fee'],
  },
  {
    of: 'facts that a case gives',
    text: 'cases-of: commission.head\ncases:\n  - id: a\n    given: { sales.c█ }\n',
    first: ['sales.completion'],
  },
  {
    of: 'decisions that a case expects',
    text: 'cases-of: commission.head\ncases:\n  - id: a\n    expect:\n      .█\n',
    only: ['.rate', '.amount'],
  },
  // Values of the shape.
  { of: 'kinds', text: 'policy: a\nkind: t█\n', only: ['tiers', 'table'] },
  { of: 'an enumeration', text: `${head}mode: █`, only: ['slab', 'graduated', 'interpolated'] },
  { of: 'a truth', text: 'kind: vocabulary\nunits:\n  - id: box\n    whole: █\n', only: ['true', 'false'] },
  {
    of: 'days that the file names',
    text: `${head}effective: { from: 2027-03-01 }\npublished: █\n`,
    only: ['2027-03-01'],
  },
  { of: 'both languages', text: `${head}title: █`, has: ['{ en, zh }'] },
  // Names.
  {
    of: 'clauses by the beginning',
    text: `${head}cites: [O-1.3.3.█]`,
    only: ['O-1.3.3.1', 'O-1.3.3.2', 'O-1.3.3.3', 'O-1.3.3.4'],
  },
  { of: 'clauses by their Chinese title', text: `${head}cites:\n  - 部门主管按█\n`, only: ['O-1.3.3.3'] },
  {
    of: 'posts and departments of the scope',
    text: `${head}owner: █`,
    first: ['head', 'promoter', 'service-agent'],
    has: ['e-commerce'],
  },
  { of: 'scopes', text: 'policy: a\nkind: tiers\nscope: █\n', only: ['pay'] },
  {
    of: 'interpretations as they are written now',
    text: `${head}tiers:\n  - { in: any, rests-on: █ }\ninterpretations:\n  - id: just-typed\n    answer: { en: a, zh: 答 }\n`,
    first: ['just-typed'],
    has: ['whole-amount'],
  },
  {
    of: 'gaps',
    text: `${head}owner: { unstated: █ }\ngaps:\n  - id: nobody\n    says: { en: a, zh: 无 }\n`,
    only: ['nobody'],
  },
  {
    of: 'types',
    text: 'kind: vocabulary\nfacts:\n  a.b:\n    type: p█\n',
    first: ['percent', 'post', 'payment-state'],
  },
  // Expressions.
  { of: 'facts by the beginning of the name', text: `${head}by: sales.c█`, only: ['sales.completion'] },
  { of: 'facts by their Chinese title', text: `${head}by: 目标完成█`, first: ['sales.completion'] },
  {
    of: 'a name in the middle of a formula',
    text: `${head}base: sales.net * com█ + 2 CNY\n`,
    has: ['commission.head.rate'],
  },
  { of: 'what joins values', text: `${head}base: sales.net █`, first: ['and', '且', 'or', '或'] },
  { of: 'Chinese words', text: `${head}base: 如█`, first: ['如果'] },
  { of: 'units behind a number', text: `${head}base: 500 █`, first: ['CNY', 'day'] },
  { of: 'units in Chinese', text: `${head}base: 3 个█`, first: ['个星期', '个月', '个小时'] },
  { of: 'functions', text: `${head}base: mi█`, has: ['min', 'min of'] },
  { of: 'members of what is compared', text: `${head}applies-when: deal.payment = █`, first: ['unpaid', 'part-paid'] },
  {
    of: 'members within a set',
    text: `${head}applies-when: deal.payment in {unpaid, █`,
    first: ['unpaid', 'part-paid'],
  },
  {
    of: 'interpretations of a reading',
    text: `${head}base: reading(█\ninterpretations:\n  - id: r1\n    answer: { en: a, zh: 答 }\n`,
    first: ['r1'],
  },
  {
    of: 'gaps of what is undetermined',
    text: `${head}base: undetermined(█)\ngaps:\n  - id: none-said\n    says: { en: a, zh: 无 }\n`,
    only: ['none-said'],
  },
  { of: 'local definitions as they are written now', text: `${head}define:\n  share: 2%\nbase: sh█`, first: ['share'] },
  { of: 'nothing within a text', text: `${head}applies-when: a = "sal█`, only: [] },
  { of: 'nothing within a title', text: `${head}title: { en: sal█, zh: b }`, only: [] },
  { of: 'nothing within a comment', text: `${head}base: sales.net # sal█`, only: [] },
];

const labels = (found: readonly Completion[]): readonly string[] => found.map(({ label }) => label);

describe('offers', () => {
  test.each(cases)('$of', ({ text, first, only, has, lacks }) => {
    const { workspace, path, offset } = marked(text);
    const found = labels(completions(workspace, path, offset));
    if (only !== undefined) expect(found).toEqual(only);
    if (first !== undefined) expect(found.slice(0, first.length)).toEqual(first);
    if (has !== undefined) expect(found).toEqual(expect.arrayContaining([...has]));
    for (const label of lacks ?? []) expect(found).not.toContain(label);
  });
});

test.each(cases)(
  'the same is offered while the handbook knows the text only without the last word: $of',
  ({ text }) => {
    const { workspace, path, offset } = marked(text);
    const before = updateFile(workspace, path, text.replace(/[\p{L}\p{N}.-]*█/u, ''));
    const behind = withText(before, path, text.replace('█', ''));
    expect(labels(completions(behind, path, offset))).toEqual(labels(completions(workspace, path, offset)));
  },
);

test('an offer says in both languages what it is, and what it takes the place of', () => {
  const { workspace, path, offset } = marked(`${head}by: sales.c█`);
  const [found] = completions(workspace, path, offset);
  expect(found).toMatchObject({
    label: 'sales.completion',
    sort: 'fact',
    title: { en: 'Completion of the sales target', zh: '销售目标完成率' },
    detail: { en: 'percent, >= 0%', zh: '百分比，>= 0%' },
    insert: 'sales.completion',
    span: { file: path, start: offset - 'sales.c'.length, end: offset },
  });
  expect(found?.doc?.zh).toContain('声明于 vocabulary/pay.yaml');
});

test('a key that holds more begins it', () => {
  const insertOf = (text: string, label: string): string | undefined => {
    const { workspace, path, offset } = marked(text);
    return completions(workspace, path, offset).find((one) => one.label === label)?.insert;
  };
  expect(insertOf(`${head}█`, 'title')).toBe('title: { en: $1, zh: $0 }');
  expect(insertOf(`${head}█`, 'tiers')).toBe('tiers:\n  - $0');
  expect(insertOf(`${head}mo█: slab`, 'mode')).toBe('mode');
});

import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { findingsOf, pointOf, smallHandbook } from './small-handbook.ts';

interface Mistake {
  readonly name: string;
  readonly body: string;
  /** Code, the text pointed at, and after `=>` the fixes. */
  readonly found: readonly string[];
}

const columns = 'columns: { tea: tea, stock: stock }\n';
const days = 'outputs: { days: { title: { en: Days, zh: 天数 } } }\n';
const gap = 'gaps:\n  - { id: open, says: { en: Open., zh: 未定。 } }\n';
const rows = (...lines: readonly string[]): string => `rows:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`;
const complete = rows('tea: any, stock: "<= 10 cans", days: 7 days', 'tea: any, stock: "> 10 cans", days: 3 days');
const one = rows('tea: any, stock: any, days: 7 days');

const mistakes: readonly Mistake[] = [
  { name: 'nothing is wrong', body: columns + days + complete, found: [] },
  { name: 'a misspelt column', body: columns + days + rows('tea: any, stok: any, days: 7 days'), found: ['table/unknown-key stok => stock'] },
  { name: 'an unknown key', body: columns + days + rows('tea: any, stock: any, days: 7 days, colour: red'), found: ['table/unknown-key colour'] },
  { name: 'a missing cell', body: columns + days + rows('tea: any, days: 7 days'), found: ['table/no-cell tea: any'] },
  { name: 'a missing value', body: columns + days + rows('tea: any, stock: any'), found: ['table/no-value tea: any'] },
  { name: 'a missing value of otherwise', body: columns + days.replace(' } }\n', ' }, more: { title: { en: M, zh: 多 } } }\n') + rows('tea: green, stock: any, days: 7 days, more: 1', 'otherwise: { days: 3 days }'), found: ['table/no-value otherwise'] },
  { name: 'a range as a value', body: columns + days + rows('tea: any, stock: any, days: "> 7 days"'), found: ['table/not-a-value > 7 days'] },
  { name: 'a form of a value as a cell', body: columns + days + gap + rows('tea: { unstated: open }, stock: any, days: 7 days'), found: ['table/not-a-cell tea'] },
  { name: 'a reserved name', body: `columns: { cites: tea }\noutputs: { days: { title: { en: D, zh: 天 } } }\n${  rows('days: 7 days')}`, found: ['table/reserved-name cites', 'table/no-cell days: 7 days'] },
  { name: 'a column that is an output', body: `columns: { pile: stock }\noutputs: { pile: { title: { en: P, zh: 堆 } } }\n${  rows('pile: any')}`, found: ['table/column-and-output pile'] },
  { name: 'rows behind otherwise', body: columns + days + rows('otherwise: { days: 3 days }', 'tea: any, stock: any, days: 7 days'), found: ['table/after-otherwise tea: any'] },
  { name: 'collect without how', body: `hit: collect\n${columns}${days}${one}`, found: ['table/no-collect t'] },
  { name: 'collect without need', body: `collect: sum\n${columns}${days}${one}`, found: ['table/needless-collect t'] },
  { name: 'a sum of words', body: `hit: collect\ncollect: sum\n${columns}${days}${rows('tea: any, stock: any, days: "\'x\'"')}`.replace("\"'x'\"", "'\"x\"'"), found: ['table/cannot-collect days'] },
  { name: 'a member that does not exist', body: columns + days + rows('tea: gren, stock: any, days: 7 days', 'tea: any, stock: any, days: 3 days'), found: ['expression/unknown-member gren => green'] },
]; // prettier-ignore

test.each(mistakes)('$name', ({ body, found }) => {
  const small = smallHandbook('table', body);
  const say = findingsOf(small).map((finding) => {
    const fixes = finding.fixes.map(({ edits }) => edits[0]!.text).join(', ');
    return pointOf(finding, small.text) + (fixes === '' ? '' : ` => ${fixes}`);
  });
  expect(say).toEqual(found);
});

interface Question {
  readonly name: string;
  readonly body: string;
  /** Output, facts, and what both evaluators answer. */
  readonly answers: readonly (readonly [output: string, given: Readonly<Record<string, string>>, answer: string])[];
}

const questions: readonly Question[] = [
  {
    name: 'members take their type from the declaration',
    body: `${columns}outputs: { action: { title: { en: A, zh: 行动 }, type: action } }\n${rows('tea: any, stock: "< 10 cans", action: order', 'tea: any, stock: ">= 10 cans", action: wait')}`,
    answers: [
      ['action', { tea: 'green', stock: '9 cans' }, 'order'],
      ['action', { tea: 'green', stock: '10 cans' }, 'wait'],
    ],
  },
  {
    name: 'a row that leaves its value open waits for one that tells the type',
    body:
      columns +
      days +
      gap +
      rows('tea: green, stock: any, days: { unstated: open }', 'tea: "!= green", stock: any, days: 7 days'),
    answers: [
      ['days', { tea: 'green' }, 'undetermined t#open'],
      ['days', { tea: 'black' }, '7 days'],
    ],
  },
  {
    name: 'two outputs, otherwise',
    body: `hit: first\n${columns}outputs: { days: { title: { en: D, zh: 天 } }, sure: { title: { en: S, zh: 确定 } } }\n${rows('tea: green, stock: any, days: 7 days, sure: true', 'otherwise: { days: 3 days, sure: false }')}`,
    answers: [
      ['days', { tea: 'green' }, '7 days'],
      ['sure', { tea: 'white' }, 'false'],
    ],
  },
  {
    name: 'collect: sum, count and an empty sum',
    body: `hit: collect\ncollect: sum\n${columns}${days}${rows('tea: green, stock: any, days: 7 days', 'tea: any, stock: "> 5 cans", days: 1 day')}`,
    answers: [
      ['days', { tea: 'green', stock: '6 cans' }, '8 days'],
      ['days', { tea: 'black', stock: '1 can' }, '0 days'],
    ],
  },
  {
    name: 'collect: list',
    body: `hit: collect\ncollect: list\n${columns}${days}${rows('tea: green, stock: any, days: 7 days', 'tea: any, stock: "> 5 cans", days: 1 day')}`,
    answers: [['days', { tea: 'green', stock: '6 cans' }, '[7 days, 1 day]']],
  },
  {
    name: 'collect: list; the declared type is that of its items',
    body: `hit: collect\ncollect: list\n${columns}outputs: { actions: { title: { en: A, zh: 行动 }, type: action } }\n${rows('tea: green, stock: any, actions: order', 'tea: any, stock: "> 5 cans", actions: wait', 'otherwise: { actions: "[wait]" }')}`,
    answers: [
      ['actions', { tea: 'green', stock: '6 cans' }, '[order, wait]'],
      ['actions', { tea: 'black', stock: '6 cans' }, '[wait]'],
      ['actions', { tea: 'black', stock: '5 cans' }, '[wait]'],
    ],
  },
  {
    name: 'collect: count of members',
    body: `hit: collect\ncollect: count\n${columns}outputs: { actions: { title: { en: A, zh: 行动 } } }\n${rows('tea: green, stock: any, actions: action.order', 'tea: any, stock: "> 5 cans", actions: action.wait')}`,
    answers: [['actions', { tea: 'green', stock: '6 cans' }, '2']],
  },
  {
    name: 'the own figure of a row is not the source’s',
    body: columns + days + rows('tea: any, stock: any, days: 7 days, origin: own'),
    answers: [['days', {}, '7 days']],
  },
];

test.each(questions)('$name', ({ body, answers }) => {
  const small = smallHandbook('table', body);
  expect(findingsOf(small)).toEqual([]);
  const program = link(small.handbook, { at: '2026-01-01' });
  const compiled = compile(program);
  for (const [output, given, answer] of answers) {
    const facts = readFacts(program, given);
    for (const { status, value, reasons } of [
      evaluate(program, `t.${output}`, facts, {}),
      compiled.evaluate(`t.${output}`, facts, {}),
    ])
      expect(value ?? `${status} ${reasons[0]?.gap ?? ''}`).toBe(answer);
  }
});

test('in source-only mode the own figure of a row is named', () => {
  const { handbook } = smallHandbook('table', columns + days + rows('tea: any, stock: any, days: 7 days, origin: own'));
  const program = link(handbook, { at: '2026-01-01' });
  const outcome = evaluate(program, 't.days', readFacts(program, {}), { sourceOnly: true });
  expect(outcome).toMatchObject({ status: 'undetermined', reasons: [{ code: 'own-figure', gap: 't#days' }] });
});

import type { Ir } from '../../engine/ir/ir.ts';
import type { Decision, Fact, Interpretation, Parameter, Program } from '../../engine/ir/program.ts';
import { weekdays } from '../../engine/ir/weekday.ts';
import {
  boolean,
  date,
  dateTime,
  days,
  listOf,
  minutes,
  money,
  months,
  number,
  percent,
  quantity,
  text,
  time,
  type Type,
} from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import type { Span } from '../../engine/source/span.ts';

/** Hand-made programs: a small world of facts, parameters, interpretations and posts that evaluator tests ask about. */

export const here: Span = { file: 'test', start: 0, end: 0 };

const texts = (en: string): { en: string; zh: string } => ({ en, zh: `${en}（中）` });

export function decisionOf(name: string, ir: Ir, more: Partial<Decision> = {}): Decision {
  return {
    name,
    policy: name.slice(0, Math.max(name.lastIndexOf('.'), 0)) || name,
    version: 1,
    title: texts(name),
    cites: ['O-1'],
    type: ir.type,
    hidden: false,
    takes: [],
    appliesWhen: [],
    requires: [],
    body: { is: 'ir', ir },
    origin: here,
    ...more,
  };
}

export function factOf(name: string, type: Type, more: Partial<Fact> = {}): Fact {
  return { name, type, title: texts(name), alias: [], closed: false, origin: here, ...more };
}

const parameter = (name: string, type: Type, more: Partial<Parameter> = {}): Parameter => {
  const base = { name, type, title: texts(name), owner: 'head', scope: 'pay', keys: [], origin: here };
  return { ...base, ...more };
};

const interpretation = (about: Interpretation['about']): Interpretation => ({
  id: `t#${about}`,
  about,
  clauses: ['O-1'],
  question: texts(`question of ${about}`),
  answer: texts(`answer of ${about}`),
  status: 'proposed',
  origin: here,
});

const cny = money('CNY');
const cans = quantity('can');
const person: Type = {
  is: 'record',
  fields: { name: text, score: number, pay: cny, late: boolean, since: date },
};
export const post: Type = { is: 'post', scope: 'pay' };
const literal = (type: Type, value: Value): Ir => ({ op: 'literal', type, origin: here, value });

const facts: readonly Fact[] = [
  factOf('a', boolean),
  factOf('b', boolean),
  factOf('closed', boolean, { closed: true }),
  factOf('n', number),
  factOf('m', number),
  factOf('whole', number, { scale: 0 }),
  factOf('share', percent, { alias: ['完成率'] }),
  factOf('pay', cny, {
    scale: 2,
    range: { range: 'interval', low: { at: literal(cny, { is: 'money', digits: '0', currency: 'CNY' }), open: false } },
  }),
  factOf('stock', cans),
  factOf('notice', days),
  factOf('tenure', months),
  factOf('shift', minutes),
  factOf('day', date),
  factOf('clock', time),
  factOf('moment', dateTime),
  factOf('word', text),
  factOf('grade', { is: 'enumeration', name: 'grade' }),
  factOf('post', post),
  factOf('numbers', listOf(number)),
  factOf('people', listOf(person), {
    fields: { late: { type: boolean, closed: true }, score: { type: number, closed: false } },
  }),
  factOf('double', number, {
    orFrom: {
      op: 'call',
      type: number,
      origin: here,
      fn: 'add',
      args: [
        { op: 'fact', type: number, origin: here, name: 'n' },
        { op: 'fact', type: number, origin: here, name: 'n' },
      ],
    },
    range: { range: 'interval', low: { at: literal(number, { is: 'number', digits: '0' }), open: false } },
  }),
  factOf('from-unset', number, {
    orFrom: { op: 'parameter', type: number, origin: here, name: 'unset', keys: [] },
  }),
];

const parameters: readonly Parameter[] = [
  parameter('set', number, { value: { is: 'number', digits: '5' } }),
  parameter('unset', number),
  parameter('keyed', text, {
    keys: [text, number],
    entries: [{ keys: ['high', '2'], value: { is: 'text', text: 'red' } }],
  }),
];

/** The world with these decisions in it; `t` is the policy that they belong to. */
export function programWith(decisions: readonly Decision[]): Program {
  const byName = <Item extends { readonly name: string }>(items: readonly Item[]): Readonly<Record<string, Item>> =>
    Object.fromEntries(items.map((item) => [item.name, item]));
  return {
    handbook: 'test',
    revision: 1,
    at: '2026-10-31',
    known: '2026-10-31',
    currency: 'CNY',
    moneyDecimals: 2,
    units: { can: { en: ['can', 'cans'], zh: ['罐'], whole: true } },
    enumerations: {
      grade: { A: { en: 'Above target', zh: '超过目标' }, B: { en: 'On target', zh: '达到目标' } },
      weekday: Object.fromEntries(weekdays.map((weekday) => [weekday, texts(weekday)])),
    },
    facts: byName(facts),
    parameters: byName(parameters),
    interpretations: Object.fromEntries(
      (['convention', 'doubt', 'fills', 'chooses'] as const).map((about) => [`t#${about}`, interpretation(about)]),
    ),
    gaps: { 't#gap': { id: 't#gap', clause: 'O-1', says: texts('Nothing is said'), origin: here } },
    contradictions: [],
    organizations: {
      pay: {
        posts: {
          director: { superior: 'none', department: 'board' },
          head: { superior: { post: 'director' }, department: 'e-commerce' },
          promoter: { superior: { post: 'head' }, department: 'e-commerce' },
          guest: { superior: { gap: 't#gap' }, department: 'outside' },
        },
      },
    },
    policies: {
      t: {
        policy: 't',
        kind: 'formula',
        version: 1,
        from: '2023-01-01',
        published: '2022-12-20',
        title: texts('Test policy'),
        cites: ['O-1'],
        owner: 'head',
        file: 't.yaml',
      },
    },
    decisions: byName(decisions),
  };
}

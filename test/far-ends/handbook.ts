import { evaluate } from '../../engine/evaluate/evaluate.ts';
import type { Ir } from '../../engine/ir/ir.ts';
import type { Outcome } from '../../engine/ir/outcome.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import type { Type } from '../../engine/ir/type.ts';
import { readHandbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';

/** A handbook of texts, linked, with no diagnostic left: the expressions of an experiment are written in the real language. */
export function programOf(texts: Readonly<Record<string, string>>, at: string): Program {
  const handbook = readHandbook(Object.entries(texts).map(([name, text]) => sourceFile(name, text)));
  const errors = handbook.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message.en).join('\n'));
  return link(handbook, { at });
}

export const manifest = `
handbook: far-ends
title: { en: Far ends, zh: 远端 }
revision: 1
languages: [zh, en]
currency: CNY
time-zone: Asia/Shanghai
rounding: { money: { to: 0.01 CNY, mode: half-up } }
sources: { K: { register: sources/K.yaml, title: { en: K, zh: K } } }
scopes: { commercial: { source: K, title: { en: Commercial, zh: 商业化 } } }
`;

/** The IR that a decision of the program was lowered to. */
export function irOf(program: Program, name: string): Ir {
  const body = program.decisions[name]?.body;
  if (body?.is !== 'ir') throw new Error(`${name} has no IR`);
  return body.ir;
}

/** The program with decisions that a kind of the future would have lowered. */
export function withDecisions(program: Program, decisions: Readonly<Record<string, Ir>>): Program {
  const [like] = Object.values(program.decisions);
  if (like === undefined) throw new Error('the program has no decision');
  const made = Object.entries(decisions).map(([name, ir]): Decision => ({
    ...like,
    name,
    type: ir.type,
    body: { is: 'ir', ir },
  }));
  return { ...program, decisions: { ...program.decisions, ...Object.fromEntries(made.map((one) => [one.name, one])) } };
}

export function ask(program: Program, decision: string, facts: RawFacts): Outcome {
  return evaluate(program, decision, readFacts(program, facts), {});
}

const origin = { file: '<experiment>', start: 0, end: 0 };

/** Builders for the few nodes that experiments write by hand. */
export const ir = {
  text: (text: string): Ir => ({ op: 'literal', type: { is: 'text' }, origin, value: { is: 'text', text } }),
  truth: (truth: boolean): Ir => ({ op: 'literal', type: { is: 'boolean' }, origin, value: { is: 'boolean', truth } }),
  number: (digits: string): Ir => ({ op: 'literal', type: { is: 'number' }, origin, value: { is: 'number', digits } }),
  list: (of: Type, ...items: readonly Ir[]): Ir => ({ op: 'list', type: { is: 'list', of }, origin, items }),
  local: (id: string, type: Type): Ir => ({ op: 'local', type, origin, id, name: id }),
  field: (of: Ir, name: string, type: Type): Ir => ({ op: 'field', type, origin, of, name }),
  same: (left: Ir, right: Ir): Ir => ({ op: 'compare', type: { is: 'boolean' }, origin, comparison: '=', left, right }),
  before: (left: Ir, right: Ir): Ir => ({
    op: 'compare',
    type: { is: 'boolean' },
    origin,
    comparison: '<',
    left,
    right,
  }),
  not: (operand: Ir): Ir => ({ op: 'not', type: { is: 'boolean' }, origin, operand }),
  and: (left: Ir, right: Ir): Ir => ({ op: 'logic', type: { is: 'boolean' }, origin, connective: 'and', left, right }),
  isIn: (value: Ir, list: Ir): Ir => ({
    op: 'within',
    type: { is: 'boolean' },
    origin,
    value,
    range: { range: 'list', list },
  }),
  join: (left: Ir, right: Ir): Ir => ({ op: 'call', type: left.type, origin, fn: 'join', args: [left, right] }),
  add: (left: Ir, right: Ir): Ir => ({ op: 'call', type: left.type, origin, fn: 'add', args: [left, right] }),
  record: (fields: Readonly<Record<string, Ir>>): Ir => ({
    op: 'record',
    type: {
      is: 'record',
      fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.type])),
    },
    origin,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
  }),
  choose: (arms: readonly (readonly [when: Ir, value: Ir])[], otherwise: Ir): Ir => ({
    op: 'choose',
    type: otherwise.type,
    origin,
    arms: arms.map(([when, value]) => ({ when, value, cites: [] })),
    otherwise,
  }),
  origin,
};

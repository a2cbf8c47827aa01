import type { Texts } from '../diagnostic/diagnostic.ts';
import { nodes } from '../ir/walk.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision, Fact, Program } from '../ir/program.ts';
import { printType, type Type } from '../ir/type.ts';
import type { RawFact } from '../value/facts.ts';
import { printRange } from '../value/print.ts';

/** One fact to ask for, as a form shows it. */
export interface Field {
  readonly name: string;
  readonly title: Texts;
  readonly type: string;
  readonly input: Input;
  /** What values are possible, as the language writes it. */
  readonly range?: string;
  /** Follows from others when it is not given. */
  readonly computed: boolean;
}

/** What was typed for a fact: text, or its elements and parts. Empty text was not given. */
export type Typed = string | readonly Typed[] | { readonly [field: string]: Typed };

export type Input =
  /** A number that gets this behind it when only digits are typed, since the form shows it there. */
  | { readonly is: 'amount'; readonly unit: string; readonly unitTitle: Texts }
  | { readonly is: 'truth'; readonly closed: boolean }
  | { readonly is: 'choice'; readonly choices: readonly { readonly value: string; readonly title: Texts }[] }
  | { readonly is: 'date' }
  | { readonly is: 'time' }
  | { readonly is: 'date-time' }
  /** As many as there are: one control each, or a row of them. */
  | { readonly is: 'list'; readonly of: Input }
  | { readonly is: 'record'; readonly fields: readonly { readonly name: string; readonly input: Input }[] }
  /** Anything else as the language writes it. */
  | { readonly is: 'text'; readonly example: string };

/**
 * The facts that decisions can come to read, those that a form asks first in front: in the order in which they are read. What a fact
 * that is `given` would follow from is not read for it.
 */
export function fieldsOf(
  decisions: readonly Decision[],
  program: Program,
  given: Readonly<Record<string, unknown>> = {},
): readonly Field[] {
  const facts = new Map<string, Fact>();
  const seen = new Set<string>();
  const read = (ir: Ir): void => {
    for (const node of nodes(ir)) {
      if (node.op === 'fact') readFact(program.facts[node.name]);
      else if (node.op === 'decision') readDecision(program.decisions[node.name]);
    }
  };
  const readFact = (fact: Fact | undefined): void => {
    if (fact === undefined || facts.has(fact.name)) return;
    facts.set(fact.name, fact);
    if (fact.orFrom !== undefined && given[fact.name] === undefined) read(fact.orFrom);
  };
  const readDecision = (decision: Decision | undefined): void => {
    if (decision === undefined || seen.has(decision.name)) return;
    seen.add(decision.name);
    for (const condition of [...decision.appliesWhen, ...decision.requires.map(({ that }) => that)]) read(condition);
    if (decision.body.is === 'ir') read(decision.body.ir);
  };
  decisions.forEach(readDecision);
  return [...facts.values()].map((fact) => fieldOf(fact, program));
}

function fieldOf(fact: Fact, program: Program): Field {
  return {
    name: fact.name,
    title: fact.title,
    type: printType(fact.type),
    input: inputOf(fact.type, fact.closed, program),
    ...(fact.range === undefined ? {} : { range: printRange(fact.range, program) }),
    computed: fact.orFrom !== undefined,
  };
}

function inputOf(type: Type, closed: boolean, program: Program): Input {
  switch (type.is) {
    case 'percent':
      return amount('%', { en: '%', zh: '%' });
    case 'money':
      return amount(` ${type.currency}`, { en: type.currency, zh: type.currency });
    case 'quantity': {
      const unit = program.units[type.unit];
      return amount(` ${type.unit}`, { en: unit?.en.at(-1) ?? type.unit, zh: unit?.zh[0] ?? type.unit });
    }
    case 'number':
      return amount('', { en: '', zh: '' });
    case 'duration':
      return { is: 'text', example: { days: '7 days', months: '3 months', minutes: '90 minutes' }[type.family] };
    case 'boolean':
      return { is: 'truth', closed };
    case 'enumeration':
      return { is: 'choice', choices: choicesOf(program.enumerations[type.name] ?? {}) };
    case 'date':
      return { is: 'date' };
    case 'time':
      return { is: 'time' };
    case 'date-time':
      return { is: 'date-time' };
    case 'list':
      return { is: 'list', of: inputOf(type.of, false, program) };
    case 'record':
      return {
        is: 'record',
        fields: Object.entries(type.fields).map(([name, of]) => ({ name, input: inputOf(of, false, program) })),
      };
    case 'text':
    case 'post':
    case 'unknown':
      return { is: 'text', example: '' };
  }
}

function amount(unit: string, unitTitle: Texts): Input {
  return { is: 'amount', unit, unitTitle };
}

function choicesOf(members: Readonly<Record<string, Texts>>): Extract<Input, { is: 'choice' }>['choices'] {
  return Object.entries(members).map(([value, title]) => ({ value, title }));
}

/** Digits alone, or nothing: what the unit beside a field is meant for. */
export function isBare(text: string): boolean {
  return /^\s*(?:[-−+]?[\d０-９.．]+\s*)?$/.test(text);
}

/** What was typed into a field as the language reads it: digits alone get the unit that the field shows. */
export function withUnit(typed: string, input: Input): string {
  return input.is === 'amount' && typed.trim() !== '' && isBare(typed) ? `${typed.trim()}${input.unit}` : typed;
}

/** The same of all that was typed for a fact, as a caller gives it; null where nothing was given. */
export function rawOfTyped(typed: Typed, input: Input): RawFact {
  if (typeof typed === 'string') return typed === '' ? null : withUnit(typed, input);
  if (isElements(typed)) {
    const of = input.is === 'list' ? input.of : input;
    return typed.map((item) => rawOfTyped(item, of));
  }
  const parts = Object.entries(typed).flatMap(([name, part]): [string, RawFact][] => {
    const own = input.is === 'record' ? input.fields.find((field) => field.name === name)?.input : undefined;
    const raw = own === undefined ? null : rawOfTyped(part, own);
    return raw === null ? [] : [[name, raw]];
  });
  return Object.fromEntries(parts);
}

export const isElements = (typed: Typed): typed is readonly Typed[] => Array.isArray(typed);

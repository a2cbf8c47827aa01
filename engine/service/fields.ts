import type { Texts } from '../diagnostic/diagnostic.ts';
import { nodes } from '../ir/walk.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision, Fact, Program } from '../ir/program.ts';
import { printType } from '../ir/type.ts';
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

export type Input =
  /** A number that gets this behind it when only digits are typed, since the form shows it there. */
  | { readonly is: 'amount'; readonly unit: string; readonly unitTitle: Texts }
  | { readonly is: 'truth'; readonly closed: boolean }
  | { readonly is: 'choice'; readonly choices: readonly { readonly value: string; readonly title: Texts }[] }
  | { readonly is: 'date' }
  /** Anything else as the language writes it. */
  | { readonly is: 'text'; readonly example: string };

/** The facts that decisions can come to read, those that a form asks first in front: in the order in which they are read. */
export function fieldsOf(decisions: readonly Decision[], program: Program): readonly Field[] {
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
    if (fact.orFrom !== undefined) read(fact.orFrom);
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
    input: inputOf(fact, program),
    ...(fact.range === undefined ? {} : { range: printRange(fact.range, program) }),
    computed: fact.orFrom !== undefined,
  };
}

function inputOf({ type, closed }: Fact, program: Program): Input {
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
      return { is: 'text', example: '17:00' };
    case 'date-time':
      return { is: 'text', example: `${program.at}T09:00` };
    case 'list':
      return {
        is: 'text',
        example: type.of.is === 'record' ? `[{${Object.keys(type.of.fields).join(': …, ')}: …}]` : '[…, …]',
      };
    case 'record':
      return { is: 'text', example: `{${Object.keys(type.fields).join(': …, ')}: …}` };
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
export function withUnit(typed: string, { input }: Field): string {
  return input.is === 'amount' && typed.trim() !== '' && isBare(typed) ? `${typed.trim()}${input.unit}` : typed;
}

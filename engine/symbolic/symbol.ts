import type { LineType } from '../proof/line.ts';
import { isLine, lineTypeOf, positionOf, valueAt } from '../proof/line.ts';
import { printType } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { Atom } from './atom.ts';
import * as quotients from './quotient.ts';
import type { Quotient } from './quotient.ts';

/** What an expression comes to in a part of all that facts can be, without facts. */
export type Symbol =
  /** A number, date, time or moment: by its position, put together from atoms. */
  | { readonly is: 'amount'; readonly type: LineType; readonly of: Quotient }
  /** A value without a line that does not depend on facts. */
  | { readonly is: 'value'; readonly value: Value }
  /** Something without a line that depends on facts. */
  | { readonly is: 'open'; readonly atom: Atom }
  | { readonly is: 'list'; readonly items: readonly Symbol[] }
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Symbol>> }
  | Nothing;

/** No value: why, by names that do not change with places and words. */
export interface Nothing {
  readonly is: 'nothing';
  readonly status: 'undetermined' | 'error' | 'not-applicable';
  readonly why: readonly string[];
}

export const undetermined = (...why: readonly string[]): Nothing => ({ is: 'nothing', status: 'undetermined', why });
export const failing = (code: string): Nothing => ({ is: 'nothing', status: 'error', why: [code] });
export const truth = (is: boolean): Symbol => ({ is: 'value', value: { is: 'boolean', truth: is } });

export function ofValue(value: Value): Symbol {
  const position = positionOf(value);
  const type = lineTypeOf(value);
  if (position !== undefined && type !== undefined) return { is: 'amount', type, of: quotients.number(position) };
  if (value.is === 'list') return { is: 'list', items: value.items.map(ofValue) };
  if (value.is !== 'record') return { is: 'value', value };
  return {
    is: 'record',
    fields: Object.fromEntries(Object.entries(value.fields).map(([name, field]) => [name, ofValue(field)])),
  };
}

export function ofAtom(atom: Atom): Symbol {
  return isLine(atom.type) ? { is: 'amount', type: atom.type, of: quotients.ofAtom(atom) } : { is: 'open', atom };
}

/** The value that the symbol is whatever the facts are. */
export function valueOf(symbol: Symbol): Value | undefined {
  switch (symbol.is) {
    case 'amount': {
      const position = quotients.constantOf(symbol.of);
      return position === undefined ? undefined : valueAt(symbol.type, position);
    }
    case 'value':
      return symbol.value;
    case 'list': {
      const items = symbol.items.map(valueOf);
      return items.every((item) => item !== undefined) ? { is: 'list', items } : undefined;
    }
    default:
      return undefined;
  }
}

/** The same for two symbols that come to the same, wherever they are written. */
export function keyOf(symbol: Symbol): string {
  switch (symbol.is) {
    case 'amount':
      return quotients.keyOf(symbol.of);
    case 'value':
      return JSON.stringify(symbol.value);
    case 'open':
      return symbol.atom.key;
    case 'list':
      return `[${symbol.items.map(keyOf).join(', ')}]`;
    case 'record':
      return `{${Object.entries(symbol.fields)
        .map(([name, field]) => `${name}: ${keyOf(field)}`)
        .toSorted()
        .join(', ')}}`;
    case 'nothing':
      return `${symbol.status} ${symbol.why.toSorted().join(', ')}`;
  }
}

export function readsOf(symbol: Symbol): readonly string[] {
  switch (symbol.is) {
    case 'amount':
      return [...quotients.atomsOf(symbol.of)].flatMap(({ reads }) => reads);
    case 'open':
      return symbol.atom.reads;
    case 'list':
      return symbol.items.flatMap(readsOf);
    case 'record':
      return Object.values(symbol.fields).flatMap(readsOf);
    case 'value':
    case 'nothing':
      return [];
  }
}

/** Do two symbols come to the same for all facts? */
export function isSame(a: Symbol, b: Symbol): boolean {
  if (a.is === 'amount' && b.is === 'amount') {
    return printType(a.type) === printType(b.type) && quotients.isSame(a.of, b.of);
  }
  if (a.is === 'list' && b.is === 'list') {
    return a.items.length === b.items.length && a.items.every((item, i) => isSameAs(item, b.items[i]));
  }
  if (a.is === 'record' && b.is === 'record') {
    const names = Object.keys(a.fields);
    return (
      names.length === Object.keys(b.fields).length && names.every((name) => isSameAs(a.fields[name], b.fields[name]))
    );
  }
  return keyOf(a) === keyOf(b);
}

const isSameAs = (a: Symbol | undefined, b: Symbol | undefined): boolean =>
  a !== undefined && b !== undefined && isSame(a, b);

/** The leftmost error, else all reasons together; undefined when every part has a value. */
export function nothingOf(parts: readonly Symbol[]): Nothing | undefined {
  const without = parts.filter((part) => part.is === 'nothing');
  const [first] = without;
  if (first === undefined) return undefined;
  return (
    without.find(({ status }) => status !== 'undetermined') ??
    undetermined(...new Set(without.flatMap(({ why }) => why)))
  );
}

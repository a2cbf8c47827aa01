import type { Exact } from '../../engine/value/exact.ts';

/** Terms of SMT-LIB, as text. */
export type Term = string;

export const yes: Term = 'true';
export const no: Term = 'false';

export function and(...terms: readonly Term[]): Term {
  const left = terms.filter((term) => term !== yes);
  if (left.includes(no)) return no;
  return left.length > 1 ? `(and ${left.join(' ')})` : (left[0] ?? yes);
}

export function or(...terms: readonly Term[]): Term {
  const left = terms.filter((term) => term !== no);
  if (left.includes(yes)) return yes;
  return left.length > 1 ? `(or ${left.join(' ')})` : (left[0] ?? no);
}

export function not(term: Term): Term {
  return term === yes ? no : term === no ? yes : `(not ${term})`;
}

export function ite(condition: Term, then: Term, otherwise: Term): Term {
  if (condition === yes || then === otherwise) return then;
  return condition === no ? otherwise : `(ite ${condition} ${then} ${otherwise})`;
}

/** A rational number. */
export function real({ top, bottom }: Exact): Term {
  const size = top < 0n ? -top : top;
  const text = bottom === 1n ? `${size}.0` : `(/ ${size}.0 ${bottom}.0)`;
  return top < 0n ? `(- ${text})` : text;
}

/** A number written in decimals, read without the engine's own reader. */
export function decimal(digits: string): Term {
  const isNegative = digits.startsWith('-');
  const text = isNegative ? digits.slice(1) : digits;
  const written = text.includes('.') ? text : `${text}.0`;
  return isNegative ? `(- ${written})` : written;
}

export function integer(count: number): Term {
  return count < 0 ? `(- ${-count})` : String(count);
}

/** Exactly when two of the terms hold at once. */
export function twoOf(terms: readonly Term[]): Term {
  return or(...terms.slice(1).map((term, i) => and(term, or(...terms.slice(0, i + 1)))));
}

import { exact, exactDigits, plusExact, timesExact, type Exact } from '../value/exact.ts';
import type { Atom } from './atom.ts';

/** A sum of products of atoms with exact coefficients, `0.015 × net + 300`: by the product's key, `''` for the constant part. */
export type Form = ReadonlyMap<string, Term>;

interface Term {
  readonly coefficient: Exact;
  /** In the order of their keys; one that is multiplied by itself stands twice. */
  readonly atoms: readonly Atom[];
}

export const one: Exact = { top: 1n, bottom: 1n };
export const zero: Exact = { top: 0n, bottom: 1n };

export function constant(coefficient: Exact): Form {
  return formOf([{ coefficient, atoms: [] }]);
}

export function single(atom: Atom): Form {
  return formOf([{ coefficient: one, atoms: [atom] }]);
}

export function plus(a: Form, b: Form): Form {
  if (a.size === 0) return b;
  const sum = new Map(a);
  for (const [key, term] of b) added(sum, key, term);
  return sum;
}

export function times(a: Form, b: Form): Form {
  const [left, right] = [constantOf(a), constantOf(b)];
  if (left !== undefined) return scaled(b, left);
  if (right !== undefined) return scaled(a, right);
  return formOf(
    [...a.values()].flatMap((mine) =>
      [...b.values()].map((theirs) => ({
        coefficient: timesExact(mine.coefficient, theirs.coefficient),
        atoms: [...mine.atoms, ...theirs.atoms].toSorted(byKey),
      })),
    ),
  );
}

export function scaled(form: Form, by: Exact): Form {
  if (by.top === 0n) return new Map();
  if (by.top === by.bottom) return form;
  const found = new Map<string, Term>();
  for (const [key, { coefficient, atoms }] of form) found.set(key, { coefficient: timesExact(coefficient, by), atoms });
  return found;
}

export function negative(form: Form): Form {
  return scaled(form, { top: -1n, bottom: 1n });
}

/** The number that the form is whatever the atoms are; undefined where it depends on one. */
export function constantOf(form: Form): Exact | undefined {
  if (form.size === 0) return zero;
  return form.size === 1 ? form.get('')?.coefficient : undefined;
}

/** The same for two forms that are equal for all values of their atoms. */
export function keyOf(form: Form): string {
  const known = keys.get(form);
  if (known !== undefined) return known;
  const key = termsOf(form)
    .map(([of, { coefficient }]) => `${exactDigits(coefficient)}*${of}`)
    .join('+');
  keys.set(form, key);
  return key;
}

const keys = new WeakMap<Form, string>();

/** In the order of the keys, the constant part first. */
export function termsOf(form: Form): readonly (readonly [string, Term])[] {
  return form.size < 2 ? [...form] : [...form].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

export function* atomsOf(form: Form): Generator<Atom, void, undefined> {
  for (const { atoms } of form.values()) yield* atoms;
}

/** The form with a number in the place of an atom. */
export function substituted(form: Form, key: string, value: Exact): Form {
  return formOf(
    [...form.values()].map(({ coefficient, atoms }) => ({
      coefficient: atoms.reduce((all, atom) => (atom.key === key ? timesExact(all, value) : all), coefficient),
      atoms: atoms.filter((atom) => atom.key !== key),
    })),
  );
}

export function inverse({ top, bottom }: Exact): Exact {
  return exact(bottom, top);
}

function formOf(terms: readonly Term[]): Form {
  const form = new Map<string, Term>();
  for (const term of terms) added(form, term.atoms.map((atom) => atom.key).join('·'), term);
  return form;
}

function added(form: Map<string, Term>, key: string, term: Term): void {
  const before = form.get(key);
  const coefficient = before === undefined ? term.coefficient : plusExact(before.coefficient, term.coefficient);
  if (coefficient.top === 0n) form.delete(key);
  else form.set(key, before === undefined ? term : { coefficient, atoms: term.atoms });
}

const byKey = (a: Atom, b: Atom): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

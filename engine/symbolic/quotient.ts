import { timesExact, type Exact } from '../value/exact.ts';
import type { Atom } from './atom.ts';
import * as forms from './form.ts';
import type { Form } from './form.ts';

/** One form over another that is positive wherever the quotient is used; a plain form stands over 1. */
export interface Quotient {
  readonly top: Form;
  readonly bottom: Form;
}

const unit = forms.constant(forms.one);

export function plain(top: Form): Quotient {
  return { top, bottom: unit };
}

export function number(value: Exact): Quotient {
  return plain(forms.constant(value));
}

export function ofAtom(atom: Atom): Quotient {
  const known = alone.get(atom);
  if (known !== undefined) return known;
  const of = plain(forms.single(atom));
  alone.set(atom, of);
  return of;
}

// Each box asks again what its atoms are, and what is one object is worked out once.
const alone = new WeakMap<Atom, Quotient>();

export function plus(a: Quotient, b: Quotient): Quotient {
  if (a.bottom === b.bottom || forms.keyOf(a.bottom) === forms.keyOf(b.bottom))
    return { top: forms.plus(a.top, b.top), bottom: a.bottom };
  return {
    top: forms.plus(forms.times(a.top, b.bottom), forms.times(b.top, a.bottom)),
    bottom: forms.times(a.bottom, b.bottom),
  };
}

export function minus(a: Quotient, b: Quotient): Quotient {
  return plus(a, { ...b, top: forms.negative(b.top) });
}

export function times(a: Quotient, b: Quotient): Quotient {
  return { top: forms.times(a.top, b.top), bottom: forms.times(a.bottom, b.bottom) };
}

export function scaled({ top, bottom }: Quotient, by: Exact): Quotient {
  return { top: forms.scaled(top, by), bottom };
}

/** The divisor must be positive. */
export function over(a: Quotient, b: Quotient): Quotient {
  const top = forms.times(a.top, b.bottom);
  const bottom = forms.times(a.bottom, b.top);
  const number = forms.constantOf(bottom);
  return number === undefined ? { top, bottom } : plain(forms.scaled(top, forms.inverse(number)));
}

/** The number that it is whatever the atoms are. */
export function constantOf({ top, bottom }: Quotient): Exact | undefined {
  const [over, under] = [forms.constantOf(top), forms.constantOf(bottom)];
  if (over?.top === 0n) return over;
  return over === undefined || under === undefined ? undefined : timesExact(over, forms.inverse(under));
}

/** Are the two equal wherever both can be used? */
export function isSame(a: Quotient, b: Quotient): boolean {
  return minus(a, b).top.size === 0;
}

export function keyOf({ top, bottom }: Quotient): string {
  return bottom === unit || forms.constantOf(bottom) !== undefined
    ? forms.keyOf(top)
    : `(${forms.keyOf(top)})/(${forms.keyOf(bottom)})`;
}

export function* atomsOf({ top, bottom }: Quotient): Generator<Atom, void, undefined> {
  yield* forms.atomsOf(top);
  yield* forms.atomsOf(bottom);
}

export function substituted({ top, bottom }: Quotient, key: string, value: Exact): Quotient {
  return { top: forms.substituted(top, key, value), bottom: forms.substituted(bottom, key, value) };
}

/** All atoms of a number, also of what was rounded on the way. */
export function* allAtomsOf(of: Quotient): Generator<Atom, void, undefined> {
  for (const atom of atomsOf(of)) {
    yield atom;
    if (atom.rounded !== undefined) yield* allAtomsOf(atom.rounded.of);
  }
}

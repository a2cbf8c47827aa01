import type { Value } from '../ir/value.ts';
import { contains, type End, type Stretch } from '../proof/round-position.ts';
import { positionOf } from '../proof/line.ts';
import { literals } from '../proof/verdict.ts';
import { remembered } from '../source/remembered.ts';
import { sameValue } from '../value/compare.ts';
import { minusExact, timesExact, type Exact } from '../value/exact.ts';
import type { Atom } from './atom.ts';
import {
  both,
  isInhabited,
  isSameStretch,
  lineColumn,
  nameColumn,
  withColumn,
  type Box,
  type NameColumn,
  type Path,
} from './box.ts';
import * as forms from './form.ts';
import { isImpossible } from './linear.ts';
import * as quotients from './quotient.ts';
import type { Quotient } from './quotient.ts';

/** Cuts a box by where a number lies; parts that hold nothing are left out. The stretches are about the number itself. */
export function cutLine<T>(
  box: Box,
  number: Quotient,
  parts: readonly { readonly stretch: Stretch; readonly value: T }[],
): readonly Path<T>[] {
  const known = quotients.constantOf(number);
  if (known !== undefined) {
    return parts.flatMap(({ stretch, value }) => (contains(stretch, known) ? [{ box, value }] : []));
  }
  const { of, factor, shift } = normal(number);
  const column = lineColumn(box, of);
  return parts.flatMap(({ stretch, value }) => {
    const own = both(column.stretch, turned(stretch, shift, factor));
    if (!isInhabited(own, column.step) || !holdsOne(own, column.atom)) return [];
    if (isSameStretch(own, column.stretch)) return [{ box, value }];
    const inside = withColumn(box, quotients.keyOf(of), { ...column, stretch: own });
    return hangsTogether(inside, of) && isImpossible(inside) ? [] : [{ box: inside, value }];
  });
}

/** Cuts a box by which value something without a line has: one of those named, or another one (`undefined`). */
export function cutNames(box: Box, atom: Atom, named: readonly Value[]): readonly Path<Value | undefined>[] {
  const column = nameColumn(box, atom);
  const { among, except } = column;
  const isPossible = (value: Value): boolean =>
    among === undefined
      ? !except.some((other) => sameValue(other, value))
      : among.some((other) => sameValue(other, value));
  const possible = named.filter(
    (value, i) => isPossible(value) && named.findIndex((other) => sameValue(other, value)) === i,
  );
  const rest: NameColumn =
    among === undefined
      ? { ...column, except: [...except, ...possible] }
      : { ...column, among: among.filter((value) => !possible.some((other) => sameValue(other, value))) };
  const ones = possible.map((value) => ({
    box: withColumn(box, atom.key, { ...column, among: [value], except: [] }),
    value,
  }));
  return rest.among?.length === 0 ? ones : [...ones, { box: withColumn(box, atom.key, rest), value: undefined }];
}

/** A fact that is one of a few amounts has none between them. */
function holdsOne(stretch: Stretch, atom: Atom | undefined): boolean {
  const { domain } = atom ?? {};
  if (domain?.is !== 'line' || domain.range.range !== 'set' || domain.range.none) return true;
  return literals(domain.range).some((value) => {
    const at = positionOf(value);
    return at !== undefined && contains(stretch, at);
  });
}

/** Two numbers that differ by a factor and a constant stand in one column: `2 × net + 3` is asked as `net`. */
const normal = remembered((number: Quotient): Normal => {
  const under = forms.constantOf(number.bottom);
  if (under === undefined) return { of: number, factor: forms.one, shift: forms.zero };
  const top = forms.scaled(number.top, forms.inverse(under));
  const shift = top.get('')?.coefficient ?? forms.zero;
  const free = new Map([...top].filter(([key]) => key !== ''));
  const factor = forms.termsOf(free)[0]?.[1].coefficient ?? forms.one;
  return { of: quotients.plain(forms.scaled(free, forms.inverse(factor))), factor, shift };
});

interface Normal {
  readonly of: Quotient;
  readonly factor: Exact;
  readonly shift: Exact;
}

/** The stretch of `x` for a stretch of `factor × x + shift`. */
function turned({ low, high }: Stretch, shift: Exact, factor: Exact): Stretch {
  const moved = (end: End | undefined): End | undefined =>
    end === undefined ? undefined : { ...end, at: timesExact(minusExact(end.at, shift), forms.inverse(factor)) };
  const [below, above] = factor.top > 0n ? [moved(low), moved(high)] : [moved(high), moved(low)];
  return { ...(below === undefined ? {} : { low: below }), ...(above === undefined ? {} : { high: above }) };
}

/** Does the number stand in one with others, or was it rounded? Only then can parts exclude each other unseen. */
function hangsTogether({ columns }: Box, of: Quotient): boolean {
  const atoms = [...quotients.atomsOf(of)];
  if (atoms.some(({ rounded }) => rounded !== undefined)) return true;
  const keys = new Set(atoms.map(({ key }) => key));
  return [...columns.values()].some(
    (column) =>
      column.is === 'line' &&
      (column.atom === undefined || column.atom.rounded !== undefined) &&
      [...quotients.atomsOf(column.of)].some(({ key, rounded }) => keys.has(key) || rounded !== undefined),
  );
}

/** Cuts a box by whether a fact is given. */
export function withGiven(box: Box, fact: string): readonly Path<boolean>[] {
  const key = `given ${fact}`;
  const known = box.columns.get(key);
  if (known?.is === 'given') return [{ box, value: known.given }];
  return [true, false].map((given) => ({ box: withColumn(box, key, { is: 'given', fact, given }), value: given }));
}

import type { Type } from '../../ir/type.ts';
import type { Value } from '../../ir/value.ts';
import { valueAt } from '../../proof/line.ts';
import type { Atom } from '../../symbolic/atom.ts';
import { timesExact, type Exact } from '../../value/exact.ts';

/** A part of a sum; `value` where it is a known one, without its sign. */
export interface Summand {
  readonly coefficient: Exact;
  readonly atoms: readonly Atom[];
  readonly value?: Value;
}
type Clock = Extract<Type, { is: 'date' | 'date-time' }>;

export function isOfClock(type: Type): type is Clock {
  return type.is === 'date' || type.is === 'date-time';
}

/** The type of a day or moment that stands by itself. */
export function clockTypeOf([atom, ...more]: readonly Atom[]): Clock | undefined {
  return atom !== undefined && more.length === 0 && isOfClock(atom.type) ? atom.type : undefined;
}

/** A day or moment as another one and the time from there on, `start + 3 days`: their positions count days or seconds since 1970. */
export function clockTerms(terms: readonly Summand[], type: Clock): readonly Summand[] {
  const isOne = ({ atoms }: Summand): boolean => clockTypeOf(atoms) !== undefined;
  const startsAtOne = terms.some(isOne);
  const named = terms.map((term): Summand => {
    const { coefficient, atoms } = term;
    const [atom] = atoms;
    if (atom !== undefined) return { coefficient: timesExact(coefficient, inUnits(type, atom.type)), atoms };
    if (!startsAtOne) return { coefficient: one, atoms, value: valueAt(type, coefficient) };
    const size = { top: coefficient.top < 0n ? -coefficient.top : coefficient.top, bottom: coefficient.bottom };
    return { coefficient, atoms, value: timeOf(type, size) };
  });
  const startsIt = (term: Summand): boolean =>
    isOne(term) || (term.value !== undefined && (term.value.is === 'date' || term.value.is === 'date-time'));
  return named.toSorted(
    (a, b) =>
      Number(b.coefficient.top > 0n) - Number(a.coefficient.top > 0n) || Number(startsIt(b)) - Number(startsIt(a)),
  );
}

/** A distance of two days, or of two moments, as the time between them. */
export function timeOf({ is }: Clock, distance: Exact): Value {
  return is === 'date'
    ? valueAt({ is: 'duration', family: 'days' }, distance)
    : valueAt({ is: 'duration', family: 'minutes' }, timesExact(distance, perMinute));
}

/** Days and minutes move a moment by its seconds. */
function inUnits(type: Clock, moves: Type): Exact {
  if (type.is === 'date' || moves.is !== 'duration') return one;
  return moves.family === 'days' ? perDay : perMinute;
}

const one: Exact = { top: 1n, bottom: 1n };
const perMinute: Exact = { top: 1n, bottom: 60n };
const perDay: Exact = { top: 1n, bottom: 86_400n };

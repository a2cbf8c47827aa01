import type { Value } from '../ir/value.ts';
import { floorSteps, naturalEnds, stepOf, times } from '../proof/line.ts';
import { placeOf } from '../proof/empty.ts';
import type { Domain } from '../proof/domain.ts';
import { contains, type End, type Stretch } from '../proof/round-position.ts';
import { isInside } from '../value/compare.ts';
import { compareExact, type Exact } from '../value/exact.ts';
import type { Atom } from './atom.ts';
import * as forms from './form.ts';
import { stepOfSum } from './grid.ts';
import * as quotients from './quotient.ts';
import type { Quotient } from './quotient.ts';

/** A part of all that facts can be: what is known so far of each thing that was asked about. */
export interface Box {
  readonly columns: ReadonlyMap<string, Column>;
}
export type Column = LineColumn | NameColumn | GivenColumn;

/** A number lies in a stretch. */
export interface LineColumn {
  readonly is: 'line';
  readonly of: Quotient;
  readonly stretch: Stretch;
  /** Distance of neighbouring values, where they lie on a grid. */
  readonly step?: Exact;
  /** What it is, when it is one thing and not put together. */
  readonly atom?: Atom;
}
/** Something without a line is one of these, or none of those. */
export interface NameColumn {
  readonly is: 'names';
  readonly atom: Atom;
  readonly among?: readonly Value[];
  readonly except: readonly Value[];
}
/** A fact is given, or is left out on purpose. */
interface GivenColumn {
  readonly is: 'given';
  readonly fact: string;
  readonly given: boolean;
}

/** A part of a box, and what holds in all of it. */
export interface Path<T> {
  readonly box: Box;
  readonly value: T;
}

export const everything: Box = { columns: new Map() };

export function withColumn({ columns }: Box, key: string, column: Column): Box {
  return { columns: new Map(columns).set(key, column) };
}

export function nameColumn({ columns }: Box, atom: Atom): NameColumn {
  const known = columns.get(atom.key);
  if (known?.is === 'names') return known;
  const { domain } = atom;
  if (domain?.is === 'members') return { is: 'names', atom, among: domain.values, except: [] };
  return { is: 'names', atom, except: domain?.is === 'names' ? domain.except : [] };
}

/** What is known of a number: by what was asked so far, else by what it is. */
export function lineColumn({ columns }: Box, of: Quotient): LineColumn {
  const known = columns.get(quotients.keyOf(of));
  if (known?.is === 'line') return known;
  const before = unasked.get(of);
  if (before !== undefined) return before;
  const column = unaskedColumn(of);
  unasked.set(of, column);
  return column;
}

const unasked = new WeakMap<Quotient, LineColumn>();

function unaskedColumn(of: Quotient): LineColumn {
  const atom = singleAtom(of);
  if (atom === undefined) {
    const common = stepOfSum(of);
    return { is: 'line', of, stretch: {}, ...(common === undefined ? {} : { step: common }) };
  }
  const { domain } = atom;
  if (domain?.is !== 'line') return { is: 'line', of, stretch: {}, atom };
  const step = stepOf(domain.type, domain.scale);
  return { is: 'line', of, stretch: stretchOf(domain), atom, ...(step === undefined ? {} : { step }) };
}

function singleAtom({ top, bottom }: Quotient): Atom | undefined {
  const [term, ...more] = top.values();
  const isOne = term?.atoms.length === 1 && compareExact(term.coefficient, forms.one) === 0;
  return isOne && more.length === 0 && forms.constantOf(bottom) !== undefined ? term.atoms[0] : undefined;
}

/** Is the value one that the thing can have at all? A set of amounts has holes that its stretch does not show. */
export function isAllowed(value: Value, domain: Domain | undefined): boolean {
  return domain?.is !== 'line' || isInside(value, domain.range);
}

export function both(a: Stretch, b: Stretch): Stretch {
  const low = narrower(a.low, b.low, 1);
  const high = narrower(a.high, b.high, -1);
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

function narrower(a: End | undefined, b: End | undefined, sign: 1 | -1): End | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareExact(a.at, b.at) * sign;
  return order > 0 || (order === 0 && a.open) ? a : b;
}

export function isSameStretch(a: Stretch, b: Stretch): boolean {
  const same = (mine: End | undefined, theirs: End | undefined): boolean =>
    mine === undefined || theirs === undefined
      ? mine === theirs
      : mine.open === theirs.open && compareExact(mine.at, theirs.at) === 0;
  return same(a.low, b.low) && same(a.high, b.high);
}

export function isInhabited(stretch: Stretch, step: Exact | undefined): boolean {
  const { low, high } = stretch;
  if (low === undefined || high === undefined) return true;
  const order = compareExact(low.at, high.at);
  if (order > 0 || (order === 0 && (low.open || high.open))) return false;
  if (step === undefined) return true;
  const first = floorSteps(low.at, step);
  return [first, first + 1n].some((count) => contains(stretch, times(count, step)));
}

function stretchOf({ type, range }: Extract<Domain, { is: 'line' }>): Stretch {
  const ends = naturalEnds(type);
  const natural: Stretch =
    ends === undefined ? {} : { low: { at: ends[0], open: false }, high: { at: ends[1], open: false } };
  if (range.range !== 'interval') return natural;
  const [low, high] = [placeOf(range.low), placeOf(range.high)];
  return both(natural, {
    ...(low === undefined ? {} : { low: { at: low, open: range.low?.open === true } }),
    ...(high === undefined ? {} : { high: { at: high, open: range.high?.open === true } }),
  });
}

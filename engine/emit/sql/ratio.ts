import { exact } from '../../value/exact.ts';
import { certain, nothing, pick, sql, whole, type Term } from './term.ts';
import {
  bound,
  constant,
  isWide,
  minus,
  negated,
  onlyWhere,
  plus,
  sizeOf,
  times,
  type Desk,
  type Whole,
  held,
  written,
} from './whole.ts';

/**
 * An exact number: `top` ÷ (`parts` × `below`). The parts are fixed, such as 100 for cents; below is there for quotients only, and at
 * least 1. The top is NULL where the number is not known.
 */
export interface Ratio {
  readonly top: Whole;
  readonly parts: bigint;
  readonly below?: Whole;
}

export function numberOf(top: bigint, bottom: bigint): Ratio {
  const lowest = exact(top, bottom);
  return { top: constant(lowest.top), parts: lowest.bottom };
}

export function boundNumber({ top, parts, below }: Ratio, desk: Desk, about?: string): Ratio {
  const term = desk.sheet.bind(top.term, about);
  return { top: { ...top, term }, parts, ...(below === undefined ? {} : { below: bound(below, desk) }) };
}

/** Both over one denominator. */
function alike(
  a: Ratio,
  b: Ratio,
  desk: Desk,
): { readonly tops: readonly [Whole, Whole]; readonly under: Omit<Ratio, 'top'> } {
  const [x, y] = [boundBelow(a, desk), boundBelow(b, desk)];
  const parts = (x.parts / commonDivisor(x.parts, y.parts)) * y.parts;
  const left = times(x.top, constant(parts / x.parts), desk);
  const right = times(y.top, constant(parts / y.parts), desk);
  if (x.below?.term.text === y.below?.term.text)
    return { tops: [left, right], under: { parts, ...(x.below === undefined ? {} : { below: x.below }) } };
  const tops = [
    y.below === undefined ? left : times(left, y.below, desk),
    x.below === undefined ? right : times(right, x.below, desk),
  ] as const;
  const below = x.below === undefined ? y.below : y.below === undefined ? x.below : times(x.below, y.below, desk);
  return { tops, under: { parts, ...(below === undefined ? {} : { below }) } };
}

function boundBelow(a: Ratio, desk: Desk): Ratio {
  return a.below === undefined ? a : boundNumber(a, desk);
}

export function added(a: Ratio, b: Ratio, desk: Desk): Ratio {
  const { tops, under } = alike(a, b, desk);
  return { top: plus(...tops, desk), ...under };
}

export function subtracted(a: Ratio, b: Ratio, desk: Desk): Ratio {
  const { tops, under } = alike(a, b, desk);
  return { top: minus(...tops, desk), ...under };
}

export function multiplied(a: Ratio, b: Ratio, desk: Desk): Ratio {
  const below = a.below === undefined ? b.below : b.below === undefined ? a.below : times(a.below, b.below, desk);
  // What is fixed is brought to lowest terms with the parts of the other.
  const [mine, other] = [sharedWith(a, b), sharedWith(b, a)];
  const top = times(lessened(a.top, mine), lessened(b.top, other), desk);
  return { top, parts: (a.parts / other) * (b.parts / mine), ...(below === undefined ? {} : { below }) };
}

function sharedWith({ top }: Ratio, { parts }: Ratio): bigint {
  const fixed = top.term.always;
  return typeof fixed === 'bigint' && fixed !== 0n ? commonDivisor(fixed, parts) : 1n;
}

function lessened(top: Whole, divisor: bigint): Whole {
  const fixed = top.term.always;
  return typeof fixed === 'bigint' ? constant(fixed / divisor) : top;
}

/** NULL where the divisor is not positive. */
export function divided(a: Ratio, b: Ratio, desk: Desk): Ratio {
  const fixed = b.top.term.always;
  if (typeof fixed === 'bigint' && b.below === undefined) {
    if (fixed <= 0n) return { top: { term: nothing, most: 0n }, parts: 1n };
    return multiplied(a, numberOf(b.parts, fixed), desk);
  }
  const [x, y] = [a, boundNumber(b, desk)];
  const positive = sql`${y.top.term} > 0`;
  const divisor = commonDivisor(x.parts, y.parts);
  const scaled = times(x.top, constant(y.parts / divisor), desk);
  const top = y.below === undefined ? scaled : times(scaled, y.below, desk);
  const under = onlyWhere(positive, y.top, desk);
  const below = x.below === undefined ? under : times(x.below, under, desk);
  return boundNumber({ top: onlyWhere(positive, top, desk), parts: x.parts / divisor, below }, desk);
}

export function negatedNumber(a: Ratio): Ratio {
  return { ...a, top: negated(a.top) };
}

export function sizeOfNumber(a: Ratio): Ratio {
  return { ...a, top: sizeOf(a.top) };
}

export type Sign = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** By cross-multiplication; parts that both have in common are left out. */
export function compared(a: Ratio, sign: Sign, b: Ratio, desk: Desk): Term {
  if (b.top.term.always === 0n && a.below !== undefined) return compared({ top: a.top, parts: 1n }, sign, b, desk);
  const [left, right] = alike(a, b, desk).tops;
  const [x, y] = [left.term.always, right.term.always];
  if (x === null || y === null) return nothing;
  if (typeof x === 'bigint' && typeof y === 'bigint') return holds(x, sign, y);
  return sql`${written(held(left, desk), desk)} ${sign} ${written(held(right, desk), desk)}`;
}

function holds(x: bigint, sign: Sign, y: bigint): Term {
  const is = { '=': x === y, '<>': x !== y, '<': x < y, '<=': x <= y, '>': x > y, '>=': x >= y }[sign];
  return { ...whole(0n), text: is ? 'TRUE' : 'FALSE', always: is };
}

/** The smaller (or greater) of two; NULL if one of them is. */
export function extreme(a: Ratio, sign: '<=' | '>=', b: Ratio, desk: Desk): Ratio {
  const { tops, under } = alike(boundNumber(a, desk), boundNumber(b, desk), desk);
  const column = (top: Whole): Whole => ({ ...top, term: written(bound(held(top, desk), desk), desk) });
  const [left, right] = [column(tops[0]), column(tops[1])];
  const term = pick(
    [
      { when: sql`${left.term} ${sign} ${right.term}`, then: left.term },
      { when: sql`${right.term} ${sign} ${left.term}`, then: right.term },
    ],
    nothing,
  );
  const open = left.term.open || right.term.open;
  const most = left.most > right.most ? left.most : right.most;
  const sized = isWide({ term, most }) ? desk.syntax.cast(term, desk.syntax.wide) : term;
  return { top: { term: open ? sized : certain(sized), most }, ...under };
}

/** How often a step goes into a number, as a fraction of whole numbers. */
export function ratioTo(value: Ratio, step: Ratio, desk: Desk): { readonly over: Whole; readonly under: Whole } {
  const shared = commonDivisor(step.parts, value.parts);
  const over = times(value.top, constant(step.parts / shared), desk);
  const top = step.below === undefined ? over : times(over, step.below, desk);
  const bottom = times(constant(value.parts / shared), step.top, desk);
  return { over: top, under: value.below === undefined ? bottom : times(bottom, value.below, desk) };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

import { error, fine, type Worth } from './cell.ts';
import { civilOf, clockOfMoment, dayOfMoment, firstDay, lastDay, monthsLater } from './moment.ts';
import { multiplied, type Ratio } from './ratio.ts';
import { nothing, pick, sql, whole, type Term } from './term.ts';
import { bound, constant, negated, onlyWhere, plus, quotient, rest, times, type Whole } from './whole.ts';
import type { Writing } from './writing.ts';

/** What a function is worth, and where it fails though its arguments are known. */
export interface Applied {
  readonly worth: Worth;
  readonly failed?: Term;
}

/** A date moves by whole days or months, a moment by whole seconds or months; else, and beyond the calendar, it is an error. */
export function moved(
  from: Whole,
  isMoment: boolean,
  by: Ratio,
  family: 'days' | 'months' | 'minutes',
  sign: 1 | -1,
  here: Writing,
): Applied {
  if (!isMoment && family === 'minutes')
    return { worth: { is: 'nothing' }, failed: known([from.term, by.top.term], error) };
  const perUnit = !isMoment || family === 'months' ? 1n : family === 'days' ? 86_400n : 60n;
  const length = multiplied(by, { top: constant(perUnit), parts: 1n }, here);
  const bottom =
    length.below === undefined ? constant(length.parts) : times(length.below, constant(length.parts), here);
  const top = bound(length.top, here);
  const isWhole = bottom.term.always === 1n ? undefined : sql`${rest(top, bottom, here).term} = 0`;
  // No step within the calendar is longer.
  const most = 400_000_000_000n;
  const size = bound(quotient(top, bottom, here), here);
  const near = sql`${size.term} BETWEEN ${whole(-most)} AND ${whole(most)}`;
  const step = pick([{ when: near, then: size.term }], nothing);
  const kept = bound(
    { term: isWhole === undefined ? step : pick([{ when: isWhole, then: step }], nothing), most },
    here,
  );
  const narrow: Whole = bound({ term: here.syntax.cast(kept.term, here.syntax.narrow), most }, here);
  const signed = sign === 1 ? narrow : negated(narrow);
  const to = landed(from, isMoment, signed, family, here);
  const [low, high] = isMoment ? [firstDay * 86_400n, lastDay * 86_400n + 86_399n] : [firstDay, lastDay];
  const inside = bound(
    onlyWhere(sql`${to.term} BETWEEN ${whole(low)} AND ${whole(high)}`, { ...to, most: high }, here),
    here,
  );
  const failed = pick(
    [{ when: sql`${inside.term} IS NULL AND ${from.term} IS NOT NULL AND ${top.term} IS NOT NULL`, then: error }],
    fine,
  );
  return { worth: { is: isMoment ? 'moment' : 'day', count: inside }, failed };
}

function landed(
  from: Whole,
  isMoment: boolean,
  step: Whole,
  family: 'days' | 'months' | 'minutes',
  here: Writing,
): Whole {
  if (family !== 'months') return bound(plus(from, step, here), here);
  if (!isMoment) return bound(monthsLater(civilOf(from, here), step, here), here);
  const day = monthsLater(civilOf(dayOfMoment(from, here), here), step, here);
  return bound(plus(times(day, constant(86_400n), here), clockOfMoment(from, here), here), here);
}

function known(terms: readonly Term[], failed: Term): Term {
  const open_ = terms.filter((term) => term.open);
  return open_.reduce((inner, term) => pick([{ when: sql`${term} IS NOT NULL`, then: inner }], fine), failed);
}

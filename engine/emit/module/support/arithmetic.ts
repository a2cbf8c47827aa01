import { exact, minusExact, parseExact, plusExact, timesExact, type Exact } from '../../../value/exact.ts';
import { numberTooLong } from '../../../value/failures.ts';
import { denominator, noDuration } from '../../../value/reasons.ts';
import { isNumber, noLength, order, type Datum } from './datum.ts';
import { spanOf } from './place.ts';
import { determined, isPlain, strict, undetermined, type Result } from './result.ts';

/** A written number, with whatever unit: its type says which. */
export function amount(digits: string): Result {
  return determined(parseExact(digits));
}

/** A written word: a text, date, time, member or post; or a truth value. */
export function just(word: string | boolean): Result {
  return determined(word);
}

/** The duration `none`, which stands in no order. */
export function noSuchLength(): Result {
  return determined(noLength);
}

export function plus(a: Result, b: Result, place: string): Result {
  return numeric([a, b], (x, y) => bounded(plusExact(x, y), place));
}

export function minus(a: Result, b: Result, place: string): Result {
  return numeric([a, b], (x, y) => bounded(minusExact(x, y), place));
}

export function times(a: Result, b: Result, place: string): Result {
  return numeric([a, b], (x, y) => bounded(timesExact(x, y), place));
}

/** A divisor that is not above 0 leaves the quotient open. */
export function dividedBy(a: Result, b: Result, place: string): Result {
  return numeric([a, b], (x, y) =>
    y.top > 0n ? bounded(exact(x.top * y.bottom, x.bottom * y.top), place) : undetermined([denominator]),
  );
}

export function negative(a: Result): Result {
  return numeric([a], ({ top, bottom }) => determined({ top: -top, bottom }));
}

export function withoutSign(a: Result): Result {
  return numeric([a], ({ top, bottom }) => determined({ top: top < 0n ? -top : top, bottom }));
}

export function smallest(...operands: readonly Result[]): Result {
  return timed(operands, (...values) => determined(extreme(values, -1)));
}

export function greatest(...operands: readonly Result[]): Result {
  return timed(operands, (...values) => determined(extreme(values, 1)));
}

/** The greatest value for sign 1, the smallest for −1; the first of equal ones. */
export function extreme(values: readonly Datum[], sign: 1 | -1): Datum {
  return values.reduce((best, value) => (sign * (order(value, best) ?? 0) > 0 ? value : best));
}

export function downTo(value: Result, step: Result, place: string): Result {
  return stepped(value, step, 'floor', place);
}

export function upTo(value: Result, step: Result, place: string): Result {
  return stepped(value, step, 'ceil', place);
}

function stepped(value: Result, step: Result, mode: 'floor' | 'ceil', place: string): Result {
  return numeric([value, step], (x, y) =>
    y.top > 0n ? bounded(toMultiple(x, y, mode), place) : undetermined([denominator]),
  );
}

export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down' | 'floor' | 'ceil';

/** The multiple of the step that the mode names; `half-up` takes ties away from zero, `up` always goes away from it. */
export function toMultiple(value: Exact, step: Exact, mode: RoundingMode): Exact {
  const { top, bottom } = exact(value.top * step.bottom, value.bottom * step.top);
  return timesExact({ top: whole(top, bottom, mode), bottom: 1n }, step);
}

function whole(top: bigint, bottom: bigint, mode: RoundingMode): bigint {
  const cut = top / bottom;
  const rest = top % bottom;
  if (rest === 0n) return cut;
  const away = cut + (top < 0n ? -1n : 1n);
  const twice = 2n * (rest < 0n ? -rest : rest);
  switch (mode) {
    case 'down':
      return cut;
    case 'up':
      return away;
    case 'floor':
      return top < 0n ? away : cut;
    case 'ceil':
      return top < 0n ? cut : away;
    case 'half-up':
      return twice >= bottom ? away : cut;
    case 'half-even':
      return twice > bottom || (twice === bottom && cut % 2n !== 0n) ? away : cut;
  }
}

/** `none` has no place among operands: what is asked of it stays open. */
export function timed(operands: readonly Result[], apply: (...values: readonly Datum[]) => Result): Result {
  return strict(operands, (...values) => (values.includes(noLength) ? undetermined([noDuration]) : apply(...values)));
}

function numeric(operands: readonly [Result, Result?], apply: (a: Exact, b: Exact) => Result): Result {
  const [left, right = left] = operands;
  // Mostly both are numbers and rest on nothing.
  if (isPlain(left) && isPlain(right) && isNumber(left.value) && isNumber(right.value))
    return apply(left.value, right.value);
  return timed([left, right], (a, b) => apply(numberIn(a), numberIn(b)));
}

export function numberIn(datum: Datum | undefined): Exact {
  if (!isNumber(datum)) throw new TypeError('a number was expected');
  return datum;
}

const longest = 10n ** 2000n;

function bounded(value: Exact, place: string): Result {
  const tooLong = value.top >= longest || value.top <= -longest || value.bottom >= longest;
  return tooLong ? numberTooLong(spanOf(place)) : determined(value);
}

import { Decimal as Library } from 'decimal.js';
import type { RoundingMode } from '../ir/ir.ts';
import { exact, exactDigits, parseExact } from '../value/exact.ts';

/** So much more than the 2,000 digits that a number may have that no operation ever rounds. */
const Decimal = Library.clone({ precision: 10_000, toExpNeg: -9e15, toExpPos: 9e15 });
type Decimal = Library;

/** A quotient that is kept as a pair until it is compared or rounded; the bottom is positive, and 1 for decimals. */
export interface DecimalRatio {
  readonly top: Decimal;
  readonly bottom: Decimal;
}

const mostDigits = 2_000;
const one = new Decimal(1);

/** So many units of a place behind the point. */
export function ofUnits(units: number, places: number): Decimal {
  return new Decimal(`${units}e-${places}`);
}

/** From a value's digits: decimal text or `n/d`. */
export function fromDigits(digits: string): DecimalRatio {
  const [top = '0', bottom] = digits.split('/');
  return { top: new Decimal(top), bottom: bottom === undefined ? one : new Decimal(bottom) };
}

export function toDigits(ratio: DecimalRatio): string {
  if (ratio.bottom.equals(one)) return ratio.top.isZero() ? '0' : ratio.top.toFixed();
  return exactDigits(reduced(ratio));
}

export function plus(a: DecimalRatio, b: DecimalRatio): DecimalRatio {
  if (a.bottom.equals(b.bottom)) return lean(a.top.plus(b.top), a.bottom);
  return lean(a.top.times(b.bottom).plus(b.top.times(a.bottom)), a.bottom.times(b.bottom));
}

export function times(a: DecimalRatio, b: DecimalRatio): DecimalRatio {
  return lean(a.top.times(b.top), a.bottom.times(b.bottom));
}

/** The divisor must be positive. */
export function over(a: DecimalRatio, b: DecimalRatio): DecimalRatio {
  return lean(a.top.times(b.bottom), a.bottom.times(b.top));
}

export function negative({ top, bottom }: DecimalRatio): DecimalRatio {
  return { top: top.negated(), bottom };
}

/** Negative, zero or positive, like the difference: by cross-multiplication, so nothing is lost. */
export function order(a: DecimalRatio, b: DecimalRatio): number {
  return a.bottom.equals(b.bottom) ? a.top.comparedTo(b.top) : a.top.times(b.bottom).comparedTo(b.top.times(a.bottom));
}

/** The nearest multiple of the step, which is positive. */
export function roundTo(value: DecimalRatio, step: DecimalRatio, mode: RoundingMode): DecimalRatio {
  const { count, rest, length } = split(value, step);
  if (rest.isZero()) return value;
  const half = rest.abs().times(2).comparedTo(length);
  const away = count.plus(rest.isNegative() ? -1 : 1);
  const isUp = mode === 'up' || half > 0 || (half === 0 && (mode === 'half-up' || !count.modulo(2).isZero()));
  return times({ top: mode !== 'down' && isUp ? away : count, bottom: one }, step);
}

/** The greatest multiple of the step that is not above the value. */
export function floorTo(value: DecimalRatio, step: DecimalRatio): DecimalRatio {
  const { count, rest } = split(value, step);
  return times({ top: rest.isNegative() && !rest.isZero() ? count.minus(1) : count, bottom: one }, step);
}

/** The number as JavaScript's own, when it has no decimals; else undefined. One that is too long for that is infinite. */
export function wholeNumber(value: DecimalRatio): number | undefined {
  const { count, rest } = split(value, { top: one, bottom: one });
  if (!rest.isZero()) return undefined;
  return count.abs().lessThan(Number.MAX_SAFE_INTEGER) ? count.toNumber() : count.isNegative() ? -Infinity : Infinity;
}

/** More digits than anything that is not a mistake (`number/too-long`). */
export function isTooLong({ top, bottom }: DecimalRatio): boolean {
  return digitCount(top) > mostDigits || digitCount(bottom) > mostDigits;
}

/** How often the step goes into the value, towards zero, and what is left, as parts of `length`. */
function split(
  value: DecimalRatio,
  step: DecimalRatio,
): { readonly count: Decimal; readonly rest: Decimal; readonly length: Decimal } {
  const top = value.top.times(step.bottom);
  const length = value.bottom.times(step.top);
  const count = top.dividedToIntegerBy(length);
  return { count, rest: top.minus(count.times(length)), length };
}

/** Brings a quotient to lowest terms before its parts grow long; sums of many quotients would explode otherwise. */
function lean(top: Decimal, bottom: Decimal): DecimalRatio {
  if (bottom.equals(one)) return { top, bottom: one };
  if (digitCount(bottom) <= 40) return { top, bottom };
  const lowest = reduced({ top, bottom });
  return { top: new Decimal(lowest.top.toString()), bottom: new Decimal(lowest.bottom.toString()) };
}

function reduced({ top, bottom }: DecimalRatio): ReturnType<typeof exact> {
  const [over, under] = [parseExact(top.toFixed()), parseExact(bottom.toFixed())];
  return exact(over.top * under.bottom, over.bottom * under.top);
}

function digitCount(value: Decimal): number {
  return Math.max(value.e + 1, 1) + value.decimalPlaces();
}

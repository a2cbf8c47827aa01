import type { RoundingMode } from '../ir/ir.ts';
import * as decimals from './decimal-ratio.ts';
import type { DecimalRatio } from './decimal-ratio.ts';
import * as short from './short-ratio.ts';
import type { Short } from './short-ratio.ts';

/**
 * An exact number: short where its digits fit into JavaScript's whole numbers, else two numbers of decimal.js. Both do the same
 * sums; a short one whose result would not fit is done again with decimals.
 */
export type Ratio = Short | DecimalRatio;

export const zero: Ratio = short.whole(0);
export const unit: Ratio = short.whole(1);

const isShort = (ratio: Ratio): ratio is Short => 'places' in ratio;

function long(ratio: Ratio): DecimalRatio {
  if (!isShort(ratio)) return ratio;
  const { top, places, bottom, under } = ratio;
  return { top: decimals.ofUnits(top, places), bottom: decimals.ofUnits(bottom, under) };
}

export function whole(count: number): Ratio {
  return Number.isSafeInteger(count) ? short.whole(count) : decimals.fromDigits(String(count));
}

/** From a value's digits: decimal text or `n/d`. */
export function fromDigits(digits: string): Ratio {
  return short.fromDigits(digits) ?? decimals.fromDigits(digits);
}

export function toDigits(ratio: Ratio): string {
  return (isShort(ratio) ? short.toDigits(ratio) : undefined) ?? decimals.toDigits(long(ratio));
}

export function plus(a: Ratio, b: Ratio): Ratio {
  return (isShort(a) && isShort(b) ? short.plus(a, b) : undefined) ?? decimals.plus(long(a), long(b));
}

export function minus(a: Ratio, b: Ratio): Ratio {
  return plus(a, negative(b));
}

export function times(a: Ratio, b: Ratio): Ratio {
  return (isShort(a) && isShort(b) ? short.times(a, b) : undefined) ?? decimals.times(long(a), long(b));
}

/** The divisor must be positive. */
export function over(a: Ratio, b: Ratio): Ratio {
  return (isShort(a) && isShort(b) ? short.over(a, b) : undefined) ?? decimals.over(long(a), long(b));
}

export function negative(ratio: Ratio): Ratio {
  return isShort(ratio) ? short.negative(ratio) : decimals.negative(ratio);
}

/** Negative, zero or positive, like the difference. */
export function order(a: Ratio, b: Ratio): number {
  return (isShort(a) && isShort(b) ? short.order(a, b) : undefined) ?? decimals.order(long(a), long(b));
}

export function isPositive(ratio: Ratio): boolean {
  return isShort(ratio) ? ratio.top > 0 : ratio.top.greaterThan(0);
}

/** The nearest multiple of the step, which is positive. */
export function roundTo(value: Ratio, step: Ratio, mode: RoundingMode): Ratio {
  return (
    (isShort(value) && isShort(step) ? short.roundTo(value, step, mode) : undefined) ??
    decimals.roundTo(long(value), long(step), mode)
  );
}

/** The greatest multiple of the step that is not above the value. */
export function floorTo(value: Ratio, step: Ratio): Ratio {
  return decimals.floorTo(long(value), long(step));
}

/** The number as JavaScript's own, when it has no decimals; else undefined. One that is too long for that is infinite. */
export function wholeNumber(value: Ratio): number | undefined {
  // One beyond the last safe whole number is infinite, and so is that one itself.
  const isPlain = isShort(value) && value.places === 0 && value.bottom === 1 && value.under === 0;
  return isPlain && Math.abs(value.top) < Number.MAX_SAFE_INTEGER ? value.top : decimals.wholeNumber(long(value));
}

/** More digits than anything that is not a mistake (`number/too-long`). */
export function isTooLong(ratio: Ratio): boolean {
  return !isShort(ratio) && decimals.isTooLong(ratio);
}

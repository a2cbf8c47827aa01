import type { RoundingMode } from '../ir/ir.ts';

/**
 * A quotient of two decimals whose digits fit into JavaScript's whole numbers: `top / 10^places` over `bottom / 10^under`. Both
 * without needless zeros, so that the bottom of a decimal is 1. Every operation is exact, or says by `undefined` that its result
 * does not fit.
 */
export interface Short {
  readonly top: number;
  readonly places: number;
  readonly bottom: number;
  readonly under: number;
}

// A bottom of so many digits is never brought to lowest terms on the way, here as with long numbers.
const mostPlaces = 15;
const tens: readonly number[] = Array.from({ length: mostPlaces + 1 }, (_, i) => 10 ** i);

export const whole = (count: number): Short => ({ top: count + 0, places: 0, bottom: 1, under: 0 });

/** A product that is beyond the safe whole numbers lies beyond them as a float, too. */
const fits = (count: number): boolean => count <= Number.MAX_SAFE_INTEGER && count >= -Number.MAX_SAFE_INTEGER;

function made(top: number, places: number, bottom: number, under: number): Short | undefined {
  if (!fits(top) || !fits(bottom)) return undefined;
  let [over, overPlaces, below, belowPlaces] = [top, places, bottom, under];
  // No negative zero, which would have another text.
  if (over === 0) [over, overPlaces] = [0, 0];
  while (overPlaces > 0 && over % 10 === 0) {
    over /= 10;
    overPlaces -= 1;
  }
  while (belowPlaces > 0 && below % 10 === 0) {
    below /= 10;
    belowPlaces -= 1;
  }
  return overPlaces > mostPlaces || belowPlaces > mostPlaces
    ? undefined
    : { top: over, places: overPlaces, bottom: below, under: belowPlaces };
}

/** Plain decimal text of at most fifteen digits. */
export function fromDigits(digits: string): Short | undefined {
  const { length } = digits;
  const start = digits.charCodeAt(0) === 45 ? 1 : 0;
  if (length === start || length - start > 16) return undefined;
  let [top, places, point] = [0, 0, false];
  for (let i = start; i < length; i += 1) {
    const digit = digits.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      top = top * 10 + digit;
      if (point) places += 1;
    } else if (digit === -2 && !point && i > start && i + 1 < length) point = true;
    else return undefined;
  }
  // Sixteen digits without a point may not fit.
  return made(start === 1 ? -top : top, places, 1, 0);
}

/** Canonical digits: decimal text, or `n/d` in lowest terms where the quotient does not end. */
export function toDigits({ top, places, bottom, under }: Short): string | undefined {
  if (bottom === 1 && under === 0) return decimalText(top, places);
  const [over, below] = [top * (tens[under] ?? NaN), bottom * (tens[places] ?? NaN)];
  if (!(fits(over) && fits(below))) return undefined;
  const divisor = greatestCommonDivisor(Math.abs(over), below);
  const [count, parts] = [over / divisor, below / divisor];
  let [rest, twos, fives] = [parts, 0, 0];
  for (; rest % 2 === 0; rest /= 2) twos += 1;
  for (; rest % 5 === 0; rest /= 5) fives += 1;
  if (rest !== 1) return `${count}/${parts}`;
  const decimals = Math.max(twos, fives);
  if (decimals > mostPlaces) return undefined;
  const units = count * 2 ** (decimals - twos) * 5 ** (decimals - fives);
  return fits(units) ? decimalText(units, decimals) : undefined;
}

function decimalText(units: number, places: number): string {
  if (places === 0) return String(units);
  const size = Math.abs(units);
  const part = size % (tens[places] ?? NaN);
  const count = (size - part) / (tens[places] ?? NaN);
  return `${units < 0 ? '-' : ''}${count}.${String(part).padStart(places, '0')}`;
}

const most32 = 2 ** 31 - 1;

export function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > most32) [x, y] = [y, x % y];
  if (y === 0) return x;
  // Division of 32 bits takes a tenth of the time.
  let [left, right] = [y | 0, (x % y) | 0];
  while (right !== 0) [left, right] = [right, (left % right) | 0];
  return left;
}

export function plus(a: Short, b: Short): Short | undefined {
  if (a.bottom === b.bottom && a.under === b.under) return sum(a.top, a.places, b.top, b.places, a.bottom, a.under);
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  if (!(fits(left) && fits(right))) return undefined;
  return sum(left, a.places + b.under, right, b.places + a.under, a.bottom * b.bottom, a.under + b.under);
}

function sum(a: number, aPlaces: number, b: number, bPlaces: number, bottom: number, under: number): Short | undefined {
  if (aPlaces === bPlaces) return made(a + b, aPlaces, bottom, under);
  const [left, right] =
    aPlaces < bPlaces ? [a * (tens[bPlaces - aPlaces] ?? NaN), b] : [a, b * (tens[aPlaces - bPlaces] ?? NaN)];
  return fits(left) && fits(right) ? made(left + right, Math.max(aPlaces, bPlaces), bottom, under) : undefined;
}

export function times(a: Short, b: Short): Short | undefined {
  return made(a.top * b.top, a.places + b.places, a.bottom * b.bottom, a.under + b.under);
}

/** The divisor must be positive. */
export function over(a: Short, b: Short): Short | undefined {
  return made(a.top * b.bottom, a.places + b.under, a.bottom * b.top, a.under + b.places);
}

export function negative({ top, places, bottom, under }: Short): Short {
  return { top: top === 0 ? 0 : -top, places, bottom, under };
}

/** Negative, zero or positive, like the difference: by cross-multiplication, so nothing is lost. */
export function order(a: Short, b: Short): number | undefined {
  let [left, right] = [a.top, b.top];
  let [leftPlaces, rightPlaces] = [a.places, b.places];
  if (a.bottom !== b.bottom || a.under !== b.under) {
    left *= b.bottom;
    right *= a.bottom;
    leftPlaces += b.under;
    rightPlaces += a.under;
  }
  if (leftPlaces < rightPlaces) left *= tens[rightPlaces - leftPlaces] ?? NaN;
  if (rightPlaces < leftPlaces) right *= tens[leftPlaces - rightPlaces] ?? NaN;
  if (!(fits(left) && fits(right))) return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The nearest multiple of the step, which is positive. */
export function roundTo(value: Short, step: Short, mode: RoundingMode): Short | undefined {
  let [top, length] = [value.top * step.bottom, value.bottom * step.top];
  const apart = value.places + step.under - value.under - step.places;
  if (apart > 0) length *= tens[apart] ?? NaN;
  if (apart < 0) top *= tens[-apart] ?? NaN;
  if (!(fits(top) && fits(length))) return undefined;
  const rest = top % length;
  if (rest === 0) return value;
  const count = (top - rest) / length;
  const half = Math.abs(rest) * 2 - length;
  const isUp = mode === 'up' || half > 0 || (half === 0 && (mode === 'half-up' || count % 2 !== 0));
  return times(whole(mode !== 'down' && isUp ? count + Math.sign(rest) : count), step);
}

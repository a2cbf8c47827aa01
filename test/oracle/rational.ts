/** Exact numbers as a pair of whole ones: a positive denominator, in lowest terms. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const zero: Rational = { top: 0n, bottom: 1n };

export function rational(top: bigint, bottom: bigint): Rational {
  if (bottom === 0n) throw new Error('a rational needs a denominator');
  const common = greatestDivisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
  const sign = bottom < 0n ? -1n : 1n;
  return { top: (sign * top) / common, bottom: (sign * bottom) / common };
}

export function whole(count: number): Rational {
  return rational(BigInt(count), 1n);
}

/** Reads `-12.50`, or the `1/3` in which outcomes carry a quotient that does not terminate. */
export function fromDigits(digits: string): Rational {
  const [top = '', bottom] = digits.split('/');
  if (bottom !== undefined) return rational(BigInt(top), BigInt(bottom));
  const [units = '', decimals = ''] = top.split('.');
  return rational(BigInt(units + decimals), 10n ** BigInt(decimals.length));
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, opposite(b));
}

export function opposite(a: Rational): Rational {
  return { top: -a.top, bottom: a.bottom };
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.top * b.top, a.bottom * b.bottom);
}

export function over(a: Rational, b: Rational): Rational {
  return rational(a.top * b.bottom, a.bottom * b.top);
}

/** Negative, 0 or positive, like the comparison functions of sorting. */
export function order(a: Rational, b: Rational): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest whole number that is not above. */
export function floorOf(a: Rational): bigint {
  const towardsZero = a.top / a.bottom;
  return a.top < 0n && towardsZero * a.bottom !== a.top ? towardsZero - 1n : towardsZero;
}

export function isWhole(a: Rational): boolean {
  return a.bottom === 1n;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

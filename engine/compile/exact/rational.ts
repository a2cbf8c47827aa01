import type { RoundingMode } from '../../ir/ir.ts';

/** An exact number in lowest terms; the denominator is positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };

/** A whole number as a rational. */
export function whole(n: bigint | number): Rational {
  return { n: BigInt(n), d: 1n };
}

/** The ratio in lowest terms. */
export function ratio(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d };
  const sign = d < 0n ? -1n : 1n;
  const divisor = commonDivisor(n < 0n ? -n : n, d * sign) * sign;
  return { n: n / divisor, d: d / divisor };
}

/** Reads decimal text (`-12.50`) or a fraction (`1/3`). */
export function rational(digits: string): Rational {
  const [above = '', below] = digits.split('/');
  const [units = '', decimals = ''] = above.split('.');
  return ratio(BigInt(units + decimals), 10n ** BigInt(decimals.length) * BigInt(below ?? 1));
}

/** Decimal text without trailing zeros; `n/d` when the quotient does not terminate. */
export function digitsOf({ n, d }: Rational): string {
  let places = 0n;
  for (let rest = d; rest !== 1n; rest /= commonDivisor(rest, 10n)) {
    if (commonDivisor(rest, 10n) === 1n) return `${n}/${d}`;
    places += 1n;
  }
  const scaled = (n * 10n ** places) / d;
  const sign = scaled < 0n ? '-' : '';
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(Number(places) + 1, '0');
  return places === 0n ? sign + text : `${sign}${text.slice(0, -Number(places))}.${text.slice(-Number(places))}`;
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.n, a.d * b.d);
}

export function divide(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.d, a.d * b.n);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

/** Negative, zero or positive: the sign of a − b. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest multiple of the step, by the mode; `floor` and `ceil` go down and up on the whole line. */
export function toMultiple(value: Rational, step: Rational, mode: RoundingMode | 'floor' | 'ceil'): Rational {
  const { n, d } = divide(value, step);
  return multiply(whole(nearest(n, d, mode)), step);
}

function nearest(n: bigint, d: bigint, mode: RoundingMode | 'floor' | 'ceil'): bigint {
  const cut = n / d;
  const rest = n - cut * d;
  if (rest === 0n) return cut;
  const away = cut + (n < 0n ? -1n : 1n);
  const twice = 2n * (rest < 0n ? -rest : rest);
  switch (mode) {
    case 'down':
      return cut;
    case 'up':
      return away;
    case 'floor':
      return n < 0n ? away : cut;
    case 'ceil':
      return n < 0n ? cut : away;
    case 'half-up':
      return twice >= d ? away : cut;
    case 'half-even':
      return twice > d || (twice === d && cut % 2n !== 0n) ? away : cut;
  }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

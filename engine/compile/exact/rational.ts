import type { RoundingMode } from '../../ir/ir.ts';
import { goesAway } from '../../plain/round.ts';
import { exact, type Exact } from '../../value/exact.ts';

/** An exact number in lowest terms. */
export type Rational = Exact;

export const zero: Rational = { top: 0n, bottom: 1n };

/** A whole number. */
export function whole(number: bigint | number): Rational {
  return { top: BigInt(number), bottom: 1n };
}

export function add(a: Rational, b: Rational): Rational {
  return exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return exact(a.top * b.top, a.bottom * b.bottom);
}

export function divide(a: Rational, b: Rational): Rational {
  return exact(a.top * b.bottom, a.bottom * b.top);
}

export function negate({ top, bottom }: Rational): Rational {
  return { top: -top, bottom };
}

/** The nearest multiple of the step, by the mode; `floor` and `ceil` go down and up on the whole line. */
export function toMultiple(value: Rational, step: Rational, mode: RoundingMode | 'floor' | 'ceil'): Rational {
  const { top, bottom } = divide(value, step);
  return multiply(whole(nearest(top, bottom, mode)), step);
}

function nearest(top: bigint, bottom: bigint, mode: RoundingMode | 'floor' | 'ceil'): bigint {
  const cut = top / bottom;
  const rest = top - cut * bottom;
  if (rest === 0n) return cut;
  const beyondHalf = Number(2n * (rest < 0n ? -rest : rest) - bottom);
  if (!goesAway(mode, cut % 2n !== 0n, beyondHalf, top < 0n)) return cut;
  return cut + (top < 0n ? -1n : 1n);
}

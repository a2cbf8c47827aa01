import { exact, plusExact, type Exact } from '../../value/exact.ts';

/**
 * An exact sum of amounts. Whole numbers of the smallest unit (10 to the power of −scale) are added as numbers as long as they
 * are safe, since that is the case of nearly all rows; the rest is exact as well, only slower.
 */
export interface Sum {
  units: number;
  large: bigint;
  rest: Exact;
}

const nothing: Exact = { top: 0n, bottom: 1n };

export const newSum = (): Sum => ({ units: 0, large: 0n, rest: nothing });

/** `units` is a safe whole number. */
export function addUnits(sum: Sum, units: number): void {
  const next = sum.units + units;
  if (Number.isSafeInteger(next)) {
    sum.units = next;
    return;
  }
  sum.large += BigInt(sum.units) + BigInt(units);
  sum.units = 0;
}

export function addExact(sum: Sum, amount: Exact): void {
  sum.rest = plusExact(sum.rest, amount);
}

export function sumOf({ units, large, rest }: Sum, scale: number): Exact {
  return plusExact(unitsExact(large + BigInt(units), scale), rest);
}

/** So many of the smallest units. */
export function unitsExact(units: bigint | number, scale: number): Exact {
  return exact(BigInt(units), 10n ** BigInt(scale));
}

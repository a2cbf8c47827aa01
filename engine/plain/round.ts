import type { RoundingMode } from '../ir/ir.ts';
import type { Scaled } from './scaled.ts';
import type { PlainNumber } from './tree.ts';

/** Whether a step is added, away from zero, to the whole steps that fit; `beyondHalf` has the sign of the rest less half a step. */
export function goesAway(
  mode: RoundingMode | 'floor' | 'ceil',
  isOdd: boolean,
  beyondHalf: number,
  isNegative: boolean,
): boolean {
  switch (mode) {
    case 'down':
      return false;
    case 'up':
      return true;
    case 'floor':
      return isNegative;
    case 'ceil':
      return !isNegative;
    case 'half-up':
      return beyondHalf >= 0;
    case 'half-even':
      return beyondHalf > 0 || (beyondHalf === 0 && isOdd);
  }
}

/** Half of what is exact, so that the double of a rest and one step more stay exact too. */
export const largestRounded: number = 2 ** 52;

/** The nearest multiple of a step. `marks` are the flags of a rounding that changes the value. */
export function round(
  of: PlainNumber,
  { units: step, scale }: Scaled,
  mode: RoundingMode | 'floor' | 'ceil',
  marks: number,
): PlainNumber | undefined {
  // Steps in the value: units ÷ 10^of.scale ÷ denominator ÷ (step ÷ 10^scale).
  const up = 10 ** Math.max(0, scale - of.scale);
  const down = 10 ** Math.max(0, of.scale - scale) * step;
  if (step <= 0 || !(down <= largestRounded)) return undefined;
  return { is: 'number', scale, quotient: false, does: { op: 'rounded', of, up, down, step, mode, marks } };
}

import type { NumberOperation } from '../../plain/tree.ts';
import { fits, fitting } from './fitting.ts';
import { newNumbers, type Building, type NumberVector } from './vectors.ts';

type OfTwo = Extract<NumberOperation, { op: 'sum' | 'product' | 'extreme' | 'quotient' }>;
type Pair = Pick<NumberVector, 'units' | 'below'>;

/** A whole number over another one, which stands below as it is. */
export function divided(
  factor: number,
  { units: a }: Pair,
  { units: b }: Pair,
  { checked, isPositive }: { readonly checked: boolean; readonly isPositive: boolean },
  then: Building['then'],
): Pair {
  if (factor === 1 && isPositive && !checked) return { units: a, below: b };
  const units = newNumbers();
  if (isPositive && !checked)
    then((length) => {
      for (let i = 0; i < length; i += 1) units[i] = (a[i] ?? NaN) * factor;
    });
  else
    then((length) => {
      for (let i = 0; i < length; i += 1) {
        const above = (a[i] ?? NaN) * factor;
        units[i] = (b[i] ?? NaN) > 0 && fits(above) ? above : NaN;
      }
    });
  return { units, below: b };
}

/** Pairs, multiplied crosswise. */
export function ofQuotients(
  does: OfTwo,
  { units: a, below: aBelow }: Pair,
  { units: b, below: bBelow }: Pair,
  then: Building['then'],
): Pair {
  const [units, below] = [newNumbers(), newNumbers()];
  then((length) => {
    for (let i = 0; i < length; i += 1) {
      const above = a[i] ?? NaN;
      const under = aBelow === undefined ? 1 : (aBelow[i] ?? NaN);
      const otherAbove = b[i] ?? NaN;
      const otherUnder = bBelow === undefined ? 1 : (bBelow[i] ?? NaN);
      switch (does.op) {
        case 'sum':
          units[i] = fitting(fitting(above * otherUnder) + does.sign * fitting(otherAbove * under));
          below[i] = fitting(under * otherUnder);
          break;
        case 'product':
          units[i] = fitting(above * otherAbove);
          below[i] = fitting(under * otherUnder);
          break;
        case 'quotient':
          units[i] = otherAbove > 0 ? fitting(fitting(above * otherUnder) * does.factor) : NaN;
          below[i] = fitting(under * otherAbove);
          break;
        case 'extreme': {
          const difference = fitting(otherAbove * under) - fitting(above * otherUnder);
          const isOther = does.sign * difference > 0;
          units[i] = Number.isNaN(difference) ? NaN : isOther ? otherAbove : above;
          below[i] = isOther ? otherUnder : under;
          break;
        }
      }
      if (Number.isNaN(below[i] ?? NaN)) units[i] = NaN;
    }
  });
  return { units, below };
}

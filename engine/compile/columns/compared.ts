import type { Comparison } from '../../ir/ir.ts';
import { largest } from '../../plain/scaled.ts';
import { left, type Kernel, type NumberVector, type WordVector } from './vectors.ts';

/** What a comparison says of less, of equal and of more. */
const answersOf: { readonly [Sign in Comparison]: readonly [less: number, equal: number, more: number] } = {
  '=': [0, 1, 0],
  '!=': [1, 0, 1],
  '<': [1, 0, 0],
  '<=': [1, 1, 0],
  '>': [0, 0, 1],
  '>=': [0, 1, 1],
};

/** Numbers at the same scale; quotients multiplied crosswise. */
export function compared(a: NumberVector, b: NumberVector, sign: Comparison, held: Uint8Array): Kernel {
  const [less, equal, more] = answersOf[sign];
  const answers = Uint8Array.of(equal, more, less, left);
  const [one, other, aBelow, bBelow] = [a.units, b.units, a.below, b.below];
  if (aBelow === undefined && bBelow === undefined)
    return (length) => {
      for (let i = 0; i < length; i += 1) {
        const order = (one[i] ?? NaN) - (other[i] ?? NaN);
        const met = Number(order > 0) + 2 * Number(order < 0);
        held[i] = answers[Number.isNaN(order) ? 3 : met] ?? left;
      }
    };
  return (length) => {
    for (let i = 0; i < length; i += 1) {
      const above = (one[i] ?? NaN) * (bBelow === undefined ? 1 : (bBelow[i] ?? NaN));
      const otherAbove = (other[i] ?? NaN) * (aBelow === undefined ? 1 : (aBelow[i] ?? NaN));
      const fits = Math.abs(above) <= largest && Math.abs(otherAbove) <= largest;
      const met = Number(above > otherAbove) + 2 * Number(above < otherAbove);
      held[i] = answers[fits ? met : 3] ?? left;
    }
  };
}

/** In JavaScript's order of texts. */
export function comparedWords(
  { codes: a }: WordVector,
  { codes: b }: WordVector,
  sign: Comparison,
  wordOf: (code: number) => string,
  held: Uint8Array,
): Kernel {
  const [less, equal, more] = answersOf[sign];
  const isOrdered = less !== more;
  return (length) => {
    for (let i = 0; i < length; i += 1) {
      const [one, other] = [a[i] ?? -1, b[i] ?? -1];
      if (one < 0 || other < 0) held[i] = left;
      else if (one === other) held[i] = equal;
      else held[i] = isOrdered && wordOf(one) < wordOf(other) ? less : more;
    }
  };
}

import { goesAway, largestRounded } from '../../plain/round.ts';
import type { NumberOperation, PlainNumber } from '../../plain/tree.ts';
import { joinFlags, newNumbers, type Building, type NumberVector } from './vectors.ts';

/** The nearest multiples of a step; what is too long is NaN. */
export function rounded(
  node: PlainNumber,
  does: Extract<NumberOperation, { op: 'rounded' }>,
  to: Building,
): NumberVector {
  const { up, down, step, mode, marks } = does;
  const of = to.number(does.of);
  const { units: from, below } = of;
  const units = newNumbers();
  const flags = to.flagsFor(node);
  joinFlags(flags, [of], to.then);
  const { least, most } = to.bounded.of(does.of);
  const fits = least >= 0 && most * up <= largestRounded && !to.bounded.of(node).checked;
  if (mode === 'half-up' && marks === 0 && below === undefined && fits) {
    const half = Math.floor(down / 2);
    if (up === 1 && step === 1)
      to.then((length) => {
        for (let i = 0; i < length; i += 1) units[i] = Math.floor(((from[i] ?? NaN) + half) / down);
      });
    else
      to.then((length) => {
        for (let i = 0; i < length; i += 1) units[i] = Math.floor(((from[i] ?? NaN) * up + half) / down) * step;
      });
    return { is: 'number', units, below: undefined, flags };
  }
  to.then((length) => {
    for (let i = 0; i < length; i += 1) {
      const above = (from[i] ?? NaN) * up;
      const under = below === undefined ? down : (below[i] ?? NaN) * down;
      const size = Math.abs(above);
      let steps = Math.floor(size / under);
      const rest = size - steps * under;
      if (rest !== 0) {
        if (flags !== undefined) flags[i] = (flags[i] ?? 0) | marks;
        if (goesAway(mode, steps % 2 === 1, 2 * rest - under, above < 0)) steps += 1;
      }
      const result = steps * step;
      const fits = size <= largestRounded && under <= largestRounded && result <= largestRounded;
      units[i] = fits ? (above < 0 ? -result : result) : NaN;
    }
  });
  return { is: 'number', units, below: undefined, flags };
}

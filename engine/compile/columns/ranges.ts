import type { Span } from '../../plain/tree.ts';
import { left, type Kernel, type NumberVector, type WordVector } from './vectors.ts';

/** Does a number lie in a span? */
export function between(
  { units, below }: NumberVector,
  { low, high, openLow, openHigh }: Span,
  widest: number,
  held: Uint8Array,
): Kernel {
  const ends = Float64Array.of(low, high);
  if (below === undefined)
    return (length) => {
      const from = ends[0] ?? NaN;
      const to = ends[1] ?? NaN;
      for (let i = 0; i < length; i += 1) {
        const one = units[i] ?? NaN;
        held[i] = Number.isNaN(one) ? left : Number(one >= from) & Number(one <= to);
      }
    };
  return (length) => {
    for (let i = 0; i < length; i += 1) {
      const one = units[i] ?? NaN;
      const under = below[i] ?? NaN;
      const isAbove = openLow ? one > low * under : one >= low * under;
      const isBelow = openHigh ? one < high * under : one <= high * under;
      held[i] = Number.isNaN(one) || !(under <= widest) ? left : Number(isAbove) & Number(isBelow);
    }
  };
}

/** Is a word one of some? */
export function among({ codes }: WordVector, words: readonly number[], none: boolean, held: Uint8Array): Kernel {
  const [inside, outside] = none ? [0, 1] : [1, 0];
  const known = new Uint8Array(Math.max(-1, ...words) + 1).fill(outside);
  for (const word of words) known[word] = inside;
  return (length) => {
    for (let i = 0; i < length; i += 1) {
      const code = codes[i] ?? -1;
      held[i] = code < 0 ? left : code < known.length ? (known[code] ?? outside) : outside;
    }
  };
}

import type { Lookup } from '../../plain/lookup.ts';
import type { Plain, Span } from '../../plain/tree.ts';
import type { Choice } from './choices.ts';
import { blockLength, type Building, type Kernel, type NumberVector } from './vectors.ts';

/** More spans than these are searched by halves. */
const few = 8;

/** For each row the span that holds its number; the branch behind the last is for none. */
export function found<Of extends Plain>({ by, spans, widest }: Lookup<Of>, to: Building): Choice {
  const column = to.number(by);
  const at = new Int32Array(blockLength);
  const order = risingOf(spans);
  const away = spans.length + 1;
  to.then(
    isUnbroken(order, by.quotient)
      ? countCuts(order, column, widest, at, away)
      : findSpan(order, column, widest, at, away),
  );
  return { at, flags: column.flags };
}

/** Spans by their low ends. */
interface Rising {
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  readonly openLow: Uint8Array;
  readonly openHigh: Uint8Array;
  /** Where each stood before. */
  readonly places: Int32Array;
}

function risingOf(spans: readonly Span[]): Rising {
  const rising = spans.map((_span, i) => i).toSorted((a, b) => (spans[a]?.low ?? 0) - (spans[b]?.low ?? 0));
  return {
    lows: Float64Array.from(rising, (i) => spans[i]?.low ?? NaN),
    highs: Float64Array.from(rising, (i) => spans[i]?.high ?? NaN),
    openLow: Uint8Array.from(rising, (i) => (spans[i]?.openLow === true ? 1 : 0)),
    openHigh: Uint8Array.from(rising, (i) => (spans[i]?.openHigh === true ? 1 : 0)),
    places: Int32Array.from(rising),
  };
}

/** Is every number in a span, and does each span begin with its low end? Of whole numbers the next span begins a unit further. */
function isUnbroken({ lows, highs, openLow, openHigh }: Rising, isQuotient: boolean): boolean {
  const goesOn = (i: number): boolean => {
    const [high = NaN, low = NaN] = [highs[i], lows[i + 1]];
    return openLow[i + 1] === 0 && (openHigh[i] === 1 ? high === low : !isQuotient && high + 1 === low);
  };
  const ends = lows[0] === -Infinity && highs.at(-1) === Infinity;
  return ends && lows.length <= few && lows.slice(1).every((_low, i) => goesOn(i));
}

/** Spans that go on without a hole: the number of low ends that it reaches, of which the first needs no look. */
function countCuts(
  { lows, places }: Rising,
  { units, below }: NumberVector,
  widest: number,
  at: Int32Array,
  away: number,
): Kernel {
  const cuts = Float64Array.from({ length: few - 1 }, (_none, i) => lows[i + 1] ?? Infinity);
  const into = Int32Array.of(...places, away);
  const nowhere = places.length;
  return (length) => {
    const c1 = cuts[0] ?? NaN;
    const c2 = cuts[1] ?? NaN;
    const c3 = cuts[2] ?? NaN;
    const c4 = cuts[3] ?? NaN;
    const c5 = cuts[4] ?? NaN;
    const c6 = cuts[5] ?? NaN;
    const c7 = cuts[6] ?? NaN;
    if (below === undefined)
      for (let i = 0; i < length; i += 1) {
        const n = units[i] ?? NaN;
        const low = Number(n >= c1) + Number(n >= c2) + Number(n >= c3) + Number(n >= c4);
        const met = low + Number(n >= c5) + Number(n >= c6) + Number(n >= c7);
        at[i] = into[Number.isNaN(n) ? nowhere : met] ?? away;
      }
    else
      for (let i = 0; i < length; i += 1) {
        const n = units[i] ?? NaN;
        const u = below[i] ?? NaN;
        const low = Number(n >= c1 * u) + Number(n >= c2 * u) + Number(n >= c3 * u) + Number(n >= c4 * u);
        const met = low + Number(n >= c5 * u) + Number(n >= c6 * u) + Number(n >= c7 * u);
        at[i] = into[Number.isNaN(n) || !(u <= widest) ? nowhere : met] ?? away;
      }
  };
}

function findSpan(
  { lows, highs, openLow, openHigh, places }: Rising,
  { units, below }: NumberVector,
  widest: number,
  at: Int32Array,
  away: number,
): Kernel {
  const count = lows.length;
  /** The last one that begins at the number or before it. */
  const near = (number: number, under: number): number => {
    let from = 0;
    let behind = count;
    while (from < behind) {
      const middle = (from + behind) >> 1;
      if ((lows[middle] ?? NaN) * under <= number) from = middle + 1;
      else behind = middle;
    }
    return from - 1;
  };
  return (length) => {
    for (let i = 0; i < length; i += 1) {
      const number = units[i] ?? NaN;
      const under = below === undefined ? 1 : (below[i] ?? NaN);
      at[i] = away;
      if (Number.isNaN(number) || !(under <= widest)) continue;
      // An open low end may belong to the one before.
      const last = count > few ? near(number, under) : count - 1;
      at[i] = count;
      for (let k = count > few ? Math.max(0, last - 1) : 0; k <= last; k += 1) {
        const low = (lows[k] ?? NaN) * under;
        const high = (highs[k] ?? NaN) * under;
        const isAbove = number > low || (number === low && openLow[k] === 0);
        if (isAbove && (number < high || (number === high && openHigh[k] === 0))) at[i] = places[k] ?? away;
      }
    }
  };
}

import type { Bound, Ir, Range } from '../ir/ir.ts';
import { atScale, constantOf } from './number.ts';
import { largest } from './scaled.ts';
import type { Plain, PlainNumber, Span } from './tree.ts';

/** Spans with fixed ends around a number that is brought to their scale. */
interface Spans {
  readonly by: PlainNumber;
  readonly spans: readonly Span[];
  /** Of the denominators: with a greater one the ends could not be multiplied. */
  readonly widest: number;
}

type Interval = Extract<Range, { range: 'interval' }>;

/** The intervals in units of the value; undefined where an end is not fixed, or too long. */
export function spansOf(by: Plain, intervals: readonly Interval[], compile: (ir: Ir) => Plain): Spans | undefined {
  const ends = intervals.flatMap(({ low, high }) => [endOf(low, compile), endOf(high, compile)]);
  if (by.is !== 'number' || !ends.every((end) => end !== undefined)) return undefined;
  const scale = Math.max(by.scale, ...ends.map((end) => end?.scale ?? 0));
  const units = ends.map((end) => (end === null ? null : (constantOf(atScale(end, scale)) ?? NaN)));
  const widest = Math.floor(largest / Math.max(1, ...units.map((end) => Math.abs(end ?? 0))));
  if (Number.isNaN(widest)) return undefined;
  const spans = intervals.map(({ low, high }, i): Span => {
    const [from, to] = [units[2 * i] ?? -Infinity, units[2 * i + 1] ?? Infinity];
    const [openLow, openHigh] = [low?.open === true, high?.open === true];
    // Around whole numbers an open end is the closed end of the next one.
    return by.quotient
      ? { low: from, high: to, openLow, openHigh }
      : { low: from + (openLow ? 1 : 0), high: to - (openHigh ? 1 : 0), openLow: false, openHigh: false };
  });
  return { by: atScale(by, scale), spans, widest };
}

/** A fixed end, null where there is none; undefined when it is not fixed. */
function endOf(bound: Bound | undefined, compile: (ir: Ir) => Plain): PlainNumber | null | undefined {
  if (bound === undefined) return null;
  const end = compile(bound.at);
  return end.is === 'number' && constantOf(end) !== undefined ? end : undefined;
}

/** Does no number lie in two of them? */
export function apart(spans: readonly Span[]): boolean {
  const rising = spans.toSorted((a, b) => a.low - b.low);
  return rising.every(({ high, openHigh }, i) => {
    const next = rising[i + 1];
    return next === undefined || high < next.low || (high === next.low && (openHigh || next.openLow));
  });
}

/** Can no number lie in it? */
export function isEmpty({ low, high, openLow, openHigh }: Span): boolean {
  return low > high || (low === high && (openLow || openHigh));
}

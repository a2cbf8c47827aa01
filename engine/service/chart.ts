import type { Value } from '../ir/value.ts';
import { positionOf } from '../proof/line.ts';
import { compareExact, exact, type Exact } from '../value/exact.ts';
import type { RangeEnd } from '../value/print.ts';

/**
 * A scale drawn as steps. All places are whole numbers from 0 to `extent`, worked out exactly here, so that a page draws
 * and never computes with amounts. The vertical places run upwards.
 */
export interface Chart {
  readonly steps: readonly ChartStep[];
  readonly holes: readonly Stretch[];
  readonly overlaps: readonly Stretch[];
  readonly across: readonly Tick[];
  readonly up: readonly Tick[];
}

export const extent = 10_000;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}
interface ChartStep extends Stretch {
  /** Which of the tiers, from 0. */
  readonly tier: number;
  readonly height: number;
  /** Whether the end belongs to the step; an end that the scale does not have is `none`. */
  readonly start: ChartEnd;
  readonly end: ChartEnd;
}
type ChartEnd = 'closed' | 'open' | 'none';
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** A part of the scale; a missing end is unbounded. */
export interface Reach {
  readonly low?: RangeEnd | undefined;
  readonly high?: RangeEnd | undefined;
}
export interface Drawn extends Reach {
  readonly value: Value;
}

/** The chart of a scale; undefined where its ends or values are no numbers or days. */
export function drawChart(
  tiers: readonly Drawn[],
  holes: readonly Reach[],
  overlaps: readonly Reach[],
  print: (value: Value) => string,
): Chart | undefined {
  const ends = tiers.flatMap(({ low, high }) => [low, high].flatMap((end) => (end === undefined ? [] : [end.value])));
  const across = axisOf(ends, [...tiers, ...holes]);
  const up = axisOf(
    tiers.map(({ value }) => value),
    [],
    zero,
  );
  if (across === undefined || up === undefined) return undefined;
  const stretch = ({ low, high }: Reach): Stretch => ({
    from: low === undefined ? 0 : placeOn(across, low.value),
    to: high === undefined ? extent : placeOn(across, high.value),
  });
  return {
    steps: tiers.map((tier, index) => ({
      tier: index,
      ...stretch(tier),
      height: placeOn(up, tier.value),
      start: endOf(tier.low),
      end: endOf(tier.high),
    })),
    holes: holes.map(stretch),
    overlaps: overlaps.map(stretch),
    across: ticks(ends, across, print),
    up: ticks(
      tiers.map(({ value }) => value),
      up,
      print,
    ),
  };
}

const zero: Exact = { top: 0n, bottom: 1n };

function endOf(end: RangeEnd | undefined): ChartEnd {
  return end === undefined ? 'none' : end.open ? 'open' : 'closed';
}

interface Axis {
  readonly low: Exact;
  readonly length: Exact;
}

/** From the lowest to the highest value; an eighth more on a side where some part goes on without end. */
function axisOf(values: readonly Value[], parts: readonly Reach[], ...also: readonly Exact[]): Axis | undefined {
  const positions = values.map(positionOf);
  if (positions.includes(undefined)) return undefined;
  const sorted = [...also, ...positions.filter((position) => position !== undefined)].sort(compareExact);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return undefined;
  const length = subtract(high, low);
  const isPoint = length.top === 0n;
  const margin = isPoint ? { top: 1n, bottom: 1n } : exact(length.top, length.bottom * 8n);
  const start = parts.some((part) => part.low === undefined) ? subtract(low, margin) : low;
  const end = isPoint || parts.some((part) => part.high === undefined) ? add(high, margin) : high;
  return { low: start, length: subtract(end, start) };
}

/** A value outside of the axis stands at its end. */
function placeOn({ low, length }: Axis, value: Value): number {
  const { top, bottom } = subtract(positionOf(value) ?? low, low);
  const place = Number((top * length.bottom * BigInt(extent)) / (bottom * length.top));
  return Math.max(0, Math.min(place, extent));
}

function ticks(values: readonly Value[], axis: Axis, print: (value: Value) => string): readonly Tick[] {
  const labels = new Map(values.map((value) => [placeOn(axis, value), print(value)]));
  return [...labels].map(([at, label]) => ({ at, label })).sort((a, b) => a.at - b.at);
}

function add(a: Exact, b: Exact): Exact {
  return exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}
function subtract(a: Exact, b: Exact): Exact {
  return exact(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

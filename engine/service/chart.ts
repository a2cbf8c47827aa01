import type { Ir, Range } from '../ir/ir.ts';
import { positionOf } from '../proof/line.ts';
import { compareExact, exact, type Exact } from '../value/exact.ts';

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
export interface ChartStep extends Stretch {
  /** Which of the tiers, from 0. */
  readonly tier: number;
  readonly height: number;
  /** Whether the end belongs to the step; an end that the scale does not have is `none`. */
  readonly start: ChartEnd;
  readonly end: ChartEnd;
}
export type ChartEnd = 'closed' | 'open' | 'none';
export interface Tick {
  readonly at: number;
  readonly label: string;
}

type Interval = Extract<Range, { range: 'interval' }>;

export interface Drawn {
  readonly range: Interval;
  /** A literal, or the chart is not drawn. */
  readonly value: Ir;
}

interface Part {
  readonly low: Exact | undefined;
  readonly high: Exact | undefined;
}

/** The chart of a scale, or undefined where an end or a value is computed, so that nothing can be drawn before a question. */
export function drawChart(
  tiers: readonly Drawn[],
  holes: readonly Interval[],
  overlaps: readonly Interval[],
  print: (ir: Ir) => string,
): Chart | undefined {
  const parts = tiers.map(({ range }) => partOf(range));
  const heights = tiers.map(({ value }) => literalPosition(value));
  const ends = parts.flatMap((part) =>
    part === undefined ? [] : [part.low, part.high].filter((end) => end !== undefined),
  );
  const across = axisOf(ends, unbounded(parts));
  const up = axisOf([zero, ...heights.filter((height) => height !== undefined)], 'neither');
  if (across === undefined || up === undefined) return undefined;
  const stretch = ({ low, high }: Part): Stretch => ({
    from: low === undefined ? 0 : placeOn(across, low),
    to: high === undefined ? extent : placeOn(across, high),
  });
  const steps: ChartStep[] = [];
  for (const [tier, { range }] of tiers.entries()) {
    const [part, height] = [parts[tier], heights[tier]];
    if (part === undefined || height === undefined) return undefined;
    steps.push({
      tier,
      ...stretch(part),
      height: placeOn(up, height),
      start: endOf(range.low),
      end: endOf(range.high),
    });
  }
  const stretches = (ranges: readonly Interval[]): readonly Stretch[] =>
    ranges.flatMap((range) => {
      const part = partOf(range);
      return part === undefined ? [] : [stretch(part)];
    });
  return {
    steps,
    holes: stretches(holes),
    overlaps: stretches(overlaps),
    across: ticks(
      tiers.flatMap(({ range }) => [range.low?.at, range.high?.at]),
      across,
      print,
    ),
    up: ticks(
      tiers.map(({ value }) => value),
      up,
      print,
    ),
  };
}

const zero: Exact = { top: 0n, bottom: 1n };

function literalPosition(ir: Ir): Exact | undefined {
  return ir.op === 'literal' ? positionOf(ir.value) : undefined;
}

/** Undefined when an end is there but not known. */
function partOf({ low, high }: Interval): Part | undefined {
  const part = {
    low: low === undefined ? undefined : literalPosition(low.at),
    high: high === undefined ? undefined : literalPosition(high.at),
  };
  const known = (low === undefined || part.low !== undefined) && (high === undefined || part.high !== undefined);
  return known ? part : undefined;
}

function endOf(bound: Interval['low']): ChartEnd {
  return bound === undefined ? 'none' : bound.open ? 'open' : 'closed';
}

interface Axis {
  readonly low: Exact;
  readonly length: Exact;
}

type Beyond = 'neither' | 'low' | 'high' | 'both';

function unbounded(parts: readonly (Part | undefined)[]): Beyond {
  const low = parts.some((part) => part !== undefined && part.low === undefined);
  const high = parts.some((part) => part !== undefined && part.high === undefined);
  return low ? (high ? 'both' : 'low') : high ? 'high' : 'neither';
}

/** From the lowest to the highest end; an eighth more where a tier goes on without end. */
function axisOf(ends: readonly Exact[], beyond: Beyond): Axis | undefined {
  const sorted = ends.toSorted(compareExact);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return undefined;
  const length = subtract(high, low);
  const span = length.top === 0n ? { top: 1n, bottom: 1n } : length;
  const margin = exact(span.top, span.bottom * 8n);
  const start = beyond === 'low' || beyond === 'both' ? subtract(low, margin) : low;
  const end = beyond === 'high' || beyond === 'both' || length.top === 0n ? add(high, margin) : high;
  return { low: start, length: subtract(end, start) };
}

function placeOn({ low, length }: Axis, at: Exact): number {
  const { top, bottom } = subtract(at, low);
  return Number((top * length.bottom * BigInt(extent)) / (bottom * length.top));
}

function ticks(irs: readonly (Ir | undefined)[], axis: Axis, print: (ir: Ir) => string): readonly Tick[] {
  const found = new Map<number, Tick>();
  for (const ir of irs) {
    const position = ir === undefined ? undefined : literalPosition(ir);
    if (ir === undefined || position === undefined) continue;
    const at = placeOn(axis, position);
    found.set(at, { at, label: print(ir) });
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

function add(a: Exact, b: Exact): Exact {
  return exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}
function subtract(a: Exact, b: Exact): Exact {
  return exact(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

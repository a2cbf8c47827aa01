import type { Texts } from '../diagnostic/diagnostic.ts';
import { wording, wordRange } from '../evaluate/wording.ts';
import type { Band, Bands, Bound, Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Span } from '../source/span.ts';
import { sameValue } from '../value/compare.ts';
import { printValue, type RangeEnd } from '../value/print.ts';
import { drawChart, type Chart, type Drawn } from './chart.ts';
import { faultsOf, type Fault } from './coverage.ts';

/** A scale as a table, and as a chart where all its ends and values are written out. */
export interface TierReading {
  readonly by: string;
  readonly title?: Texts;
  readonly mode: Bands['mode'];
  readonly rows: readonly TierRow[];
  readonly chart?: Chart;
}

export type TierRow =
  | {
      readonly row: 'tier';
      readonly range: string;
      readonly value: string;
      readonly cites: readonly string[];
      /** `policy#id` of interpretations. */
      readonly restsOn: readonly string[];
      /** The company's own figure. */
      readonly own: boolean;
      readonly origin: Span;
    }
  /** No tier holds this part of the scale, or the tier above and an earlier one both do. */
  | { readonly row: 'hole' | 'overlap'; readonly range: string };

/** Reads the tiers in their order in the file, and what is wrong with the scale where it belongs. */
export function readTiers(bands: Bands, program: Program): TierReading {
  const { holes, overlaps } = faultsOf(bands, program);
  const tiers = bands.bands.map((band) => ({ band, ...unmarked(band.value) }));
  const rows = tiers.flatMap((tier, index) => [
    tierRow(tier, program),
    ...overlaps.filter((fault) => fault.tier === index).map(({ text }): TierRow => ({ row: 'overlap', range: text })),
    ...holes.filter((hole) => isAfter(hole, bands.bands, index)).map(holeRow),
  ]);
  const lowest = holes.filter(({ reach }) => !bands.bands.some(({ range }) => meets(range.high, reach.low)));
  const drawn = tiers.map(drawnOf);
  const chart = drawn.includes(undefined)
    ? undefined
    : drawChart(
        drawn.filter((tier) => tier !== undefined),
        holes.map(({ reach }) => reach),
        overlaps.map(({ reach }) => reach),
        (value) => printValue(value, program),
      );
  const title = titleOf(bands.by, program);
  return {
    by: wording(bands.by, program),
    ...(title === undefined ? {} : { title }),
    mode: bands.mode,
    rows: [...lowest.map(holeRow), ...rows],
    ...(chart === undefined ? {} : { chart }),
  };
}

const holeRow = ({ text }: Fault): TierRow => ({ row: 'hole', range: text });

/** A hole stands behind the last tier that ends where it begins. */
function isAfter({ reach }: Fault, bands: readonly Band[], index: number): boolean {
  return bands.findLastIndex(({ range }) => meets(range.high, reach.low)) === index;
}

function meets(bound: Bound | undefined, end: RangeEnd | undefined): boolean {
  return bound?.at.op === 'literal' && end !== undefined && sameValue(bound.at.value, end.value);
}

interface Unmarked {
  /** Without the marks around it. */
  readonly value: Ir;
  /** `policy#id` of interpretations. */
  readonly restsOn: readonly string[];
  /** The company's own figure. */
  readonly own: boolean;
}
interface Tier extends Unmarked {
  readonly band: Band;
}

/** A value and the marks around it apart. */
export function unmarked(value: Ir): Unmarked {
  if (value.op !== 'mark') return { value, restsOn: [], own: false };
  const inner = unmarked(value.value);
  return { value: inner.value, restsOn: [...value.interpretations, ...inner.restsOn], own: value.own || inner.own };
}

function tierRow({ band, value, restsOn, own }: Tier, program: Program): TierRow {
  return {
    row: 'tier',
    range: wordRange(band.range, program),
    value: wording(value, program),
    cites: band.cites,
    restsOn,
    own,
    origin: band.origin,
  };
}

/** Undefined where an end or the value is computed, so that nothing can be drawn before a question. */
function drawnOf({ band: { range }, value }: Tier): Drawn | undefined {
  const [low, high] = [endOf(range.low), endOf(range.high)];
  if (low === 'computed' || high === 'computed' || value.op !== 'literal') return undefined;
  return { low, high, value: value.value };
}

function endOf(bound: Bound | undefined): RangeEnd | undefined | 'computed' {
  if (bound === undefined) return undefined;
  return bound.at.op === 'literal' ? { value: bound.at.value, open: bound.open } : 'computed';
}

function titleOf(by: Ir, program: Program): Texts | undefined {
  if (by.op === 'fact') return program.facts[by.name]?.title;
  return by.op === 'decision' ? program.decisions[by.name]?.title : undefined;
}

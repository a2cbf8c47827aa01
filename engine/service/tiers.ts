import type { Texts } from '../diagnostic/diagnostic.ts';
import { wording, wordRange } from '../evaluate/wording.ts';
import type { Band, Bands, Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Span } from '../source/span.ts';
import { drawChart, type Chart } from './chart.ts';

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
  /** Nothing is said about this part of the scale. */
  | { readonly row: 'hole'; readonly range: string };

export function readTiers(bands: Bands, program: Program): TierReading {
  const marks = bands.bands.map(({ value }) => unmarked(value));
  const rows = bands.bands.map((band, index): TierRow => tierRow(band, marks[index] ?? unmarked(band.value), program));
  const drawn = bands.bands.map(({ range }, index) => ({ range, value: marks[index]?.value ?? bands.by }));
  const chart = drawChart(drawn, [], [], (ir) => wording(ir, program));
  const title = titleOf(bands.by, program);
  return {
    by: wording(bands.by, program),
    ...(title === undefined ? {} : { title }),
    mode: bands.mode,
    rows,
    ...(chart === undefined ? {} : { chart }),
  };
}

interface Unmarked {
  readonly value: Ir;
  readonly restsOn: readonly string[];
  readonly own: boolean;
}

function unmarked(value: Ir): Unmarked {
  if (value.op !== 'mark') return { value, restsOn: [], own: false };
  const inner = unmarked(value.value);
  return {
    value: inner.value,
    restsOn: [...value.interpretations, ...inner.restsOn],
    own: value.own || inner.own,
  };
}

function tierRow(band: Band, { value, restsOn, own }: Unmarked, program: Program): TierRow {
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

function titleOf(by: Ir, program: Program): Texts | undefined {
  if (by.op === 'fact') return program.facts[by.name]?.title;
  return by.op === 'decision' ? program.decisions[by.name]?.title : undefined;
}

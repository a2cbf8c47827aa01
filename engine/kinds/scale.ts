import type { Cell, CellBound } from '../expression/ast.ts';
import { printCell } from '../expression/print.ts';
import type { Band, Bands, Bound, Ir } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import { placeOf } from '../proof/empty.ts';
import { compareExact } from '../value/exact.ts';

type IntervalCell = Extract<Cell, { cell: 'interval' }>;
export type Side = 'low' | 'high';

/** A tier or a grade's band as it is written and as it was lowered. */
export interface Tier {
  readonly cell: IntervalCell;
  readonly band: Band;
}

/** The tiers in the order of the file; those that mean nothing have a diagnostic and no band. */
export function tiersOf(cells: readonly Cell[], { bands }: Bands): readonly Tier[] {
  return bands.flatMap((band) => {
    const written = cells.find(({ span }) => span.start === band.origin.start);
    return written?.cell === 'interval' ? [{ cell: written, band }] : [];
  });
}

/** As the author would write it. */
export const textOf = ({ cell }: Tier): string => printCell(cell);

export function literalOf(ir: Ir | undefined): Value | undefined {
  if (ir?.op === 'mark') return literalOf(ir.value);
  return ir?.op === 'literal' ? ir.value : undefined;
}

/** Negative when the first tier begins lower: a missing low end lies below all others, a closed one below an open one. */
export const compareLow = (a: Tier, b: Tier): number => compareEnds(a.band.range.low, b.band.range.low, -1);

/** Negative when the first tier ends lower: a missing high end lies above all others, a closed one above an open one. */
export const compareHigh = (a: Tier, b: Tier): number => compareEnds(a.band.range.high, b.band.range.high, 1);

function compareEnds(a: Bound | undefined, b: Bound | undefined, outwards: 1 | -1): number {
  if (a === undefined || b === undefined) return outwards * (Number(a === undefined) - Number(b === undefined));
  const [left, right] = [placeOf(a), placeOf(b)];
  if (left === undefined || right === undefined) return 0;
  return compareExact(left, right) || outwards * (Number(b.open) - Number(a.open));
}

/** The tier with one end moved to where another tier's opposite end lies, so that both touch and neither holds the other's value. */
export function movedTo(tier: Tier, side: Side, other: Tier | undefined): Tier {
  const opposite = side === 'low' ? 'high' : 'low';
  const { [side]: _cellEnd, ...cell } = tier.cell;
  const { [side]: _bandEnd, ...range } = tier.band.range;
  const written = other?.cell[opposite];
  const bound = other?.band.range[opposite];
  return {
    cell: { ...cell, ...(written === undefined ? {} : { [side]: flipped(written) }) },
    band: { ...tier.band, range: { ...range, ...(bound === undefined ? {} : { [side]: flipped(bound) }) } },
  };
}

const flipped = <End extends CellBound | Bound>(end: End): End => ({ ...end, open: !end.open });

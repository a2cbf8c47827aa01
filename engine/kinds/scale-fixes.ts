import type { Fix } from '../diagnostic/diagnostic.ts';
import { holdsNothing } from '../proof/empty.ts';
import type { Part } from '../proof/part.ts';
import { sameValue } from '../value/compare.ts';
import type { RangeEnd } from '../value/print.ts';
import { compareHigh, literalOf, movedTo, textOf, type Side, type Tier } from './scale.ts';

/** The tiers on both sides of a hole, as far as there are some. */
export interface Neighbours {
  readonly below: Tier | undefined;
  readonly above: Tier | undefined;
}

export function neighboursOf({ covers }: Part, tiers: readonly Tier[]): Neighbours {
  const [low, high] = covers.is === 'interval' ? [covers.low, covers.high] : [];
  return { below: tiers.find(touches(low, 'high')), above: tiers.find(touches(high, 'low')) };
}

const touches =
  (end: RangeEnd | undefined, side: Side) =>
  (tier: Tier): boolean => {
    const bound = tier.band.range[side];
    const value = literalOf(bound?.at);
    return end !== undefined && value !== undefined && bound?.open !== end.open && sameValue(value, end.value);
  };

/** Closes a hole: the tier below reaches up to the next one, or the tier above down to the one before. */
export function fillGap({ below, above }: Neighbours): readonly Fix[] {
  return [
    ...(below === undefined ? [] : rewrite(below, movedTo(below, 'high', above))),
    ...(above === undefined ? [] : rewrite(above, movedTo(above, 'low', below))),
  ];
}

/** Parts two tiers where that opens no hole: a tier that lies inside the other needs a person. */
export function partOverlap(lower: Tier, higher: Tier): readonly Fix[] {
  return [
    ...(compareHigh(higher, lower) < 0 ? [] : rewrite(lower, movedTo(lower, 'high', higher))),
    ...rewrite(higher, movedTo(higher, 'low', lower)),
  ];
}

function rewrite(tier: Tier, changed: Tier): readonly Fix[] {
  const { low, high } = changed.cell;
  if ((low === undefined && high === undefined) || holdsNothing(changed.band.range)) return [];
  const [before, after] = [textOf(tier), textOf(changed)];
  if (before === after) return [];
  return [
    {
      title: { en: `Change ${before} to ${after}`, zh: `把 ${before} 改为 ${after}` },
      edits: [{ span: tier.cell.span, text: after }],
    },
  ];
}

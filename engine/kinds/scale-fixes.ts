import type { Fix } from '../diagnostic/diagnostic.ts';
import { holdsNothing } from '../proof/empty.ts';
import type { Part } from '../proof/part.ts';
import { sameValue } from '../value/compare.ts';
import type { RangeEnd } from '../value/print.ts';
import { compareHigh, literalOf, movedTo, textOf, type Side, type Tier } from './scale.ts';

/** The tiers on both sides of a hole, as far as there are some. */
interface Neighbours {
  readonly below: Tier | undefined;
  readonly above: Tier | undefined;
}

/** A tier that might be written otherwise; whether that mends anything is for the whole scale to say. */
export interface Change {
  readonly tier: Tier;
  readonly changed: Tier;
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
export function fillGap({ below, above }: Neighbours): readonly Change[] {
  return [
    ...(below === undefined ? [] : [{ tier: below, changed: movedTo(below, 'high', above) }]),
    ...(above === undefined ? [] : [{ tier: above, changed: movedTo(above, 'low', below) }]),
  ];
}

/** Parts two tiers where that opens no hole: a tier that lies inside the other needs a person. */
export function partOverlap(lower: Tier, higher: Tier): readonly Change[] {
  return [
    ...(compareHigh(higher, lower) < 0 ? [] : [{ tier: lower, changed: movedTo(lower, 'high', higher) }]),
    { tier: higher, changed: movedTo(higher, 'low', lower) },
  ];
}

/** Gives a tier the one stretch that the others leave free. */
export function fitBetween(tier: Tier, { below, above }: Neighbours): Change {
  return { tier, changed: movedTo(movedTo(tier, 'low', below), 'high', above) };
}

/** The interval from its lower end to its higher one, for one that was written the other way round; each end keeps its bracket. */
export function turned(tier: Tier): Tier | undefined {
  const { cell, band } = tier;
  const { low, high } = band.range;
  if (cell.low === undefined || cell.high === undefined || low === undefined || high === undefined) return undefined;
  return {
    cell: { ...cell, low: cell.high, high: cell.low },
    band: { ...band, range: { ...band.range, low: high, high: low } },
  };
}

/** Does the change leave a tier that says something, and something else than before? */
export function saysMore({ tier, changed }: Change): boolean {
  const { low, high } = changed.cell;
  if ((low === undefined && high === undefined) || holdsNothing(changed.band.range)) return false;
  return textOf(tier) !== textOf(changed);
}

export function fixOf({ tier, changed }: Change): Fix {
  const [before, after] = [textOf(tier), textOf(changed)];
  return {
    title: { en: `Change ${before} to ${after}`, zh: `把 ${before} 改为 ${after}` },
    edits: [{ span: tier.cell.span, text: after }],
  };
}

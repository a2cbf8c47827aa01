import type { Bands, Bound } from '../../ir/ir.ts';
import { compareExact, parseExact, type Exact } from '../../value/exact.ts';

/** A tier whose ends stand in the handbook. */
export interface FixedTier {
  readonly low: FixedEnd | undefined;
  readonly high: FixedEnd | undefined;
}
interface FixedEnd {
  readonly at: Exact;
  readonly open: boolean;
}

/** The tiers, if all of their ends are numbers that stand in the handbook. */
export function fixedTiers({ bands }: Bands): readonly FixedTier[] | undefined {
  const tiers = bands.map(({ range }) => fixedTier(range));
  return tiers.every((tier) => tier !== undefined) ? tiers : undefined;
}

export function fixedTier({ low, high }: { readonly low?: Bound; readonly high?: Bound }): FixedTier | undefined {
  const isFixed = (bound: Bound | undefined): boolean =>
    bound === undefined || (bound.at.op === 'literal' && 'digits' in bound.at.value);
  return isFixed(low) && isFixed(high) ? { low: fixed(low), high: fixed(high) } : undefined;
}

function fixed(bound: Bound | undefined): FixedEnd | undefined {
  if (bound?.at.op !== 'literal' || !('digits' in bound.at.value)) return undefined;
  return { at: parseExact(bound.at.value.digits), open: bound.open };
}

/** Where the lowest hole between tiers ends: from there on a sum of tiers is open. */
export function firstHole(tiers: readonly FixedTier[]): Exact | undefined {
  const [lowest, ...rising] = tiers.filter(holdsSomething).toSorted((a, b) => compareLow(a.low, b.low));
  let reach = lowest?.high;
  for (const { low, high } of rising) {
    if (reach === undefined) return undefined;
    if (low !== undefined && areApart(reach, low)) return low.at;
    if (high === undefined || compareHigh(high, reach) > 0) reach = high;
  }
  return undefined;
}

/** Does each tier begin where the one before it ends? */
export function isSeamless(tiers: readonly FixedTier[]): boolean {
  return tiers.every(({ low }, i) => {
    const before = tiers[i - 1]?.high;
    if (i === 0) return true;
    return (
      low !== undefined && before !== undefined && compareExact(low.at, before.at) === 0 && low.open !== before.open
    );
  });
}

/** Does no number lie in two of them? */
export function overlapsNone(tiers: readonly FixedTier[]): boolean {
  const rising = tiers.filter(holdsSomething).toSorted((a, b) => compareLow(a.low, b.low));
  return rising.every(({ low }, i) => {
    const before = rising[i - 1];
    if (before === undefined) return true;
    if (low === undefined || before.high === undefined) return false;
    const distance = compareExact(low.at, before.high.at);
    return distance > 0 || (distance === 0 && (low.open || before.high.open));
  });
}

function holdsSomething({ low, high }: FixedTier): boolean {
  if (low === undefined || high === undefined) return true;
  const length = compareExact(high.at, low.at);
  return length > 0 || (length === 0 && !low.open && !high.open);
}

function areApart(high: FixedEnd, low: FixedEnd): boolean {
  const distance = compareExact(low.at, high.at);
  return distance > 0 || (distance === 0 && high.open && low.open);
}

function compareLow(a: FixedEnd | undefined, b: FixedEnd | undefined): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return compareExact(a.at, b.at) || Number(a.open) - Number(b.open);
}

function compareHigh(a: FixedEnd, b: FixedEnd): number {
  return compareExact(a.at, b.at) || Number(b.open) - Number(a.open);
}

import type { End, Tier } from './bands.ts';
import { compare, type Datum } from './datum.ts';

/** What no tier holds, between the end of one tier and the beginning of another: ends that a tier owns are not the hole's. */
interface Hole {
  readonly low: End;
  readonly high: End;
}

/** All holes between the lowest tier's low end and the value: where parts are added, each of them leaves the sum open. */
export function holesBelow(by: Datum, tiers: readonly Tier[]): readonly Hole[] {
  const [lowest, ...rising] = tiers.filter(holdsSomething).toSorted((a, b) => compareLow(a.low, b.low));
  const holes: Hole[] = [];
  let reach = lowest?.high;
  for (const { low, high } of rising) {
    if (reach === undefined || (low !== undefined && order(low.at, by) > 0)) break;
    if (low !== undefined && areApart(reach, low)) holes.push({ low: reach, high: low });
    if (high === undefined || compareHigh(high, reach) > 0) reach = high;
  }
  return holes;
}

function holdsSomething({ low, high }: Tier): boolean {
  if (low === undefined || high === undefined) return true;
  const length = order(high.at, low.at);
  return length > 0 || (length === 0 && !low.open && !high.open);
}

function areApart(high: End, low: End): boolean {
  const distance = order(low.at, high.at);
  return distance > 0 || (distance === 0 && high.open && low.open);
}

/** A missing low end lies below all others, a closed one below an open one. */
function compareLow(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return order(a.at, b.at) || Number(a.open) - Number(b.open);
}

function compareHigh(a: End, b: End): number {
  return order(a.at, b.at) || Number(b.open) - Number(a.open);
}

function order(a: Datum, b: Datum): number {
  return compare(a, b) ?? 0;
}

import type { Type } from '../../../ir/type.ts';
import { printInterval, type RangeEnd } from '../../../value/print.ts';
import { order, valueOf, type Datum } from './datum.ts';
import type { Question } from './question.ts';
import type { Reach } from './tiers.ts';

interface End {
  readonly at: Datum;
  readonly open: boolean;
}

/** From the nearest end below the value to the nearest above: `(100% .. 120%)`. */
export function holeAround(q: Question, type: Type, at: Datum, reaches: readonly Reach[]): string {
  const below = reaches.flatMap(highEnd).filter((end) => distance(end.at, at) <= 0);
  const above = reaches.flatMap(lowEnd).filter((end) => distance(end.at, at) >= 0);
  return print(q, type, nearest(below, 1), nearest(above, -1));
}

/** Each hole between the lowest end and the value: it begins where a tier ends and none goes on. */
export function holesBelow(q: Question, type: Type, at: Datum, reaches: readonly Reach[]): readonly string[] {
  const filled = reaches.filter(holdsSomething);
  const ends = filled.flatMap(highEnd).filter((end) => !filled.some((reach) => goesOn(end, reach)));
  const holes = ends.flatMap((low) => {
    const beginnings = filled.flatMap(lowEnd).filter((high) => isBeyond(high, low) && distance(high.at, at) <= 0);
    const high = nearest(beginnings, -1);
    return high === undefined ? [] : [print(q, type, low, high)];
  });
  return [...new Set(holes)];
}

function holdsSomething({ brackets, low, high }: Reach): boolean {
  if (low === undefined || high === undefined) return true;
  return distance(high, low) > 0 || (distance(high, low) === 0 && brackets === '[]');
}

/** Does the tier hold what lies directly above the end? */
function goesOn(end: End, reach: Reach): boolean {
  const [low] = lowEnd(reach);
  const [high] = highEnd(reach);
  if (low !== undefined && isBeyond(low, end)) return false;
  if (high === undefined || distance(high.at, end.at) > 0) return true;
  return distance(high.at, end.at) === 0 && end.open && !high.open;
}

/** Does a tier that begins there leave something out above the end? */
function isBeyond(beginning: End, end: End): boolean {
  const apart = distance(beginning.at, end.at);
  return apart > 0 || (apart === 0 && beginning.open && end.open);
}

function lowEnd({ brackets, low }: Reach): readonly End[] {
  return low === undefined ? [] : [{ at: low, open: brackets.startsWith('(') }];
}

function highEnd({ brackets, high }: Reach): readonly End[] {
  return high === undefined ? [] : [{ at: high, open: brackets.endsWith(')') }];
}

/** What the tiers leave out of the ends is the hole's. */
function print({ handbook }: Question, type: Type, low: End | undefined, high: End | undefined): string {
  const end = (found: End | undefined): RangeEnd | undefined =>
    found === undefined ? undefined : { value: valueOf(found.at, type), open: !found.open };
  return printInterval(end(low), end(high), handbook);
}

/** The greatest end for sign 1, the smallest for −1; of two at one place the closed one. */
function nearest(ends: readonly End[], sign: 1 | -1): End | undefined {
  return ends.toSorted((a, b) => sign * distance(b.at, a.at) || Number(a.open) - Number(b.open))[0];
}

function distance(a: Datum, b: Datum): number {
  return order(a, b) ?? 0;
}

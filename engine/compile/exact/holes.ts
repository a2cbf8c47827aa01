import type { Type } from '../../ir/type.ts';
import { printInterval, type RangeEnd } from '../../value/print.ts';
import type { Reach } from './bands.ts';
import { order, valueOf, type Datum } from './datum.ts';
import type { Unit } from './unit.ts';

interface End {
  readonly at: Datum;
  readonly open: boolean;
}

/** `(100% .. 120%)`: from the nearest end below the value to the nearest above; what no band holds of the ends is the hole's. */
export function holeAround(by: Datum, reaches: readonly Reach[], type: Type, unit: Unit): string {
  const below = reaches.flatMap(highEnd).filter(({ at }) => order(at, by) <= 0);
  const above = reaches.flatMap(lowEnd).filter(({ at }) => order(at, by) >= 0);
  return print(nearest(below, 1), nearest(above, -1), type, unit);
}

/** Each hole between the lowest band's low end and the value: it begins where a band ends and no other goes on. */
export function holesBelow(by: Datum, reaches: readonly Reach[], type: Type, unit: Unit): readonly string[] {
  const filled = reaches.filter(holdsSomething);
  const ends = filled.flatMap(highEnd).filter((low) => !filled.some((reach) => goesOn(low, reach)));
  const holes = ends.flatMap((low) => {
    const beginnings = filled.flatMap(lowEnd).filter((high) => isBeyond(high, low) && order(high.at, by) <= 0);
    const high = nearest(beginnings, -1);
    return high === undefined ? [] : [print(low, high, type, unit)];
  });
  return [...new Set(holes)];
}

function holdsSomething(reach: Reach): boolean {
  const [low, high] = [lowEnd(reach)[0], highEnd(reach)[0]];
  if (low === undefined || high === undefined) return true;
  return order(high.at, low.at) > 0 || (order(high.at, low.at) === 0 && !high.open && !low.open);
}

/** Does the band hold what lies directly above the end? */
function goesOn(end: End, reach: Reach): boolean {
  const [low, high] = [lowEnd(reach)[0], highEnd(reach)[0]];
  if (low !== undefined && isBeyond(low, end)) return false;
  if (high === undefined || order(high.at, end.at) > 0) return true;
  return order(high.at, end.at) === 0 && end.open && !high.open;
}

/** Does a band that begins there leave something out above the end? */
function isBeyond(beginning: End, end: End): boolean {
  const distance = order(beginning.at, end.at);
  return distance > 0 || (distance === 0 && beginning.open && end.open);
}

const lowEnd = ({ low: at, range: { low } }: Reach): readonly End[] =>
  at === undefined ? [] : [{ at, open: low?.open === true }];
const highEnd = ({ high: at, range: { high } }: Reach): readonly End[] =>
  at === undefined ? [] : [{ at, open: high?.open === true }];

function print(low: End | undefined, high: End | undefined, type: Type, unit: Unit): string {
  const end = (found: End | undefined): RangeEnd | undefined =>
    found === undefined ? undefined : { value: valueOf(found.at, type), open: !found.open };
  return printInterval(end(low), end(high), unit.program);
}

/** The greatest end for sign 1, the smallest for −1; of two at one place the closed one. */
function nearest(ends: readonly End[], sign: 1 | -1): End | undefined {
  return ends.toSorted((a, b) => sign * order(b.at, a.at) || Number(a.open) - Number(b.open))[0];
}

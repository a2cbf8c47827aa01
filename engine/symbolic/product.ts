import type { End, Stretch } from '../proof/round-position.ts';
import { compareExact, timesExact } from '../value/exact.ts';
import { zero } from './form.ts';

/** Where the product of two numbers can lie; a missing end is unbounded. */
export function product(a: Stretch, b: Stretch): Stretch {
  const corners = [a.low, a.high].flatMap((x, i) => [b.low, b.high].map((y, j) => corner(x, i === 0, y, j === 0)));
  const low = corners.some((one) => one === 'below')
    ? undefined
    : corners.filter(isEnd).reduce((best, one) => (isLess(one, best) ? one : best));
  const high = corners.some((one) => one === 'above')
    ? undefined
    : corners.filter(isEnd).reduce((best, one) => (isLess(best, one) ? one : best));
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

type Corner = End | 'below' | 'above';

const isEnd = (corner: Corner): corner is End => typeof corner === 'object';

/** The product of two ends; without an end it runs off, to the side that the signs say. Zero times anything is zero. */
function corner(x: End | undefined, xIsLow: boolean, y: End | undefined, yIsLow: boolean): Corner {
  if (x !== undefined && y !== undefined) {
    const at = timesExact(x.at, y.at);
    // A closed zero is reached whatever the other end is.
    const reached = (x.at.top === 0n && !x.open) || (y.at.top === 0n && !y.open);
    return { at, open: !reached && (x.open || y.open) };
  }
  const given = x ?? y;
  if (given?.at.top === 0n) return { at: zero, open: given.open };
  const sign = (end: End | undefined, isLow: boolean): number =>
    end === undefined ? (isLow ? -1 : 1) : compareExact(end.at, zero);
  return sign(x, xIsLow) * sign(y, yIsLow) < 0 ? 'below' : 'above';
}

function isLess(a: End, b: End): boolean {
  const order = compareExact(a.at, b.at);
  return order < 0 || (order === 0 && !a.open && b.open);
}

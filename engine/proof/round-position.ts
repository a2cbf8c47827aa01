import { compareExact, exact, type Exact } from '../value/exact.ts';
import { floorSteps, isOnGrid, times, whole, type LineType } from './line.ts';

/** A stretch of a line; a missing end is unbounded. */
export interface Stretch {
  readonly low?: End;
  readonly high?: End;
}
export interface End {
  readonly at: Exact;
  readonly open: boolean;
}

const zero = whole(0n);
// Seconds that people name: days, hours, their quarters, ten and five minutes, minutes, seconds.
const clockSteps = [86_400n, 3600n, 1800n, 900n, 600n, 300n, 60n, 1n];
const mostDecimals = 40;

/**
 * Positions of the stretch, on the grid if there is one, the one that a person would pick first: 110% for `(100% .. 120%)`, or what
 * is nearest to `wanted`.
 */
export function* roundPositions(
  stretch: Stretch,
  type: LineType,
  grid: Exact | undefined,
  wanted?: Exact,
): Generator<Exact, void, undefined> {
  const { low, high } = stretch;
  const aim = wanted === undefined ? aimOf(stretch, type) : nearest(stretch, wanted);
  // A single end that belongs to the stretch is the sharpest example; a single position is the only one.
  const isPoint = low !== undefined && high !== undefined && compareExact(low.at, high.at) === 0;
  const fits = (position: Exact): boolean =>
    contains(stretch, position) && (grid === undefined || isOnGrid(position, grid));
  const isSharp = wanted !== undefined || (low === undefined) !== (high === undefined);
  if (fits(aim) && (isPoint || isSharp)) yield aim;
  for (const step of [...stepsOf(stretch, type), ...(grid === undefined ? [] : [grid])]) {
    const near = floorSteps(aim, step);
    // The multiples around the aim; where the aim is one itself and does not belong to the stretch, those beside it.
    const around = [near, near + 1n, near - 1n]
      .map((count) => times(count, step))
      .toSorted((a, b) => compareExact(distance(a, aim), distance(b, aim)));
    for (const candidate of around) if (fits(candidate)) yield candidate;
  }
}

function nearest({ low, high }: Stretch, to: Exact): Exact {
  if (low !== undefined && compareExact(to, low.at) < 0) return low.at;
  return high !== undefined && compareExact(to, high.at) > 0 ? high.at : to;
}

/** The middle, or the end that there is; of dates the first. */
function aimOf({ low, high }: Stretch, type: LineType): Exact {
  if (low === undefined || high === undefined) return low?.at ?? high?.at ?? zero;
  if (type.is === 'date') return low.at;
  return exact(low.at.top * high.at.bottom + high.at.top * low.at.bottom, 2n * low.at.bottom * high.at.bottom);
}

function* stepsOf({ low, high }: Stretch, type: LineType): Generator<Exact, void, undefined> {
  switch (type.is) {
    case 'date':
      yield whole(1n);
      return;
    case 'time':
    case 'date-time':
      yield* clockSteps.map(whole);
      return;
    default: {
      const start =
        low === undefined || high === undefined
          ? besideEnd(low?.at ?? high?.at, type)
          : magnitude(minus(high.at, low.at));
      for (let power = start; power >= -mostDecimals; power--) yield powerOfTen(power);
    }
  }
}

/** A tenth of the end, yet whole units where there are some: 130% after 120%, 4 days after 3 days. */
function besideEnd(end: Exact | undefined, type: LineType): number {
  const unit = type.is === 'percent' ? -2 : 0;
  const order = end === undefined ? unit : magnitude(end);
  return order < unit ? order - 1 : Math.max(order - 1, unit);
}

export function contains({ low, high }: Stretch, position: Exact): boolean {
  const above = low === undefined ? 1 : compareExact(position, low.at);
  const below = high === undefined ? 1 : compareExact(high.at, position);
  return (low?.open === true ? above > 0 : above >= 0) && (high?.open === true ? below > 0 : below >= 0);
}

/** The power of ten that a number has at its first digit: 2 for 120. */
function magnitude({ top, bottom }: Exact): number {
  const size = top < 0n ? -top : top;
  if (size === 0n) return 0;
  let power = size.toString().length - bottom.toString().length;
  while (compareExact({ top: size, bottom }, powerOfTen(power)) < 0) power--;
  return power;
}

const powerOfTen = (power: number): Exact =>
  power >= 0 ? whole(10n ** BigInt(power)) : { top: 1n, bottom: 10n ** BigInt(-power) };

const minus = (a: Exact, b: Exact): Exact => exact(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);

function distance(a: Exact, b: Exact): Exact {
  const { top, bottom } = minus(a, b);
  return { top: top < 0n ? -top : top, bottom };
}

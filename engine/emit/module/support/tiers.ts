import type { Type } from '../../../ir/type.ts';
import { exact, minusExact, plusExact, timesExact, type Exact } from '../../../value/exact.ts';
import { tiersOverlap } from '../../../value/failures.ts';
import { hole, noDuration } from '../../../value/reasons.ts';
import { numberIn } from './arithmetic.ts';
import { noLength, order, type Datum } from './datum.ts';
import { holeAround, holesBelow } from './holes.ts';
import { printEnds } from './persons.ts';
import { spanOf } from './place.ts';
import type { Question } from './question.ts';
import { liesBetween, type Brackets } from './ranges.ts';
import { determined, strict, undetermined, type Result } from './result.ts';

/** `output` names the decision as its policy and output, `scale` what the tiers cut where it has a name. */
interface Scale {
  readonly output: string;
  readonly scale: string;
  readonly type: Type;
  readonly place: string;
}
type Tier = readonly [brackets: Brackets, low: Result | undefined, high: Result | undefined, value: () => Result];

/** A tier whose ends are worked out. */
export interface Reach {
  readonly brackets: Brackets;
  readonly low: Datum | undefined;
  readonly high: Datum | undefined;
  readonly value: () => Result;
}

/** The value of the tier that holds the value of the scale. */
export function slab(q: Question, scale: Scale, by: Result, tiers: readonly Tier[]): Result {
  return reached(q, scale, by, tiers, 'one', (_at, here) => here.value());
}

/** Each tier's value times the part of the scale that lies in it. */
export function graduated(q: Question, scale: Scale, by: Result, tiers: readonly Tier[]): Result {
  return reached(q, scale, by, tiers, 'all', (at, _here, reaches) => {
    const value = numberIn(at);
    return weighted(
      reaches.flatMap(({ low, high, value: rate }): Share[] => {
        const top = high !== undefined && (order(high, at) ?? 0) < 0 ? numberIn(high) : value;
        const part = low === undefined ? top : minusExact(top, numberIn(low));
        return part.top > 0n ? [[rate, part]] : [];
      }),
    );
  });
}

/** The values of the tiers passed in full, and the share of the one that is reached. */
export function interpolated(q: Question, scale: Scale, by: Result, tiers: readonly Tier[]): Result {
  return reached(q, scale, by, tiers, 'all', (at, here, reaches) => {
    if (here.low === undefined || here.high === undefined) {
      const itself = printEnds(q, scale.type, here.brackets, here.low, here.high);
      return undetermined([holeOf(scale, itself)]);
    }
    const length = minusExact(numberIn(here.high), numberIn(here.low));
    const inside = minusExact(numberIn(at), numberIn(here.low));
    const share = length.top === 0n ? one : exact(inside.top * length.bottom, inside.bottom * length.top);
    const passed = reaches.filter(
      (each) => each !== here && each.high !== undefined && (order(each.high, at) ?? 1) <= 0,
    );
    return weighted([...passed.map(({ value }): Share => [value, one]), [here.value, share]]);
  });
}

type Share = readonly [value: () => Result, part: Exact];
const one: Exact = { top: 1n, bottom: 1n };

function weighted(shares: readonly Share[]): Result {
  const values: Result[] = [];
  for (const [value] of shares) {
    const result = value();
    if (result.status === 'error') return result;
    values.push(result);
  }
  return strict(values, (...data) => {
    if (data.includes(noLength)) return undetermined([noDuration]);
    let sum: Exact = { top: 0n, bottom: 1n };
    for (const [i, datum] of data.entries()) sum = plusExact(sum, timesExact(numberIn(datum), shares[i]?.[1] ?? one));
    return determined(sum);
  });
}

function reached(
  q: Question,
  scale: Scale,
  by: Result,
  tiers: readonly Tier[],
  counting: 'one' | 'all',
  apply: (at: Datum, here: Reach, reaches: readonly Reach[]) => Result,
): Result {
  const operands = [by];
  for (const [, low, high] of tiers) {
    if (low !== undefined) operands.push(low);
    if (high !== undefined) operands.push(high);
  }
  return strict(operands, (at, ...ends) => {
    if (at === noLength || ends.includes(noLength)) return undetermined([noDuration]);
    let next = 0;
    const reaches = tiers.map(([brackets, low, high, value]): Reach => ({
      brackets,
      low: low && ends[next++],
      high: high && ends[next++],
      value,
    }));
    const holding = reaches.filter(({ brackets, low, high }) => liesBetween(at, brackets, low, high) === true);
    if (counting === 'one' && holding.length > 1) {
      const places = holding.map((reach) => reaches.indexOf(reach) + 1);
      return tiersOverlap(scale.output, places, spanOf(scale.place));
    }
    const [here] = holding;
    if (here === undefined) return undetermined([holeOf(scale, holeAround(q, scale.type, at, reaches))]);
    const holes = counting === 'one' ? [] : holesBelow(q, scale.type, at, reaches);
    if (holes.length > 0) return undetermined(holes.map((range) => holeOf(scale, range)));
    return apply(at, here, reaches);
  });
}

function holeOf({ output, scale }: Scale, range: string): ReturnType<typeof hole> {
  return hole(output, scale === '' ? undefined : { name: scale }, range);
}

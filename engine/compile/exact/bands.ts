import type { Bands } from '../../ir/ir.ts';
import { tiersOverlap } from '../../value/failures.ts';
import { printInterval, type RangeEnd } from '../../value/print.ts';
import { hole, noDuration as withoutOrder } from '../../value/reasons.ts';
import { compareData, isRational, noDuration, valueOf, type Datum } from './datum.ts';
import { printEnds } from './left-to.ts';
import { compareExact } from '../../value/exact.ts';
import { add, divide, multiply, subtract, whole, zero, type Rational } from './rational.ts';
import { determined, undetermined, type Result } from './result.ts';
import { strict, type Exact, type Frame, type Unit } from './unit.ts';
import { boundsOf, endsOf, liesBetween, type Interval } from './within.ts';

/** A band with its ends worked out. */
interface Reach {
  readonly range: Interval;
  readonly ends: readonly Datum[];
  readonly low: Datum | undefined;
  readonly high: Datum | undefined;
  readonly value: Exact;
}

/** A scale cut into tiers. */
export function bands(node: Bands, unit: Unit): Exact {
  const parts = node.bands.map(({ range, value }) => ({
    range,
    bounds: boundsOf(range),
    value: unit.compile(value),
  }));
  const operands = [node.by, ...parts.flatMap(({ bounds }) => bounds)].map(unit.compile);
  return strict(operands, ([by, ...bounds], frame) => {
    if (by === undefined || by === noDuration || bounds.includes(noDuration)) return undetermined([withoutOrder]);
    const rest = [...bounds];
    const reaches = parts.map(({ range, bounds: own, value }): Reach => {
      const ends = rest.splice(0, own.length);
      return { range, ends, ...endsOf(range, ends), value };
    });
    const holding = reaches.filter(({ range, ends }) => liesBetween(by, range, ends) === true);
    if (node.mode === 'slab' && holding.length > 1) {
      return tiersOverlap(
        unit.output,
        holding.map((reach) => reaches.indexOf(reach) + 1),
        node.origin,
      );
    }
    const [reached] = holding;
    if (reached === undefined) return undetermined([hole(unit.output, node.by, holeAround(by, reaches, node, unit))]);
    switch (node.mode) {
      case 'slab':
        return reached.value(frame);
      case 'graduated':
        return graduated(numberOf(by), reaches, frame);
      case 'interpolated': {
        if (reached.low === undefined || reached.high === undefined) {
          const itself = printEnds(reached.range, reached.ends, node.by.type, unit);
          return undetermined([hole(unit.output, node.by, itself)]);
        }
        return interpolated(numberOf(by), reached, reaches, frame);
      }
    }
  });
}

/** Each band's value times the part of the scale that lies in it. */
function graduated(by: Rational, reaches: readonly Reach[], frame: Frame): Result {
  const shares = reaches.flatMap(({ low, high, value }) => {
    const top = high !== undefined && compareExact(numberOf(high), by) < 0 ? numberOf(high) : by;
    const part = subtract(top, low === undefined ? zero : numberOf(low));
    return part.top > 0n ? [{ value, part }] : [];
  });
  return weighted(shares, frame);
}

/** The values of the bands passed in full, and the share of the one that is reached. */
function interpolated(by: Rational, reached: Reach, reaches: readonly Reach[], frame: Frame): Result {
  const low = numberOf(reached.low);
  const length = subtract(numberOf(reached.high), low);
  const share = length.top === 0n ? whole(1) : divide(subtract(by, low), length);
  const passed = reaches.filter(
    (each) => each !== reached && each.high !== undefined && compareExact(numberOf(each.high), by) <= 0,
  );
  return weighted(
    [...passed.map(({ value }) => ({ value, part: whole(1) })), { value: reached.value, part: share }],
    frame,
  );
}

function weighted(shares: readonly { readonly value: Exact; readonly part: Rational }[], frame: Frame): Result {
  const values = shares.map(({ value }) => value);
  return strict(values, (data) => {
    if (data.includes(noDuration)) return undetermined([withoutOrder]);
    const products = data.map((datum, i) => multiply(numberOf(datum), shares[i]?.part ?? zero));
    return determined(products.reduce(add, zero));
  })(frame);
}

/** `(100% .. 120%)`: from the nearest end below the value to the nearest above; what no band holds of the ends is the hole's. */
function holeAround(by: Datum, reaches: readonly Reach[], node: Bands, unit: Unit): string {
  const below = reaches.flatMap(({ high, range }): End[] =>
    high !== undefined && order(high, by) <= 0 ? [{ at: high, open: range.high?.open === true }] : [],
  );
  const above = reaches.flatMap(({ low, range }): End[] =>
    low !== undefined && order(low, by) >= 0 ? [{ at: low, open: range.low?.open === true }] : [],
  );
  const end = (found: End | undefined): RangeEnd | undefined =>
    found === undefined ? undefined : { value: valueOf(found.at, node.by.type), open: !found.open };
  return printInterval(end(nearest(below, 1)), end(nearest(above, -1)), unit.program);
}

interface End {
  readonly at: Datum;
  readonly open: boolean;
}

/** The greatest end for sign 1, the smallest for −1; of two at one place the closed one. */
function nearest(ends: readonly End[], sign: 1 | -1): End | undefined {
  return ends.toSorted((a, b) => sign * order(b.at, a.at) || Number(a.open) - Number(b.open))[0];
}

function order(a: Datum, b: Datum): number {
  return compareData(a, b) ?? 0;
}

function numberOf(datum: Datum | undefined): Rational {
  if (datum === undefined || !isRational(datum)) throw new Error('a number was expected on the scale');
  return datum;
}

import type { Bands } from '../../ir/ir.ts';
import { tiersOverlap } from '../../value/failures.ts';
import { hole, noDuration as withoutOrder } from '../../value/reasons.ts';
import { noDuration, type Datum } from './datum.ts';
import { holeAround, holesBelow } from './holes.ts';
import { printEnds } from './left-to.ts';
import { compareExact } from '../../value/exact.ts';
import { add, divide, multiply, subtract, whole, zero, type Rational } from './rational.ts';
import { determined, undetermined, type Result } from './result.ts';
import { numberOf } from './sorts.ts';
import { strict, type Exact, type Frame, type Unit } from './unit.ts';
import { boundsOf, endsOf, liesBetween, type Interval } from './within.ts';

/** A band with its ends worked out. */
export interface Reach {
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
    if (reached === undefined)
      return undetermined([hole(unit.output, node.by, holeAround(by, reaches, node.by.type, unit))]);
    const holes = node.mode === 'slab' ? [] : holesBelow(by, reaches, node.by.type, unit);
    if (holes.length > 0) return undetermined(holes.map((range) => hole(unit.output, node.by, range)));
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

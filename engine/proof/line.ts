import type { Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { compareExact, exact, exactDigits, parseExact, type Exact } from '../value/exact.ts';

/** Types whose values lie on a line of numbers. Text has an order too, but no witness that a person would write. */
export type LineType = Extract<
  Type,
  { is: 'number' | 'percent' | 'money' | 'quantity' | 'duration' | 'date' | 'time' | 'date-time' }
>;

export function isLine(type: Type): type is LineType {
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
    case 'date':
    case 'time':
    case 'date-time':
      return true;
    default:
      return false;
  }
}

export const whole = (number: bigint): Exact => ({ top: number, bottom: 1n });
const zero = whole(0n);
const dayLength = 86_400_000;

/** Where a value stands on its line: amounts by their digits, dates by days, times and moments by seconds. */
export function positionOf(value: Value): Exact | undefined {
  switch (value.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return parseExact(value.digits);
    case 'date':
      return whole(BigInt(Date.parse(`${value.iso}T00:00:00Z`) / dayLength));
    case 'time':
      return whole(BigInt(Date.parse(`1970-01-01T${value.iso}Z`) / 1000));
    case 'date-time':
      return whole(BigInt(Date.parse(`${value.iso}Z`) / 1000));
    default:
      return undefined;
  }
}

/** The type of a value that lies on a line. */
export function lineTypeOf(value: Value): LineType | undefined {
  switch (value.is) {
    case 'money':
      return { is: 'money', currency: value.currency };
    case 'quantity':
      return { is: 'quantity', unit: value.unit };
    case 'duration':
      return { is: 'duration', family: value.family };
    case 'number':
    case 'percent':
    case 'date':
    case 'time':
    case 'date-time':
      return { is: value.is };
    default:
      return undefined;
  }
}

/** The value at a position; days and seconds must be whole. */
export function valueAt(type: LineType, position: Exact): Value {
  switch (type.is) {
    case 'number':
    case 'percent':
      return { is: type.is, digits: exactDigits(position) };
    case 'money':
      return { is: 'money', digits: exactDigits(position), currency: type.currency };
    case 'quantity':
      return { is: 'quantity', digits: exactDigits(position), unit: type.unit };
    case 'duration':
      return { is: 'duration', digits: exactDigits(position), family: type.family };
    case 'date':
      return { is: 'date', iso: new Date(Number(position.top) * dayLength).toISOString().slice(0, 10) };
    case 'time':
      return { is: 'time', iso: new Date(Number(position.top) * 1000).toISOString().slice(11, 19) };
    case 'date-time':
      return { is: 'date-time', iso: new Date(Number(position.top) * 1000).toISOString().slice(0, 19) };
  }
}

/** Ends that the type itself has: nothing before the year 1, no clock after 23:59:59. */
export function naturalEnds(type: LineType): readonly [low: Exact, high: Exact] | undefined {
  const ends = ((): readonly [Value, Value] | undefined => {
    switch (type.is) {
      case 'date':
        return [
          { is: 'date', iso: '0001-01-01' },
          { is: 'date', iso: '9999-12-31' },
        ];
      case 'time':
        return [
          { is: 'time', iso: '00:00:00' },
          { is: 'time', iso: '23:59:59' },
        ];
      case 'date-time':
        return [
          { is: 'date-time', iso: '0001-01-01T00:00:00' },
          { is: 'date-time', iso: '9999-12-31T23:59:59' },
        ];
      default:
        return undefined;
    }
  })();
  return ends === undefined ? undefined : [positionOf(ends[0]) ?? zero, positionOf(ends[1]) ?? zero];
}

/** The distance of neighbouring values where values lie on a grid; `scale` counts decimals as people write them: a percent's are two more. */
export function stepOf(type: LineType, scale: number | undefined): Exact | undefined {
  switch (type.is) {
    case 'date':
    case 'time':
    case 'date-time':
      return whole(1n);
    default:
      return scale === undefined ? undefined : exact(1n, 10n ** BigInt(scale + (type.is === 'percent' ? 2 : 0)));
  }
}

/** The greatest multiple of the step that is not above the position, as a count of steps. */
export function floorSteps(position: Exact, step: Exact): bigint {
  const top = position.top * step.bottom;
  const bottom = position.bottom * step.top;
  const quotient = top / bottom;
  return top < 0n && quotient * bottom !== top ? quotient - 1n : quotient;
}

export function times(count: bigint, step: Exact): Exact {
  return exact(count * step.top, step.bottom);
}

/** Is the position a multiple of the step? */
export function isOnGrid(position: Exact, step: Exact): boolean {
  return compareExact(times(floorSteps(position, step), step), position) === 0;
}

import type { Program } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import { append, appendDigits, reserve, type Out } from './out.ts';

/** Writes numbers of a type, whole units at a scale, as outcomes print them (`printValue`), without a string. */
type NumberBytes = (out: Out, units: number) => void;

/** Undefined for types whose form is not only digits and a unit. */
export function numberBytes(type: Type, scale: number, program: Program): NumberBytes | undefined {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (type.is) {
    case 'number':
      return digitsAndUnit(scale, 0, encode(''), encode(''));
    case 'percent':
      // The ratio's point stands two places further to the left.
      return scale < 2 ? undefined : digitsAndUnit(scale - 2, 0, encode('%'), encode('%'));
    case 'money': {
      const unit = encode(` ${type.currency}`);
      return digitsAndUnit(scale, program.moneyDecimals, unit, unit);
    }
    case 'quantity': {
      const [one = type.unit, many = one] = program.units[type.unit]?.en ?? [];
      return digitsAndUnit(scale, 0, encode(` ${one}`), encode(` ${many}`));
    }
    case 'duration':
      return type.family === 'minutes'
        ? undefined
        : digitsAndUnit(scale, 0, encode(` ${type.family.slice(0, -1)}`), encode(` ${type.family}`));
    default:
      return undefined;
  }
}

/** Without needless zeros, but with so many decimals at least (none for what is whole where that is 0). */
function digitsAndUnit(scale: number, least: number, one: Uint8Array, many: Uint8Array): NumberBytes {
  const power = 10 ** scale;
  return (out, units) => {
    reserve(out, 64 + many.length + least);
    const size = Math.abs(units);
    if (units < 0) out.bytes[out.at++] = 45;
    let whole = Math.floor(size / power);
    let part = size - whole * power;
    // The greatest numbers may be rounded up when they are divided.
    if (part < 0) [whole, part] = [whole - 1, part + power];
    let decimals = scale;
    if (part === 0) decimals = 0;
    else
      while (decimals > least && part % 10 === 0) {
        part /= 10;
        decimals -= 1;
      }
    appendDigits(out, whole, 1);
    if (decimals > 0 || least > 0) {
      out.bytes[out.at++] = 46;
      if (decimals > 0) appendDigits(out, part, decimals);
      for (; decimals < least; decimals += 1) out.bytes[out.at++] = 48;
    }
    const unit = size === power ? one : many;
    append(out, unit, 0, unit.length);
  };
}

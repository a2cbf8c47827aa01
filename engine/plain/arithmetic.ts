import type { FunctionName } from '../ir/functions.ts';
import { alike } from './number.ts';
import { greatestScale } from './scaled.ts';
import type { NumberOperation, PlainNumber } from './tree.ts';

/** The arithmetic of plain cases; undefined where it has none, or where the scale leaves no room for the number. */
export function arithmetic(fn: FunctionName, args: readonly PlainNumber[]): PlainNumber | undefined {
  const [of, second] = args;
  if (of === undefined) return undefined;
  if (second === undefined) return fn === 'negate' || fn === 'abs' ? { ...of, does: { op: fn, of } } : undefined;
  const result = args.slice(1).reduce<PlainNumber | undefined>((left, right) => left && ofTwo(fn, left, right), of);
  return result !== undefined && result.scale <= greatestScale ? result : undefined;
}

function ofTwo(fn: FunctionName, left: PlainNumber, right: PlainNumber): PlainNumber | undefined {
  const both = alike(left, right);
  const result = (scale: number, does: NumberOperation): PlainNumber => {
    return { is: 'number', scale, quotient: fn === 'divide' || left.quotient || right.quotient, does };
  };
  switch (fn) {
    case 'add':
    case 'subtract':
      return result(both.left.scale, { op: 'sum', ...both, sign: fn === 'add' ? 1 : -1 });
    case 'multiply':
      return result(left.scale + right.scale, { op: 'product', left, right });
    case 'divide': {
      // Not carried out: it stays a pair.
      const missing = left.scale - right.scale;
      return result(Math.max(0, missing), { op: 'quotient', left, right, factor: 10 ** Math.max(0, -missing) });
    }
    case 'min':
    case 'max':
      return result(both.left.scale, { op: 'extreme', ...both, sign: fn === 'max' ? 1 : -1 });
    default:
      return undefined;
  }
}

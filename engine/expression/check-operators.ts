import type { OperatorName } from '../ir/functions.ts';
import { fits, unknown, type Type } from '../ir/type.ts';

const operators: Readonly<Record<string, OperatorName>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
};

export function operatorNamed(sign: string): OperatorName {
  const name = operators[sign];
  if (name === undefined) throw new Error(`no operator ${sign}`);
  return name;
}

/** The type of `left sign right`, or undefined when the units do not go together (semantics 3). */
export function operationType(operator: OperatorName, left: Type, right: Type): Type | undefined {
  if (left.is === 'unknown' || right.is === 'unknown') {
    // A sum has the unit of its parts; what a product or a quotient has depends on both.
    const sum = operator === 'add' || operator === 'subtract';
    return sum && left.is === 'unknown' ? right : sum ? left : unknown;
  }
  switch (operator) {
    case 'add':
    case 'subtract':
      return sumType(left, right, operator === 'subtract');
    case 'multiply':
      return productType(left, right) ?? productType(right, left);
    case 'divide':
      return quotientType(left, right);
    case 'negate':
      return undefined;
  }
}

function sumType(left: Type, right: Type, subtract: boolean): Type | undefined {
  switch (left.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      if (fits(left, right)) return left;
      return !subtract && left.is === 'duration' ? sumType(right, left, false) : undefined;
    case 'date':
      return right.is === 'duration' && right.family !== 'minutes' ? left : undefined;
    case 'date-time':
      return right.is === 'duration' ? left : undefined;
    default:
      return undefined;
  }
}

/** `number × percent` is number, percent of anything is that thing, a number of times likewise. */
function productType(factor: Type, value: Type): Type | undefined {
  switch (factor.is) {
    case 'number':
      if (value.is === 'percent') return factor;
      return value.is === 'number' || value.is === 'money' || value.is === 'quantity' || value.is === 'duration'
        ? value
        : undefined;
    case 'percent':
      return value.is === 'percent' || value.is === 'money' || value.is === 'quantity' || value.is === 'duration'
        ? value
        : undefined;
    default:
      return undefined;
  }
}

/** Two like things give a ratio, which is a percent; dividing by a number or a ratio keeps the unit. */
function quotientType(left: Type, right: Type): Type | undefined {
  switch (left.is) {
    case 'number':
      return right.is === 'number' || right.is === 'percent' ? left : undefined;
    case 'percent':
      return right.is === 'number' || right.is === 'percent' ? left : undefined;
    case 'money':
    case 'quantity':
    case 'duration':
      if (right.is === 'number' || right.is === 'percent') return left;
      return fits(left, right) ? { is: 'percent' } : undefined;
    default:
      return undefined;
  }
}

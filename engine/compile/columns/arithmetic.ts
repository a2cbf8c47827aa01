import { linearOf } from '../../plain/linear.ts';
import type { NumberOperation, PlainNumber } from '../../plain/tree.ts';
import { fitting } from './fitting.ts';
import { picked } from './picks.ts';
import { divided, ofQuotients } from './quotients.ts';
import { rounded } from './rounding.ts';
import { sumOfProducts } from './sums.ts';
import { joinFlags, newNumbers, type Building, type Kernel, type NumberVector } from './vectors.ts';

/** A column of numbers. What is too long is NaN. */
export function numbers(node: PlainNumber, to: Building): NumberVector {
  const { does } = node;
  const linear = node.quotient ? undefined : linearOf(node, to.bounded);
  if (linear !== undefined && does.op !== 'units' && does.op !== 'fact') return sumOfProducts(linear, to);
  switch (does.op) {
    case 'units':
      return { is: 'number', units: newNumbers().fill(does.units), below: undefined, flags: undefined };
    case 'fact':
      return { is: 'number', units: to.slot(does.slot).guarded, below: undefined, flags: undefined };
    case 'scaled':
      // The factor of a quotient takes that of its scale in.
      if (does.of.does.op === 'quotient')
        return ofTwo(node, { ...does.of.does, factor: does.of.does.factor * does.factor }, to);
      return ofOne(node, does, to);
    case 'negate':
    case 'abs':
      return ofOne(node, does, to);
    case 'sum':
    case 'product':
    case 'extreme':
    case 'quotient':
      return ofTwo(node, does, to);
    case 'rounded':
      return rounded(node, does, to);
    default:
      return picked<PlainNumber, NumberVector>(node, does, to, to.number);
  }
}

function ofOne(
  node: PlainNumber,
  does: Extract<NumberOperation, { op: 'scaled' | 'negate' | 'abs' }>,
  to: Building,
): NumberVector {
  const of = to.number(does.of);
  const { units: from } = of;
  const units = newNumbers();
  const kernel = ((): Kernel => {
    switch (does.op) {
      case 'scaled': {
        const { factor } = does;
        return (length) => {
          for (let i = 0; i < length; i += 1) units[i] = fitting((from[i] ?? NaN) * factor);
        };
      }
      case 'negate':
        return (length) => {
          for (let i = 0; i < length; i += 1) units[i] = -(from[i] ?? NaN);
        };
      case 'abs':
        return (length) => {
          for (let i = 0; i < length; i += 1) units[i] = Math.abs(from[i] ?? NaN);
        };
    }
  })();
  to.then(kernel);
  const flags = to.flagsFor(node);
  joinFlags(flags, [of], to.then);
  return { is: 'number', units, below: of.below, flags };
}

type OfTwo = Extract<NumberOperation, { op: 'sum' | 'product' | 'extreme' | 'quotient' }>;

function ofTwo(node: PlainNumber, does: OfTwo, to: Building): NumberVector {
  const [left, right] = [to.number(does.left), to.number(does.right)];
  const found = node.quotient
    ? ofPairs(node, does, left, right, to)
    : { units: ofWhole(does, left, right, to.bounded.of(node).checked, to.then), below: undefined };
  const flags = to.flagsFor(node);
  joinFlags(flags, [left, right], to.then);
  return { is: 'number', ...found, flags };
}

function ofPairs(
  node: PlainNumber,
  does: OfTwo,
  left: NumberVector,
  right: NumberVector,
  { bounded, then }: Building,
): Pick<NumberVector, 'units' | 'below'> {
  if (does.op !== 'quotient' || left.below !== undefined || right.below !== undefined)
    return ofQuotients(does, left, right, then);
  const bounds = { checked: bounded.of(node).checked, isPositive: bounded.of(does.right).least > 0 };
  return divided(does.factor, left, right, bounds, then);
}

/** Of whole numbers; what need not be looked at is not. */
function ofWhole(
  does: OfTwo,
  { units: a }: NumberVector,
  { units: b }: NumberVector,
  checked: boolean,
  then: Building['then'],
): Float64Array {
  const units = newNumbers();
  switch (does.op) {
    case 'sum': {
      const { sign } = does;
      then((length) => {
        for (let i = 0; i < length; i += 1) units[i] = (a[i] ?? NaN) + sign * (b[i] ?? NaN);
      });
      break;
    }
    case 'product':
      then((length) => {
        for (let i = 0; i < length; i += 1) units[i] = (a[i] ?? NaN) * (b[i] ?? NaN);
      });
      break;
    case 'extreme': {
      const pick = does.sign === 1 ? Math.max : Math.min;
      then((length) => {
        for (let i = 0; i < length; i += 1) units[i] = pick(a[i] ?? NaN, b[i] ?? NaN);
      });
      break;
    }
    case 'quotient':
      throw new Error('a quotient is no whole number');
  }
  if (checked)
    then((length) => {
      for (let i = 0; i < length; i += 1) units[i] = fitting(units[i] ?? NaN);
    });
  return units;
}

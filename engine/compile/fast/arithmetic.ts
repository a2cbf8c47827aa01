import type { FunctionName } from '../../ir/functions.ts';
import { leave, safe, type FastNumber, type Run } from './run.ts';
import { alike, greatestScale, inForm } from './scaled.ts';

/** The arithmetic of the fast layer; undefined where it has none, or where the scale leaves no room for the number. */
export function arithmetic(fn: FunctionName, args: readonly FastNumber[]): FastNumber | undefined {
  const [a, b] = args;
  if (a === undefined) return undefined;
  const result = b === undefined ? unary(fn, a) : binary(fn, a, b, args);
  return result !== undefined && result.scale <= greatestScale ? result : undefined;
}

function unary(fn: FunctionName, a: FastNumber): FastNumber | undefined {
  const { run, scale, quotient } = a;
  switch (fn) {
    case 'negate':
      return { is: 'number', scale, quotient, run: (at) => -run(at) };
    case 'abs':
      return { is: 'number', scale, quotient, run: (at) => Math.abs(run(at)) };
    default:
      return undefined;
  }
}

function binary(fn: FunctionName, a: FastNumber, b: FastNumber, all: readonly FastNumber[]): FastNumber | undefined {
  switch (fn) {
    case 'add':
      return sum(a, b, 1);
    case 'subtract':
      return sum(a, b, -1);
    case 'multiply':
      return product(a, b);
    case 'divide':
      return quotient(a, b);
    case 'min':
      return all.reduce((best, next) => extreme(best, next, -1));
    case 'max':
      return all.reduce((best, next) => extreme(best, next, 1));
    default:
      return undefined;
  }
}

function sum(a: FastNumber, b: FastNumber, sign: 1 | -1): FastNumber {
  const [{ run: left, scale, quotient: divided }, { run: right, constant }] = alike(a, b);
  const plain = plainSum(left, right, constant, sign);
  const crossed = (at: Run): number => {
    const above = left(at);
    const below = at.denominator;
    const otherAbove = right(at);
    const otherBelow = at.denominator;
    at.denominator = safe(below * otherBelow);
    return safe(safe(above * otherBelow) + sign * safe(otherAbove * below));
  };
  return { is: 'number', scale, quotient: divided, run: divided ? crossed : plain };
}

/** A written number needs no call, and most sums have no sign to turn. */
function plainSum(
  left: FastNumber['run'],
  right: FastNumber['run'],
  constant: number | undefined,
  sign: 1 | -1,
): FastNumber['run'] {
  if (constant !== undefined) {
    const added = sign * constant;
    return (at) => safe(left(at) + added);
  }
  return sign === 1 ? (at) => safe(left(at) + right(at)) : (at) => safe(left(at) - right(at));
}

function product(a: FastNumber, b: FastNumber): FastNumber {
  const divided = a.quotient || b.quotient;
  const [{ run: left }, { run: right, constant }] = [inForm(a, a.scale, divided), inForm(b, b.scale, divided)];
  const plain =
    constant === undefined
      ? (at: Run): number => safe(left(at) * right(at))
      : (at: Run): number => safe(left(at) * constant);
  const crossed = (at: Run): number => {
    const above = left(at);
    const below = at.denominator;
    const units = safe(above * right(at));
    at.denominator = safe(below * at.denominator);
    return units;
  };
  return { is: 'number', scale: a.scale + b.scale, quotient: divided, run: divided ? crossed : plain };
}

/** A division is not carried out: it stays a pair. */
function quotient(a: FastNumber, b: FastNumber): FastNumber {
  const { run: left } = inForm(a, a.scale, true);
  const { run: right } = inForm(b, b.scale, true);
  const factor = 10 ** Math.max(0, b.scale - a.scale);
  const run = (at: Run): number => {
    const above = left(at);
    const below = at.denominator;
    const divisor = right(at);
    if (divisor <= 0) leave();
    const units = safe(above * at.denominator);
    at.denominator = safe(below * divisor);
    return safe(units * factor);
  };
  return { is: 'number', scale: Math.max(0, a.scale - b.scale), quotient: true, run };
}

function extreme(a: FastNumber, b: FastNumber, sign: 1 | -1): FastNumber {
  const [{ run: left, scale, quotient: divided }, { run: right }] = alike(a, b);
  const plain = (at: Run): number => {
    const one = left(at);
    const other = right(at);
    return sign * (other - one) > 0 ? other : one;
  };
  const crossed = (at: Run): number => {
    const above = left(at);
    const below = at.denominator;
    const otherAbove = right(at);
    if (sign * (safe(otherAbove * below) - safe(above * at.denominator)) > 0) return otherAbove;
    at.denominator = below;
    return above;
  };
  return { is: 'number', scale, quotient: divided, run: divided ? crossed : plain };
}

import type { Expr } from '../expression/ast.ts';
import { compareExact, exact, exactDigits, parseExact, type Exact } from '../value/exact.ts';

const whole: Exact = { top: 100n, bottom: 1n };

/** A part of a whole as it is written, in percent; undefined unless it is a percent from 0 % to 100 %. */
export function shareOf(written: Expr): Exact | undefined {
  if (written.syntax !== 'percent') return undefined;
  const share = parseExact(written.digits);
  return compareExact(share, whole) > 0 ? undefined : share;
}

/** What parts make together, and by how much that misses the whole: `99%`, `1%`. */
export interface Missed {
  readonly sum: string;
  readonly off: string;
  readonly isMore: boolean;
}

/** Undefined when the parts make exactly 100 %. */
export function missedWhole(shares: readonly Exact[]): Missed | undefined {
  const sum = shares.reduce(plus, { top: 0n, bottom: 1n });
  const order = compareExact(sum, whole);
  if (order === 0) return undefined;
  const off = order > 0 ? plus(sum, negative(whole)) : plus(whole, negative(sum));
  return { sum: `${exactDigits(sum)}%`, off: `${exactDigits(off)}%`, isMore: order > 0 };
}

const plus = (a: Exact, b: Exact): Exact => exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const negative = ({ top, bottom }: Exact): Exact => ({ top: -top, bottom });

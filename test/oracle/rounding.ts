import type { RoundingMode } from '../../engine/ir/ir.ts';
import { floorOf, isWhole, minus, order, rational, type Rational } from './rational.ts';

/** The whole number that the mode rounds to. */
export function nearestWhole(number: Rational, mode: RoundingMode): bigint {
  const below = floorOf(number);
  if (isWhole(number)) return below;
  const above = below + 1n;
  const [nearZero, farFromZero] = number.top < 0n ? [above, below] : [below, above];
  const half = order(minus(number, rational(below, 1n)), rational(1n, 2n));
  switch (mode) {
    case 'up':
      return farFromZero;
    case 'down':
      return nearZero;
    case 'half-up':
      return half === 0 ? farFromZero : half < 0 ? below : above;
    case 'half-even':
      return half === 0 ? (below % 2n === 0n ? below : above) : half < 0 ? below : above;
  }
}

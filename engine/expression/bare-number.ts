import type { Type } from '../ir/type.ts';
import { shiftDigits } from '../value/digits.ts';
import type { Expr } from './ast.ts';
import type { Environment } from './environment.ts';

/** What a bare number may stand for where a percent, an amount or a length of time is needed: `4%` or `400%`, `4 CNY`. */
export function amountsMeant(expr: Expr, expected: Type, env: Environment): readonly string[] {
  if (expr.syntax !== 'number') return [];
  const { digits } = expr;
  switch (expected.is) {
    case 'percent':
      return percents(digits);
    case 'money':
      return [`${digits} ${expected.currency}`];
    case 'quantity': {
      const plural = `${expected.unit}s`;
      return [`${digits} ${digits !== '1' && env.unit(plural) === expected.unit ? plural : expected.unit}`];
    }
    case 'duration':
      return [`${digits} ${expected.family}`];
    default:
      return [];
  }
}

/** Who writes 0.04 rather counts in wholes, who writes 4 in hundredths. */
function percents(digits: string): readonly string[] {
  const share = `${shiftDigits(digits, 2)}%`;
  const hundredths = `${digits}%`;
  if (!/[1-9]/.test(digits)) return [hundredths];
  return digits.startsWith('0.') ? [share, hundredths] : [hundredths, share];
}

import { amountText } from '../evaluate/amount-text.ts';
import { amount } from '../evaluate/datum.ts';
import { fromDigits, over, whole, type Ratio } from '../evaluate/ratio.ts';
import { greatestCommonDivisor } from '../evaluate/short-ratio.ts';
import type { Program } from '../ir/program.ts';
import type { NumericType } from '../ir/type.ts';
import { unitsPrinter } from '../plain/print.ts';
import { digitsAt, greatestScale } from '../plain/scaled.ts';

/** Prints units at a scale, over a denominator, as outcomes show a value of the type. */
export type Prints = (units: number, denominator: number) => string;

/** Amounts of money, ratios and numbers are printed by hand, all others as every value is. */
export function printer(type: NumericType, scale: number, program: Program): Prints {
  const any: Prints = (units, denominator) => amountText(amount(ratioOf(units, scale, denominator), type), program);
  const decimal = unitsPrinter(type, scale, program);
  const quotient = type.is === 'percent' && scale === 0 ? ratioText : undefined;
  return (units, denominator) =>
    (denominator === 1 ? decimal?.(units) : quotient?.(units, denominator)) ?? any(units, denominator);
}

/** The same as the number that the explaining evaluator computes with. */
function ratioOf(units: number, scale: number, denominator: number): Ratio {
  return over(fromDigits(digitsAt(units, scale)), whole(denominator));
}

const most32 = 2 ** 31 - 1;

/** A ratio of whole numbers; undefined for one that is too long for quick ways. */
function ratioText(top: number, bottom: number): string | undefined {
  if (bottom > most32) return undefined;
  const divisor = greatestCommonDivisor(top < 0 ? -top : top, bottom);
  const parts = (bottom / divisor) | 0;
  let [rest, twos, fives] = [parts, 0, 0];
  for (; (rest & 1) === 0; rest >>= 1) twos += 1;
  for (; rest % 5 === 0; rest = (rest / 5) | 0) fives += 1;
  if (rest !== 1) return `${String(top / divisor)}/${String(parts)} * 100%`;
  const places = Math.max(2, twos, fives);
  if (places > greatestScale) return undefined;
  const units = (top / divisor) * (10 ** places / parts);
  return Number.isSafeInteger(units) ? `${digitsAt(units, places - 2)}%` : undefined;
}

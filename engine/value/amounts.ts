import { isNumeric, type NumericType, type Type } from '../ir/type.ts';
import { exactDigits, parseExact, type Exact } from './exact.ts';
import type { ReadWords } from './invalid.ts';
import { printValue } from './print.ts';
import { readValue } from './read.ts';

/** A quotient that does not terminate, as values are printed. */
const quotient = /^(-?\d+\/\d+)(?: \* (?:100%|1 .+))?$/;

/** The exact amount behind a printed value; undefined when it is no amount of that type. A percent is its ratio, minutes count singly. */
export function amountIn(printed: string, type: Type, words: ReadWords): Exact | undefined {
  if (!isNumeric(type)) return undefined;
  const [, digits] = quotient.exec(printed) ?? [];
  if (digits !== undefined) return parseExact(digits);
  const value = readValue(printed, type, words);
  return 'digits' in value ? parseExact(value.digits) : undefined;
}

/** The amount as outcomes print it. */
export function printAmount(amount: Exact, type: NumericType, words: ReadWords): string {
  return printValue({ ...type, digits: exactDigits(amount) }, words);
}

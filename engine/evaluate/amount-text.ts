import { printValue, type PrintWords } from '../value/print.ts';
import type { Amount } from './datum.ts';
import { times, toDigits, whole } from './ratio.ts';

const hundred = whole(100);

/** What `printValue` gives for an amount. Digits are canonical here already, so that plain decimals need no second look at them. */
export function amountText({ type, ratio }: Amount, words: PrintWords): string {
  const digits = toDigits(ratio);
  switch (type.is) {
    case 'number':
      return digits;
    case 'percent':
      // A quotient that does not end does not end a hundredfold either.
      return digits.includes('/') ? `${digits} * 100%` : `${toDigits(times(ratio, hundred))}%`;
    case 'money':
      if (words.moneyDecimals === 0 || digits.includes('/')) break;
      return `${padded(digits, words.moneyDecimals)} ${type.currency}`;
    default:
  }
  return printValue({ ...type, digits }, words);
}

function padded(digits: string, decimals: number): string {
  const point = digits.indexOf('.');
  return point < 0 ? `${digits}.${'0'.repeat(decimals)}` : digits.padEnd(point + 1 + decimals, '0');
}

import { shiftDigits } from '../../value/digits.ts';

const mostDigits = 15;

/**
 * The decimal number that a workbook holds, as spreadsheets show it. They store a binary fraction and write it with up to 17
 * digits: 1.1 stands as 1.1000000000000001. It is the number of at most 15 digits that becomes the same fraction; undefined
 * where none does, as with 0.30000000000000004 that 0.1 + 0.2 leaves behind, or with an identity number of 18 digits.
 */
export function exactNumber(stored: string): string | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(stored.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', part = '', exponent = '0'] = match;
  const digits = (whole + part).replace(/^0+/, '').replace(/0+$/, '');
  const places = Number(exponent);
  if (digits.length <= mostDigits) return shiftDigits(`${sign}${whole}.${part || '0'}`, places);
  const short = rounded(whole + part);
  const exact = shiftDigits(`${sign}${short}`, places - part.length);
  // The float only judges: no digit is taken from it.
  return Number(exact) === Number(stored) ? exact : undefined;
}

/** Digits with all behind the fifteenth that counts rounded away. */
function rounded(digits: string): string {
  const first = digits.search(/[1-9]/);
  const cut = digits.length - first - mostDigits;
  const step = 10n ** BigInt(cut);
  return String(((BigInt(digits) + step / 2n) / step) * step);
}

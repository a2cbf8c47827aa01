/** Arithmetic on decimal text that shifts or repeats, without leaving exact numbers. */

/** Moves the decimal point: `shiftDigits('30', -2)` is `0.3`. */
export function shiftDigits(digits: string, places: number): string {
  const { negative, units, decimals } = split(digits);
  return compose(negative, units, decimals - places);
}

/** Decimal text times a whole number. */
export function timesWhole(digits: string, factor: bigint): string {
  const { negative, units, decimals } = split(digits);
  return compose(negative, units * factor, decimals);
}

function split(digits: string): { negative: boolean; units: bigint; decimals: number } {
  const negative = digits.startsWith('-');
  const [whole = '0', part = ''] = (negative ? digits.slice(1) : digits).split('.');
  return { negative, units: BigInt(whole + part), decimals: part.length };
}

function compose(negative: boolean, units: bigint, decimals: number): string {
  const sign = negative && units !== 0n ? '-' : '';
  if (decimals <= 0) return `${sign}${units * 10n ** BigInt(-decimals)}`;
  const padded = units.toString().padStart(decimals + 1, '0');
  const part = padded.slice(-decimals).replace(/0+$/, '');
  return `${sign}${padded.slice(0, -decimals)}${part === '' ? '' : `.${part}`}`;
}

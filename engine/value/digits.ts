/** Arithmetic on decimal text that shifts or repeats, without leaving exact numbers. */

/** Moves the decimal point: `shiftDigits('30', -2)` is `0.3`. */
export function shiftDigits(digits: string, places: number): string {
  if (places === 0) return withoutNeedlessZeros(digits);
  const { negative, units, decimals } = split(digits);
  return compose(negative, units, decimals - places);
}

/** Decimal text times a whole number. */
export function timesWhole(digits: string, factor: bigint): string {
  const { negative, units, decimals } = split(digits);
  return compose(negative, units * factor, decimals);
}

/** `0088.50` is `88.5`, `-0.0` is `0`. */
function withoutNeedlessZeros(digits: string): string {
  const negative = digits.startsWith('-');
  let [start, end] = [negative ? 1 : 0, digits.length];
  if (digits.includes('.')) {
    while (digits[end - 1] === '0') end -= 1;
    if (digits[end - 1] === '.') end -= 1;
  }
  while (digits[start] === '0' && start + 1 < end && digits[start + 1] !== '.') start += 1;
  const text = digits.slice(start, end);
  return negative && text !== '0' ? `-${text}` : text;
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

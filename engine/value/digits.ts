/** Arithmetic on decimal text that shifts or repeats, without leaving exact numbers. */

/** Moves the decimal point: `shiftDigits('30', -2)` is `0.3`. Needless zeros go: `0088.50` is `88.5`, `-0.0` is `0`. */
export function shiftDigits(digits: string, places: number): string {
  if (places === 0) return withoutNeedlessZeros(digits);
  const [sign, whole, part] = split(digits);
  const at = Math.max(1, whole.length + places);
  const all = `${'0'.repeat(at - whole.length - places)}${whole}${part}`.padEnd(at, '0');
  return withoutNeedlessZeros(`${sign}${all.slice(0, at)}.${all.slice(at)}`);
}

/** Decimal text times a whole number. */
export function timesWhole(digits: string, factor: bigint): string {
  const [sign, whole, part] = split(digits);
  return shiftDigits(`${sign}${BigInt(whole + part) * factor}`, -part.length);
}

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

/** Sign, whole part and decimals. */
function split(digits: string): readonly [sign: string, whole: string, part: string] {
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = digits.slice(sign.length).split('.');
  return [sign, whole, part];
}

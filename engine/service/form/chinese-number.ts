const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const places: Readonly<Record<string, bigint>> = {
  十: 10n,
  拾: 10n,
  百: 100n,
  佰: 100n,
  千: 1_000n,
  仟: 1_000n,
  万: 10_000n,
  亿: 100_000_000n,
};

/**
 * A number in Chinese numerals in digits, such as 一万二千 or 二点五; undefined of all else, and of 三千五 and the like, which
 * people read in two ways.
 */
export function chineseNumber(text: string): string | undefined {
  const [whole = '', decimals, ...more] = text.split('点');
  const units = wholeNumber(whole);
  if (units === undefined || more.length > 0) return undefined;
  if (decimals === undefined) return units;
  const behind = row(decimals);
  return behind === undefined ? undefined : `${units}.${behind}`;
}

/** Digit by digit: 二〇二七. */
function row(text: string): string | undefined {
  const found = [...text].map((sign) => digits[sign]);
  return text === '' || found.includes(undefined) ? undefined : found.join('');
}

function wholeNumber(text: string): string | undefined {
  const plain = row(text);
  if (plain !== undefined) return plain;
  let total = 0n;
  let section = 0n;
  let digit: bigint | undefined;
  let last: bigint | undefined;
  for (const sign of text) {
    const value = digits[sign];
    const place = places[sign];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0n) return undefined;
      if (value === 0) last = undefined;
      digit = BigInt(value);
    } else if (place === undefined) return undefined;
    else if (place >= 10_000n) {
      const before = section + (digit ?? 0n);
      total = place === 10_000n ? total + before * place : (total + before) * place;
      [section, digit, last] = [0n, undefined, place];
    } else {
      if (digit === undefined && (place !== 10n || section !== 0n)) return undefined;
      section += (digit ?? 1n) * place;
      [digit, last] = [undefined, place];
    }
  }
  // 三千五 is 3500 to most people, and 3005 to a reader of digits.
  if (digit !== undefined && digit !== 0n && last !== undefined && last > 10n) return undefined;
  return text === '' ? undefined : String(total + section + (digit ?? 0n));
}

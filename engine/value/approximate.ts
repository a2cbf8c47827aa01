import type { Language } from '../diagnostic/diagnostic.ts';
import { exactDigits, parseExact } from './exact.ts';

/** A quotient that does not terminate, as values are printed: `1/3 * 100%`, `10/3 * 1 CNY`. */
const quotients = /(?<![\w.])(-?\d+\/\d+) \* (?:100(%)|1( [^\s,;:)\]}（），；]+))/gu;

/** The text with each such amount as people read amounts, marked as near: `≈ 95.07% (exactly 6000013/6311111)`. */
export function approximated(text: string, language: Language): string {
  return text.replace(
    quotients,
    (written, digits: string, percent: string | undefined, unit = '') =>
      near(digits, percent === undefined ? 1n : 100n, percent ?? String(unit), language) ?? written,
  );
}

/** A value with its type as outcomes print it; only the type tells a bare quotient from a text that looks like one. */
export function approximatedValue(value: string, type: string, language: Language): string {
  const isQuotient = type === 'number' && /^-?\d+\/\d+$/.test(value);
  return (isQuotient ? near(value, 1n, '', language) : undefined) ?? approximated(value, language);
}

function near(digits: string, times: bigint, unit: string, language: Language): string | undefined {
  const { top, bottom } = parseExact(digits);
  if (!exactDigits({ top, bottom }).includes('/')) return undefined;
  const decimal = `≈ ${cutOff(top * times, bottom)}${unit}`;
  return { en: `${decimal} (exactly ${digits})`, zh: `${decimal}（精确值 ${digits}）` }[language];
}

const mostDecimals = 30;

/** Cut off, not rounded, and with so many decimals that what lies beside a whole number never looks like it. */
function cutOff(top: bigint, bottom: bigint): string {
  const size = top < 0n ? -top : top;
  const sign = top < 0n ? '-' : '';
  const [whole, rest] = [size / bottom, size % bottom];
  for (let decimals = 2; ; decimals += 1) {
    const part = (rest * 10n ** BigInt(decimals)) / bottom;
    if (part > 0n || decimals === mostDecimals) return `${sign}${whole}.${String(part).padStart(decimals, '0')}`;
  }
}

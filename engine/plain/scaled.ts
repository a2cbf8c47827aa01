/** A whole number of units of which 10 to the power of `scale` make one. */
export interface Scaled {
  readonly units: number;
  readonly scale: number;
}

/** A greater scale leaves no room for the number itself. */
export const greatestScale = 15;
/** Beyond it whole numbers are no longer all there. */
export const largest: number = Number.MAX_SAFE_INTEGER;

/** Reads decimal text exactly, at the smallest scale; undefined when it is a fraction or too long. */
export function scaledOf(digits: string): Scaled | undefined {
  for (let scale = 0; scale <= greatestScale; scale += 1) {
    const units = unitsAt(digits, scale);
    if (!Number.isNaN(units)) return { units, scale };
  }
  return undefined;
}

const zero = 48;
const nine = 57;
const point = 46;
const minus = 45;

/**
 * The units of decimal text (up to `end`) at a scale, without a float on the way; NaN when the text is anything else, has more
 * decimals or is too long.
 */
export function unitsAt(text: string, scale: number, end: number = text.length): number {
  const negative = text.charCodeAt(0) === minus;
  const start = negative ? 1 : 0;
  let units = 0;
  let decimals = -1;
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= zero && code <= nine) {
      units = units * 10 + (code - zero);
      if (units > largest) return NaN;
      if (decimals >= 0) decimals += 1;
    } else if (code === point && decimals < 0 && i > start && i < end - 1) {
      decimals = 0;
    } else {
      return NaN;
    }
  }
  const missing = scale - Math.max(0, decimals);
  if (end === start || missing < 0 || scale > greatestScale) return NaN;
  units *= tens[missing] ?? NaN;
  return units > largest ? NaN : negative ? -units : units;
}

const tens: readonly number[] = Array.from({ length: greatestScale + 1 }, (_none, power) => 10 ** power);

/** Decimal text of units at a scale: all its decimals, or only so many at least as are asked for and none that is needless. */
export function digitsAt(units: number, scale: number, least: number = scale): string {
  let rest = Math.abs(units);
  let decimals = scale;
  for (; decimals > least && rest % 10 === 0; decimals -= 1) rest /= 10;
  const power = 10 ** decimals;
  const part = rest % power;
  const behind = (decimals === 0 ? '' : String(part).padStart(decimals, '0')).padEnd(least, '0');
  const whole = `${units < 0 ? '-' : ''}${(rest - part) / power}`;
  return behind === '' ? whole : `${whole}.${behind}`;
}

import { safe, type FastNumber, type Run } from './run.ts';

/** A whole number of units of which 10 to the power of `scale` make one. */
export interface Scaled {
  readonly units: number;
  readonly scale: number;
}

/** A greater scale leaves no room for the number itself. */
export const greatestScale = 15;

/** Reads decimal text exactly, at the smallest scale; undefined when it is a fraction or too long. */
export function scaledOf(digits: string): Scaled | undefined {
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  const point = short.indexOf('.');
  const scale = point < 0 ? 0 : short.length - point - 1;
  const units = unitsAt(short, scale);
  return Number.isNaN(units) ? undefined : { units, scale };
}

const [zero, nine, point, minus] = [48, 57, 46, 45];

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
      units = units * 10 + code - zero;
      if (units > Number.MAX_SAFE_INTEGER) return NaN;
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
  return units > Number.MAX_SAFE_INTEGER ? NaN : negative ? -units : units;
}

const tens: readonly number[] = Array.from({ length: greatestScale + 1 }, (_none, power) => 10 ** power);

/** Decimal text of units at a scale. */
export function digitsAt(units: number, scale: number): string {
  const text = Math.abs(units)
    .toString()
    .padStart(scale + 1, '0');
  const sign = units < 0 ? '-' : '';
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

export function constant({ units, scale }: Scaled): FastNumber {
  return { is: 'number', scale, quotient: false, constant: units, run: () => units };
}

/** The same number at a scale that is not smaller, as a quotient if it is wanted so. */
export function inForm(number: FastNumber, scale: number, quotient: boolean): FastNumber {
  const rescaled = atScale(number, scale);
  if (number.quotient || !quotient) return rescaled;
  const { run: plain } = rescaled;
  const run = (at: Run): number => {
    const units = plain(at);
    at.denominator = 1;
    return units;
  };
  return { is: 'number', scale, quotient, run };
}

function atScale(number: FastNumber, scale: number): FastNumber {
  const factor = 10 ** (scale - number.scale);
  if (factor === 1) return number;
  const { run, constant: always, quotient } = number;
  const scaled = always === undefined ? undefined : always * factor;
  if (scaled !== undefined && Number.isSafeInteger(scaled)) return constant({ units: scaled, scale });
  return { is: 'number', scale, quotient, run: (at) => safe(run(at) * factor) };
}

/** Both numbers at one scale and in one form. */
export function alike(a: FastNumber, b: FastNumber): readonly [FastNumber, FastNumber] {
  const scale = Math.max(a.scale, b.scale);
  const quotient = a.quotient || b.quotient;
  return [inForm(a, scale, quotient), inForm(b, scale, quotient)];
}

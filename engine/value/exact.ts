/** An exact rational number in lowest terms; the bottom is positive. */
export interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Reads the digits of a value: decimal text, or `n/d` where a quotient does not terminate. */
export function parseExact(digits: string): Exact {
  const { top, bottom } = fractionOf(digits);
  return exact(top, bottom);
}

/** The same as it is written, which is enough to compare it. */
export function fractionOf(digits: string): Exact {
  const slash = digits.indexOf('/');
  if (slash >= 0) return { top: BigInt(digits.slice(0, slash)), bottom: BigInt(digits.slice(slash + 1)) };
  const point = digits.indexOf('.');
  if (point < 0) return { top: BigInt(digits), bottom: 1n };
  const decimals = digits.length - point - 1;
  return {
    top: BigInt(digits.slice(0, point) + digits.slice(point + 1)),
    bottom: powersOfTen[decimals] ?? 10n ** BigInt(decimals),
  };
}

const powersOfTen: readonly bigint[] = Array.from({ length: 10 }, (_, i) => 10n ** BigInt(i));

/** The quotient in lowest terms. */
export function exact(top: bigint, bottom: bigint): Exact {
  if (bottom === 1n) return { top, bottom };
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(top, bottom) * sign;
  return { top: top / divisor, bottom: bottom / divisor };
}

/** Canonical digits: decimal text without needless zeros, else `n/d` in lowest terms. */
export function exactDigits({ top, bottom }: Exact): string {
  if (bottom === 1n) return top.toString();
  const [twos, withoutTwos] = divideOut(bottom, 2n);
  const [fives, rest] = divideOut(withoutTwos, 5n);
  if (rest !== 1n) return `${top}/${bottom}`;
  const decimals = Math.max(twos, fives);
  const units = top * 2n ** BigInt(decimals - twos) * 5n ** BigInt(decimals - fives);
  const padded = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  return `${units < 0n ? '-' : ''}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

export function plusExact(a: Exact, b: Exact): Exact {
  return exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minusExact(a: Exact, b: Exact): Exact {
  return plusExact(a, { ...b, top: -b.top });
}

export function timesExact(a: Exact, b: Exact): Exact {
  return exact(a.top * b.top, a.bottom * b.bottom);
}

/** Negative, zero or positive, like the difference. */
export function compareExact(a: Exact, b: Exact): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function divideOut(value: bigint, prime: bigint): readonly [number, bigint] {
  let rest = value;
  let times = 0;
  while (rest % prime === 0n) {
    rest /= prime;
    times += 1;
  }
  return [times, rest];
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

import type { SchemaElement } from 'hyparquet';

/** Stored values as text, none of them by way of a float. */

/** A decimal by its whole number of units, in whichever of the four ways it is stored. */
export function decimalOf(value: unknown, scale: number): string {
  const units = unitsOf(value);
  const text = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** The whole number of units of a decimal. */
export function unitsOf(value: unknown): bigint {
  return value instanceof Uint8Array ? signed(value) : whole(value);
}

export function wholeOf(
  value: unknown,
  { type, converted_type: converted, logical_type: logical }: SchemaElement,
): string {
  const isUnsigned = converted?.startsWith('UINT') === true || (logical?.type === 'INTEGER' && !logical.isSigned);
  const number = whole(value);
  return String(isUnsigned ? BigInt.asUintN(type === 'INT64' ? 64 : 32, number) : number);
}

/** Two's complement, the highest byte first. */
function signed(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(Math.max(1, bytes.length * 8), value);
}

function whole(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  throw new Error(`a whole number was expected, and not ${typeof value}`);
}

const dayLength = 86_400_000;

/** Beyond this nothing is a moment in JavaScript; years beyond four digits are none in a policy. */
const lastMoment = 8_640_000_000_000_000;

/** `2026-10-31`, by the days since 1970. Days beyond the calendar are their number, which does not read as a day. */
export function dayOf(days: number): string {
  if (!(Math.abs(days) * dayLength <= lastMoment)) return String(days);
  const text = new Date(days * dayLength).toISOString();
  // Years beyond four digits stay as they are, and do not read.
  return text.slice(0, text.indexOf('T'));
}

type Unit = 'MILLIS' | 'MICROS' | 'NANOS';
const perSecond: Readonly<Record<Unit, bigint>> = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n };

/** `2026-10-31T09:30:00`; parts of a second only where there are some, and `Z` for an instant. */
export function momentOf(value: unknown, unit: Unit, isInstant: boolean): string {
  const { seconds, part } = split(value, unit);
  if (Math.abs(Number(seconds) * 1000) > lastMoment) return String(value);
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, -'.000Z'.length);
  return `${text}${part}${isInstant ? 'Z' : ''}`;
}

/** `09:30:00`. */
export function timeOf(value: unknown, unit: Unit): string {
  const { seconds, part } = split(value, unit);
  return `${new Date(Number(seconds) * 1000).toISOString().slice(11, 19)}${part}`;
}

function split(value: unknown, unit: Unit): { readonly seconds: bigint; readonly part: string } {
  const [all, per] = [whole(value), perSecond[unit]];
  const rest = ((all % per) + per) % per;
  const digits = rest
    .toString()
    .padStart(per.toString().length - 1, '0')
    .replace(/0+$/, '');
  return { seconds: (all - rest) / per, part: digits === '' ? '' : `.${digits}` };
}

export function hexOf(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
}

import { compareExact, type Exact } from '../../value/exact.ts';
import { unitsExact } from './sum.ts';

/** An amount in units of a scale that all rows share, or exact. */
export type Amount = number | Exact;

/** A row with a change, as it may be told. */
export interface Kept<Row> {
  readonly row: Row;
  readonly before: Amount;
  readonly after: Amount;
  readonly change: Amount;
}

/** The rows with the largest changes, up or down: the largest first, of equal ones the earlier. */
export interface Largest<Row> {
  readonly rows: Kept<Row>[];
  readonly scale: number;
}

const most = 10;

export const newLargest = <Row>(scale: number): Largest<Row> => ({ rows: [], scale });

/** Is the change among the largest so far? */
export function isLarge({ rows, scale }: Largest<unknown>, change: Amount): boolean {
  const last = rows[most - 1];
  return last === undefined || bySize(change, last.change, scale) > 0;
}

/** Puts a row at its place; to be asked only where its change is large. */
export function keep<Row>({ rows, scale }: Largest<Row>, one: Kept<Row>): void {
  const at = rows.findIndex(({ change }) => bySize(one.change, change, scale) > 0);
  rows.splice(at < 0 ? rows.length : at, 0, one);
  if (rows.length > most) rows.pop();
}

/** Positive where the first is larger, whatever the signs. */
function bySize(a: Amount, b: Amount, scale: number): number {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a) - Math.abs(b);
  return compareExact(sizeOf(a, scale), sizeOf(b, scale));
}

function sizeOf(amount: Amount, scale: number): Exact {
  const { top, bottom } = exactOf(amount, scale);
  return { top: top < 0n ? -top : top, bottom };
}

export function exactOf(amount: Amount, scale: number): Exact {
  return typeof amount === 'number' ? unitsExact(amount, scale) : amount;
}

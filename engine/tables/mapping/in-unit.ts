import { shiftDigits } from '../../value/digits.ts';
import type { RawFact } from '../../value/facts.ts';
import { bareNumber, rawOf, type Cell } from '../cell.ts';

/** A bare number as text with its unit: `percent` takes 35 for 35 %, `ratio` takes 0.35. */
export function inUnit(digits: string, unit: string): string {
  if (unit === 'percent') return `${digits}%`;
  if (unit === 'ratio') return /^-?\d+(?:\.\d+)?$/.test(digits) ? `${shiftDigits(digits, 2)}%` : `${digits} ratio`;
  return `${digits} ${unit}`;
}

/** What a cell says of a fact; a number that has no unit of its own gets the one of its column. */
export function rawIn(cell: Cell, unit: string | undefined): RawFact {
  const digits = unit === undefined ? undefined : bareNumber(cell);
  return unit === undefined || digits === undefined ? rawOf(cell) : inUnit(digits, unit);
}

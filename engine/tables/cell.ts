import type { Texts } from '../diagnostic/diagnostic.ts';
import type { RawFact } from '../value/facts.ts';
import { plainForm } from '../value/plain-form.ts';

/** What stands in a cell of a table: text as it was written (empty text is nothing), or a value that its file gives a type. */
export type Cell = string | TypedCell;

interface TypedCell {
  /** How files of plain text show it. */
  readonly text: string;
  /** What a fact is read from. */
  readonly raw: RawFact;
  /** How a workbook holds it, where that is not as text. */
  readonly stored?: StoredNumber | { readonly truth: boolean };
  /** Why nothing can be read from it, though something stands there. */
  readonly unfit?: Texts;
}

/** Decimal text of at most 15 digits, and the number format that shows it. */
interface StoredNumber {
  readonly digits: string;
  readonly format?: string;
}

/** The cell in files of plain text. */
export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** What the cell says of a fact; an empty cell says nothing. */
export function rawOf(cell: Cell): RawFact {
  if (typeof cell !== 'string') return cell.raw;
  return cell === '' ? null : cell;
}

/** The number of a cell that has no unit of its own, as decimal text; undefined for all else. */
export function bareNumber(cell: Cell): string | undefined {
  const raw = rawOf(cell);
  if (typeof raw === 'string') {
    const text = plainForm(raw).trim().replace('\u2212', '-');
    return /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined;
  }
  if (typeof raw !== 'object' || raw === null || !('source' in raw)) return undefined;
  return typeof raw.source === 'string' ? raw.source : undefined;
}

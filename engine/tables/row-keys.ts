import { isUnreadable, type Unreadable } from './unreadable.ts';
import { plainHeader } from './mapping/place-columns.ts';
import { textOf } from './cell.ts';
import type { Row, Table } from './table.ts';

/** Keys that stand in several rows, each with the lines of these. */
export type RepeatedKeys = ReadonlyMap<string, readonly number[]>;

/** Whom or what a row is about; keys are the same in full width and with blanks around them. */
export function keyIn({ cells }: Pick<Row, 'cells'>, index: number): string {
  return plainHeader(textOf(cells[index] ?? ''));
}

/** Columns that hold people's names. */
const nameColumns = ['姓名', 'name'];

/** The column of people's names beside the one that tells rows apart; undefined where there is none. */
export function nameColumnOf(header: readonly string[], keyAt: number | undefined): number | undefined {
  const at = header.findIndex((column, i) => i !== keyAt && nameColumns.includes(column.trim().toLowerCase()));
  return at < 0 ? undefined : at;
}

/** Whom a row is about, for people: its key with the person's name behind it; undefined where both cells are empty. */
export function whoIn(
  row: Pick<Row, 'cells'>,
  keyAt: number | undefined,
  nameAt: number | undefined,
): string | undefined {
  const texts = [keyAt, nameAt].flatMap((at) => (at === undefined ? [] : [keyIn(row, at)]));
  const who = texts.filter((text) => text !== '').join(' ');
  return who === '' ? undefined : who;
}

/**
 * Reads a table to its end for the keys that stand in it more than once, so that already the first of two rows is known to be
 * in doubt. Rows whose cells may stand in wrong columns say nothing of keys.
 */
export async function repeatedKeys({ rows }: Pick<Table, 'rows'>, index: number): Promise<RepeatedKeys | Unreadable> {
  const first = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  for await (const row of rows) {
    if (isUnreadable(row)) return row;
    if (row.problem !== undefined) continue;
    const key = keyIn(row, index);
    const line = first.get(key);
    const lines = repeated.get(key);
    if (line === undefined) first.set(key, row.line);
    else if (lines === undefined) repeated.set(key, [line, row.line]);
    else lines.push(row.line);
  }
  return repeated;
}

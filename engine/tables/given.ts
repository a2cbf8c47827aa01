import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { readFacts, type Facts, type RawFact } from '../value/facts.ts';
import { invalid } from '../value/invalid.ts';
import type { FactColumn } from './columns.ts';
import type { ColumnUse } from './mapping/check-mapping.ts';
import { rawIn } from './mapping/in-unit.ts';
import type { JoinedTable } from './mapping/joined-table.ts';
import { keyIn, type RepeatedKeys } from './row-keys.ts';
import { keyAgain, noKey } from './row-messages.ts';
import type { Row } from './table.ts';

/** What the columns of a table are. */
export interface TableReading {
  readonly columns: readonly FactColumn[];
  /** The column by which tables are joined, by which rows are told apart, and of the day that picks versions. */
  readonly keyIndex?: number | undefined;
  readonly personIndex?: number | undefined;
  readonly dayIndex?: number | undefined;
  /** The columns that tell apart what rows belong to. */
  readonly subjects?: readonly SubjectColumn[];
  /** Keys in the column of `personIndex` that several rows have. */
  readonly repeated: RepeatedKeys;
  readonly joined: readonly JoinedTable[];
}

interface SubjectColumn {
  readonly subject: string;
  readonly header: string;
  readonly index: number;
}

/** The columns that tell apart what rows belong to. */
export function subjectColumns(uses: ReadonlyMap<number, ColumnUse>): readonly SubjectColumn[] {
  return [...uses].flatMap(([index, use]) =>
    use.use === 'subject' ? [{ subject: use.subject, header: use.header.text, index }] : [],
  );
}

/** What a row belongs to, by subject. */
export function withinOf(row: Row, { subjects = [] }: TableReading): Readonly<Record<string, string>> {
  return Object.fromEntries(subjects.map(({ subject, index }) => [subject, keyIn(row, index)]));
}

interface RowProblem {
  readonly code: string;
  readonly message: Texts;
}

/** A key or a day that stands in a cell which is no value would be a guess. */
function unfitIn({ cells }: Row, index: number | undefined): Texts | undefined {
  const cell = index === undefined ? undefined : cells[index];
  return typeof cell === 'object' ? cell.unfit : undefined;
}

/** Why a row cannot be asked about at all; undefined where it can. */
export function problemOf(
  row: Row,
  { keyIndex, personIndex, dayIndex, repeated }: TableReading,
): RowProblem | undefined {
  if (row.problem !== undefined) return { code: 'population/cells', message: row.problem };
  const keys = [keyIndex, personIndex].flatMap((index) => index ?? []);
  for (const index of keys) {
    const message = unfitIn(row, index) ?? (keyIn(row, index) === '' ? noKey : undefined);
    if (message !== undefined) return { code: 'population/key', message };
  }
  const badDay = unfitIn(row, dayIndex);
  if (badDay !== undefined) return { code: 'population/day', message: badDay };
  if (personIndex === undefined) return undefined;
  const key = keyIn(row, personIndex);
  const others = repeated.get(key)?.filter((line) => line !== row.line);
  return others === undefined ? undefined : { code: 'population/key', message: keyAgain(key, others) };
}

/** What a row says of facts, before it is read by anybody's words. */
export interface Given {
  readonly given: Readonly<Record<string, RawFact>>;
  /** Cells that are no value of anything. */
  readonly unfit: Readonly<Record<string, Value>>;
}

/** By the row's own cells and by the joined tables. */
export function givenIn({ cells }: Row, { columns, joined }: TableReading, key: string | undefined): Given {
  const given: Record<string, RawFact> = {};
  const unfit: Record<string, Value> = {};
  for (const { fact, index, unit } of columns) {
    const cell = cells[index] ?? '';
    if (typeof cell !== 'string' && cell.unfit !== undefined) unfit[fact] = invalid('cell', cell.unfit);
    else given[fact] = rawIn(cell, unit);
  }
  for (const table of joined) {
    const { given: others, problems } = table.of(key ?? '');
    for (const [fact, raw] of others) given[fact] = raw;
    for (const [fact, problem] of problems) unfit[fact] = invalid('cell', problem);
  }
  return { given, unfit };
}

export function readGiven({ given, unfit }: Given, program: Program): Facts {
  const facts = readFacts(program, given);
  return Object.keys(unfit).length === 0 ? facts : { ...facts, values: { ...facts.values, ...unfit } };
}

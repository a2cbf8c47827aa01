import type { Texts } from '../diagnostic/diagnostic.ts';
import { isUnreadable, type Unreadable } from '../host/host-messages.ts';
import { rawIn } from '../host/mapping/in-unit.ts';
import type { JoinedTable } from '../host/mapping/joined-table.ts';
import { textOf } from '../host/table/cell.ts';
import type { Row, Table } from '../host/table/table.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { readFacts, type Facts, type RawFact } from '../value/facts.ts';
import { invalid } from '../value/invalid.ts';
import { toOutcome } from '../value/outcome.ts';
import { answerTo } from './answer.ts';
import type { FactColumn } from './columns.ts';
import { compiled } from './evaluators.ts';
import type { Asked, Ready } from './question.ts';
import { keyIn, type RepeatedKeys } from './row-keys.ts';
import { keyAgain, noDayInCell, noKey } from './row-messages.ts';

/** A row with what came of each decision asked. */
export interface AnsweredRow {
  readonly row: Row;
  /** Whom or what the row is about, where the mapping names a key column. */
  readonly key?: string;
  /** The handbook at the row's day, by which it was answered. */
  readonly ready: Ready;
  readonly facts: Facts;
  /** One for each decision asked, in that order. */
  readonly outcomes: readonly Outcome[];
}

/** How the rows of a table become questions. */
export interface RowReading {
  readonly columns: readonly FactColumn[];
  /** The column by which tables are joined, by which rows are told apart, and of the day that picks versions. */
  readonly keyIndex?: number | undefined;
  readonly personIndex?: number | undefined;
  readonly dayIndex?: number | undefined;
  /** Keys in the column of `personIndex` that several rows have. */
  readonly repeated: RepeatedKeys;
  readonly joined: readonly JoinedTable[];
  /** The handbook on another day; undefined when the text is no day. */
  readonly onDay: (day: string) => Ready | undefined;
}

/** Asks the same decisions about every row, in order. What stops the reading comes last. */
export async function* askRows(
  { rows }: Pick<Table, 'rows'>,
  reading: RowReading,
  asked: readonly Asked[],
  ready: Ready,
  sourceOnly: boolean,
): AsyncGenerator<AnsweredRow | Unreadable, void, undefined> {
  for await (const row of rows) {
    if (isUnreadable(row)) {
      yield row;
      return;
    }
    yield answered(row, reading, asked, ready, sourceOnly);
  }
}

interface RowProblem {
  readonly code: string;
  readonly message: Texts;
}

function answered(
  row: Row,
  reading: RowReading,
  asked: readonly Asked[],
  ready: Ready,
  sourceOnly: boolean,
): AnsweredRow {
  const { cells } = row;
  const key = reading.keyIndex === undefined ? undefined : keyIn(row, reading.keyIndex);
  // Also where the row is in error: its joined rows are somebody's.
  for (const table of reading.joined) table.claim(key ?? '');
  const named = key === undefined ? {} : { key };
  const problem = problemOf(row, reading);
  const day = reading.dayIndex === undefined ? undefined : textOf(cells[reading.dayIndex] ?? '').trim();
  const there = day === undefined ? ready : reading.onDay(day);
  if (problem !== undefined || there === undefined) {
    const fatal = problem ?? { code: 'population/day', message: noDayInCell(day ?? '') };
    const outcomes = asked.map(({ decision }) => toOutcome(ready.program, decision, { status: 'error', ...fatal }));
    return { row, ...named, ready, facts: { values: {}, unknown: [] }, outcomes };
  }
  const facts = factsOf(row, reading, key, there);
  const outcomes = asked.map((one) => answerTo(one, facts, there, { sourceOnly, evaluator: compiled }));
  return { row, ...named, ready: there, facts, outcomes };
}

/** A key or a day that stands in a cell which is no value would be a guess. */
function unfitIn({ cells }: Row, index: number | undefined): Texts | undefined {
  const cell = index === undefined ? undefined : cells[index];
  return typeof cell === 'object' ? cell.unfit : undefined;
}

/** Why a row cannot be asked about at all; undefined where it can. */
export function problemOf(row: Row, { keyIndex, personIndex, dayIndex, repeated }: RowReading): RowProblem | undefined {
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

function factsOf(row: Row, reading: RowReading, key: string | undefined, { program }: Ready): Facts {
  return readGiven(givenIn(row, reading, key), program);
}

/** What a row says of facts, before it is read by anybody's words. */
export interface Given {
  readonly given: Readonly<Record<string, RawFact>>;
  /** Cells that are no value of anything. */
  readonly unfit: Readonly<Record<string, Value>>;
}

/** By the row's own cells and by the joined tables. */
export function givenIn({ cells }: Row, { columns, joined }: RowReading, key: string | undefined): Given {
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

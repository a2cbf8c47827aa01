import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';
import { textOf } from '../tables/cell.ts';
import type { Row, Table } from '../tables/table.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Facts } from '../value/facts.ts';
import { toOutcome } from '../value/outcome.ts';
import { answerTo } from './answer.ts';
import { givenIn, problemOf, readGiven, type TableReading } from '../tables/given.ts';
import { compiled } from './evaluators.ts';
import type { Asked, Ready } from './question.ts';
import { keyIn } from '../tables/row-keys.ts';
import { noDayInCell } from '../tables/row-messages.ts';

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

/** How the rows of a table become questions, each by the handbook of its day. */
export interface RowReading extends TableReading {
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

function factsOf(row: Row, reading: RowReading, key: string | undefined, { program }: Ready): Facts {
  return readGiven(givenIn(row, reading, key), program);
}

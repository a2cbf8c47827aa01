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
  const day = reading.dayIndex === undefined ? undefined : textOf(cells[reading.dayIndex] ?? '').trim();
  const there = day === undefined ? ready : reading.onDay(day);
  const problem =
    problemOf(row, reading) ??
    (there === undefined ? { code: 'population/day', message: noDayInCell(day ?? '') } : undefined);
  const by = problem === undefined && there !== undefined ? there : ready;
  return { row, ...named, ready: by, ...outcomesOf(row, problem, reading, asked, by, sourceOnly) };
}

/** What the row says of facts, and what comes of each decision by a handbook that is ready. `problem`: why it cannot be asked about. */
export function outcomesOf(
  row: Row,
  problem: ReturnType<typeof problemOf>,
  reading: TableReading,
  asked: readonly Asked[],
  ready: Pick<Ready, 'program'> & Partial<Pick<Ready, 'loaded'>>,
  sourceOnly: boolean,
): Pick<AnsweredRow, 'facts' | 'outcomes'> {
  if (problem !== undefined) {
    const failed = { status: 'error', ...problem } as const;
    const outcomes = asked.map(({ decision }) => toOutcome(ready.program, decision, failed));
    return { facts: { values: {}, unknown: [] }, outcomes };
  }
  const key = reading.keyIndex === undefined ? undefined : keyIn(row, reading.keyIndex);
  const facts = readGiven(givenIn(row, reading, key), ready.program);
  return { facts, outcomes: asked.map((one) => answerTo(one, facts, ready, { sourceOnly, evaluator: compiled })) };
}

import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { isUnreadable, noFile, type Unreadable } from '../host/host-messages.ts';
import { readPopulation, type Population } from '../host/population.ts';
import { brokenPolicyOf } from '../program/broken.ts';
import { unknownDecision } from '../value/failures.ts';
import { askRows, columnsOf, type AnsweredRow, type FactColumn } from './ask-rows.ts';
import { allAsked, readyHandbook, refusedText, type Asked, type Ready } from './question.ts';
import { wrongUse } from './refusals.ts';
import { isRefusal, remark, type Call, type Refusal } from './verb.ts';

/** A table about whose rows decisions are asked; nothing but its header was read yet. */
export interface RowRun {
  /** What messages call the table. */
  readonly name: string;
  /** For the day that all rows share; a row with a day of its own says so itself. */
  readonly ready: Ready;
  readonly asked: readonly Asked[];
  readonly table: Population;
  readonly columns: readonly FactColumn[];
  /** All rows in their order, once; what stops the reading comes last. */
  readonly rows: AsyncIterable<AnsweredRow | Unreadable>;
}

/** Opens the handbook and the table of `--in`, and asks the decisions about each row as it is fetched. */
export async function answerRows(call: Call, decisions: readonly string[]): Promise<RowRun | Refusal> {
  const { in: path, sourceOnly = false } = call.options;
  if (path === undefined || path === '') return wrongUse('Name the CSV file: --in FILE.', '请用 --in 指明 CSV 文件。');
  const ready = await readyHandbook(call);
  if (isRefusal(ready)) return ready;
  const asked = allAsked(decisions, ready.program);
  if (isRefusal(asked)) return asked;
  const name = path === '-' ? '<stdin>' : path;
  const table = await openPopulation(path, call);
  if (isUnreadable(table)) return refusedText(table);
  const columns = columnsOf(table.header, name, ready.program);
  if (isRefusal(columns)) return columns;
  const unknown = asked.find(
    ({ decision }) =>
      !Object.hasOwn(ready.program.decisions, decision) &&
      brokenPolicyOf(ready.loaded.handbook, decision) === undefined,
  );
  if (unknown !== undefined) return { exit: 2, says: unknownDecision(unknown.decision, ready.program).message };
  for (const doubt of columns.doubts) remark(call, doubt);
  const rows = askRows(table, columns.facts, asked, ready, sourceOnly);
  return { name, ready, asked, table, columns: columns.facts, rows };
}

/** A population by its path, or from standard input. */
export async function openPopulation(path: string, { io }: Pick<Call, 'io'>): Promise<Population | Unreadable> {
  if (path === '-') return readPopulation(io.stdin(), '<stdin>', noFile('<stdin>'));
  return readPopulation(createReadStream(resolve(io.cwd, path)), path, noFile(path));
}

import type { Cell } from '../tables/cell.ts';
import { openWorkbook } from '../host/xlsx/write-xlsx.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { RowRun } from './answer-rows.ts';
import { outcomeCell } from './outcome-cell.ts';
import { whyNoValue } from './outcome-words.ts';
import { resultColumns } from './result-columns.ts';
import type { Sink } from './sink.ts';
import type { Call } from './verb.ts';

/** The result as a workbook: amounts are numbers that can be added up, cells of the input keep their formats. */
export async function workbookResult(
  { options, language }: Call,
  { asked, kept, table: { header, sheet } }: RowRun,
  path: string,
): Promise<Sink> {
  const withReasons = options.reasons === true;
  const workbook = await openWorkbook(path, sheet?.name ?? 'Bylaw');
  const columns = asked.flatMap(({ written }) => resultColumns(written, withReasons));
  await workbook.row([...kept.map((index) => header[index] ?? ''), ...columns]);
  const cellsOf = (outcome: Outcome): readonly Cell[] => {
    const cells = [outcomeCell(outcome), outcome.status, outcome.flags.join(' ')];
    return withReasons ? [...cells, whyNoValue(outcome, language).join(' ')] : cells;
  };
  return {
    add: ({ row: { cells, extra = [] }, outcomes }) =>
      workbook.row([...kept.map((index) => cells[index] ?? ''), ...outcomes.flatMap(cellsOf), ...extra]),
    finish: workbook.finish,
    abandon: workbook.abandon,
  };
}

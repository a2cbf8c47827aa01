import type { SchemaElement } from 'hyparquet';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { parquetPieces, textElement, type ParquetPieces } from '../host/parquet/write-parquet.ts';
import { version } from '../host/version.ts';
import { openOutput } from '../host/write-file.ts';
import type { Outcome } from '../ir/outcome.ts';
import { textOf } from '../tables/cell.ts';
import type { Unreadable } from '../tables/unreadable.ts';
import type { RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { groupedSink } from './grouped-sink.ts';
import { whyNoValue } from './outcome-words.ts';
import { resultColumns } from './result-columns.ts';
import type { Sink } from './sink.ts';
import type { Call } from './verb.ts';

/** The result as one Parquet file. */
export async function parquetResult(call: Call, run: RowRun, path: string): Promise<Sink> {
  const form = parquetForm(call, run);
  const output = await openOutput(path);
  const pieces = form.begin();
  return groupedSink({
    together: 50_000,
    write: async (rows) => {
      if (rows.length > 0) await output.write(form.group(pieces, rows));
    },
    finish: async () => {
      await output.write(pieces.end());
      await output.finish();
    },
    abandon: output.abandon,
  });
}

/** How rows become a Parquet file: the input's own columns, with their types where they have some, and values, status and flags as text. */
interface ParquetForm {
  begin(): ParquetPieces;
  group(pieces: ParquetPieces, rows: readonly AnsweredRow[]): Uint8Array;
}

export function parquetForm(
  { options, language }: Call,
  { asked, kept, table: { header, typed } }: RowRun,
): ParquetForm {
  const withReasons = options.reasons === true;
  const own = kept.map((index) => ({
    index,
    element: (typed?.[index]?.element as SchemaElement | undefined) ?? textElement(header[index] ?? ''),
  }));
  const added = asked.flatMap(({ written }) => resultColumns(written, withReasons)).map(textElement);
  const cellsOf = (outcome: Outcome): readonly (string | null)[] => {
    const cells = [outcome.value ?? null, outcome.status, outcome.flags.join(' ')];
    return withReasons ? [...cells, whyNoValue(outcome, language).join(' ')] : cells;
  };
  const elements = [...own.map(({ element }) => element), ...added];
  return {
    begin: () => parquetPieces(elements, `bylaw ${version()}`),
    group: (pieces, rows) => {
      for (const { row } of rows) if (row.extra !== undefined) throw noPlace(row.line);
      const outcomes = rows.map((row) => row.outcomes.flatMap(cellsOf));
      const ownValues = own.map(({ index, element }) => ({
        element,
        values: rows.map(({ row: { values, cells } }) => (values === undefined ? orNull(cells[index]) : values[index])),
      }));
      const addedValues = added.map((element, i) => ({ element, values: outcomes.map((cells) => cells[i] ?? null) }));
      return pieces.group([...ownValues, ...addedValues]);
    },
  };
}

/** An empty cell says nothing. */
function orNull(cell: Parameters<typeof textOf>[0] = ''): string | null {
  const text = textOf(cell);
  return text === '' ? null : text;
}

function noPlace(line: number): Error & Unreadable {
  const unreadable: Texts = {
    en: `The row in line ${line} has more cells than the table has columns, and a Parquet file has no place for them. Mend the row, or write CSV.`,
    zh: `第 ${line} 行的格数多于列数，而 Parquet 文件没有地方放。请更正该行，或写成 CSV。`,
  };
  return Object.assign(new Error(unreadable.en), { unreadable });
}

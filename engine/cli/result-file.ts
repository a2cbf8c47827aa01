import { resolve } from 'node:path';
import { formatOf } from '../host/table/open-table.ts';
import { openOutput } from '../host/write-file.ts';
import type { RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { groupedSink } from './grouped-sink.ts';
import { notWritten } from './refusals.ts';
import { textForm } from './result-text.ts';
import { workbookResult } from './result-workbook.ts';
import type { Sink } from './sink.ts';
import type { Call, Refusal } from './verb.ts';

/**
 * The input's own columns and what came of each decision, in the format of `--out` (else of the input; standard output gets
 * text). What was printed already cannot be taken back.
 */
export async function openResult(call: Call, run: RowRun): Promise<Sink | Refusal> {
  const { io, options } = call;
  const { out } = options;
  const format = out === undefined ? run.table.format : (formatOf(out) ?? run.table.format);
  try {
    if (format === 'xlsx' && out !== undefined && options.json !== true)
      return await workbookResult(call, run, resolve(io.cwd, out));
    if (format === 'parquet' && out !== undefined && options.json !== true) {
      const { parquetResult } = await import('./result-parquet.ts');
      return await parquetResult(call, run, resolve(io.cwd, out));
    }
    const form = textForm(call, run, format === 'jsonl' ? 'jsonl' : 'csv');
    if (out === undefined) return written(form, printed(call));
    return written(form, await openOutput(resolve(io.cwd, out)));
  } catch (error) {
    return notWritten(error, out ?? '');
  }
}

/** How rows become text. What a file begins with is asked for when its first rows are there. */
export interface TextForm {
  readonly start: () => string;
  readonly end: string;
  rows(answered: readonly Pick<AnsweredRow, 'row' | 'outcomes'>[]): string;
}

/** Where text goes. */
interface TextOutput {
  readonly write: (text: string) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

function printed({ io }: Call): TextOutput {
  const nothing = (): Promise<void> => Promise.resolve();
  const write = async (text: string): Promise<void> => {
    io.out.write(text);
    await io.out.drained();
  };
  return { write, finish: nothing, abandon: nothing };
}

function written(form: TextForm, output: TextOutput): Sink {
  let isStart = true;
  return groupedSink({
    together: 500,
    write: async (rows) => {
      const start = isStart ? form.start() : '';
      isStart = false;
      const text = start + (rows.length > 0 ? form.rows(rows) : '');
      if (text !== '') await output.write(text);
    },
    finish: async () => {
      await output.write(form.end);
      await output.finish();
    },
    abandon: output.abandon,
  });
}

import { resolve } from 'node:path';
import { writeRows, type Population } from '../host/population.ts';
import { openOutput, type Output } from '../host/write-file.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { RowRun } from './answer-rows.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { localized } from './json.ts';
import { whyNoValue } from './outcome-words.ts';
import type { Asked } from './question.ts';
import { wrongUse } from './refusals.ts';
import type { Sink } from './sink.ts';
import type { Call, Refusal } from './verb.ts';

/** The columns that a decision adds. */
export function resultColumns(written: string, withReasons: boolean): readonly string[] {
  const columns = [written, `${written}.status`, `${written}.flags`];
  return withReasons ? [...columns, `${written}.reasons`] : columns;
}

/** Rows that are written at once: single ones would cost more than asking does. */
const together = 500;

/** The input's own columns and what came of each decision; what was printed already cannot be taken back. */
export async function openResult(call: Call, { asked, table }: RowRun): Promise<Sink | Refusal> {
  const output = await outputOf(call);
  if ('exit' in output) return output;
  const form = call.options.json === true ? jsonForm(call, table) : csvForm(call, asked, table);
  let waiting: AnsweredRow[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    if (rows.length > 0) await output.write(form.rows(rows));
  };
  await output.write(form.start);
  return {
    add: async (answered) => {
      waiting.push(answered);
      if (waiting.length >= together) await flush();
    },
    finish: async () => {
      await flush();
      await output.write(form.end);
      await output.finish();
    },
    abandon: output.abandon,
  };
}

async function outputOf({ io, options }: Call): Promise<Output | Refusal> {
  if (options.out === undefined) {
    const write = async (text: string): Promise<void> => {
      io.out.write(text);
      await io.out.drained();
    };
    const nothing = (): Promise<void> => Promise.resolve();
    return { write, finish: nothing, abandon: nothing };
  }
  try {
    return await openOutput(resolve(io.cwd, options.out));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const [path, code] = [options.out, String(error.code)];
    return wrongUse(`${path} cannot be written (${code}).`, `无法写入 ${path}（${code}）。`);
  }
}

interface Form {
  readonly start: string;
  readonly end: string;
  rows(answered: readonly AnsweredRow[]): string;
}

function csvForm({ options, language }: Call, asked: readonly Asked[], { header, manner }: Population): Form {
  const withReasons = options.reasons === true;
  const columns = asked.flatMap(({ written }) => resultColumns(written, withReasons));
  const cellsOf = (outcome: Outcome): readonly string[] => {
    const { value = '', status, flags } = outcome;
    const cells = [value, status, flags.join(' ')];
    return withReasons ? [...cells, whyNoValue(outcome, language).join(' ')] : cells;
  };
  return {
    start: (manner.mark ? '\uFEFF' : '') + writeRows([[...header, ...columns]], manner),
    end: '',
    rows: (answered) =>
      writeRows(
        answered.map(({ row, outcomes }) => [...row.cells, ...outcomes.flatMap(cellsOf), ...(row.extra ?? [])]),
        manner,
      ),
  };
}

function jsonForm({ language }: Call, { header }: Population): Form {
  let separator = '\n';
  return {
    start: '[',
    end: '\n]\n',
    rows: (answered) => {
      const entries = answered.map(({ row: { line, cells, extra }, outcomes }) => {
        const row = Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']));
        return JSON.stringify({ line, row, extra, outcomes: localized(outcomes, language) });
      });
      const text = separator + entries.join(',\n');
      separator = ',\n';
      return text;
    },
  };
}

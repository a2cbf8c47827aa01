import { resolve } from 'node:path';
import { isUnreadable } from '../host/host-messages.ts';
import { answerRows, type RowRun } from './answer-rows.ts';
import { refusedText } from './question.ts';
import { wrongUse } from './refusals.ts';
import { openResult, resultColumns } from './result-file.ts';
import { rowReport } from './row-report.ts';
import { pour } from './sink.ts';
import { isRefusal, remark, type Call, type Refusal, type Verb } from './verb.ts';

export const run: Verb = {
  about: {
    en: 'Ask decisions about each row of a CSV file whose columns are named like facts. Exit code 1 when a row is in error.',
    zh: '就 CSV 文件的每一行求取决定，列名即事实名称。有错误的行时退出码为 1。',
  },
  takes: { form: '<decisions...>', says: { en: 'names such as commission.head.amount', zh: '决定的名称' } },
  options: [
    { flags: '--in <file>', says: { en: 'the CSV file, or - for standard input', zh: 'CSV 文件，- 表示标准输入' } },
    {
      flags: '--out <file>',
      says: { en: 'where the result goes (else standard output)', zh: '结果文件（默认标准输出）' },
    },
    {
      flags: '--reasons',
      says: {
        en: 'add a column NAME.reasons that says in words why a row has no value',
        zh: '增加“名称.reasons”列，以文字说明为何没有取值',
      },
    },
  ],
  examples: ['bylaw run commission.head.rate commission.head.amount --in october.csv --out paid.csv --at 2026-10-31'],
  run: runPopulation,
};

async function runPopulation(call: Call): Promise<number | Refusal> {
  const { io, options, names } = call;
  const { in: path = '', out } = options;
  if (out !== undefined && resolve(io.cwd, out) === resolve(io.cwd, path)) {
    return wrongUse('--in and --out name the same file.', '--in 与 --out 是同一个文件。');
  }
  const rows = await answerRows(call, names);
  if (isRefusal(rows)) return rows;
  const clash = clashIn(rows, options.reasons === true);
  if (clash !== undefined) return clash;
  const result = await openResult(call, rows);
  if (isRefusal(result)) return result;
  const report = rowReport(call, rows);
  const stop = { asked: false };
  void io.stopped().then(() => (stop.asked = true));
  const poured = await pour(rows.rows, [report, result], () => stop.asked);
  if (isUnreadable(poured)) return refusedText(poured);
  if (poured === 'stopped') {
    remark(call, { en: 'Stopped. No result was written.', zh: '已中止，未写入结果。' });
    return stoppedCode;
  }
  return report.hasErrors() ? 1 : 0;
}

/** What shells give for a program that was interrupted. */
const stoppedCode = 130;

/** A result has no place where the table has a column of its name. */
function clashIn({ asked, table: { header } }: RowRun, withReasons: boolean): Refusal | undefined {
  const columns = asked.flatMap(({ written }) => resultColumns(written, withReasons));
  const clash = columns.find((column) => header.includes(column));
  if (clash === undefined) return undefined;
  return wrongUse(
    `The table has a column “${clash}” already. Take it out, so that the result has a place.`,
    `表中已有列“${clash}”。请先删除，以便写入结果。`,
  );
}

import { extname, resolve } from 'node:path';
import { isUnreadable } from '../tables/unreadable.ts';
import { formatOf } from '../host/table/open-table.ts';
import { openAgainst } from './against.ts';
import { answerRows, type RowRun } from './answer-rows.ts';
import { refusedText } from './question.ts';
import { wrongUse } from './refusals.ts';
import { resultColumns } from './result-columns.ts';
import { openResult } from './result-file.ts';
import { rowReport } from './row-report.ts';
import { openSinks, pour } from './sink.ts';
import { openSlips } from './slips.ts';
import { tableOptions } from './table-options.ts';
import { isRefusal, remark, type Call, type Options, type Refusal, type Verb } from './verb.ts';

export const run: Verb = {
  about: {
    en: 'Ask decisions about each row of a table: CSV, JSON Lines or a workbook, its columns named like facts or by a mapping. Exit code 1 when a row is in error.',
    zh: '就表格（CSV、JSON Lines 或工作簿）的每一行求取决定，列名为事实名称，或由映射文件说明。有错误的行时退出码为 1。',
  },
  takes: { form: '<decisions...>', says: { en: 'names such as commission.head.amount', zh: '决定的名称' } },
  options: [
    {
      flags: '--in <file>',
      says: {
        en: 'the table (.csv, .tsv, .jsonl, .ndjson, .xlsx), or - for standard input',
        zh: '表格文件（.csv、.tsv、.jsonl、.ndjson、.xlsx），- 表示标准输入',
      },
    },
    ...tableOptions,
    {
      flags: '--at-column <name>',
      says: {
        en: 'the column with the day whose rules hold for the row (in place of --at)',
        zh: '各行适用日期所在的列（代替 --at）',
      },
    },
    {
      flags: '--out <file>',
      says: {
        en: 'where the result goes, in the format of its name (else standard output)',
        zh: '结果文件，格式按文件名（默认标准输出）',
      },
    },
    {
      flags: '--reasons',
      says: {
        en: 'add a column NAME.reasons that says in words why a row has no value',
        zh: '增加“名称.reasons”列，以文字说明为何没有取值',
      },
    },
    {
      flags: '--slips <dir>',
      says: {
        en: 'write a page for each person into this folder, with an index; --lang en, zh or both (the default). The folder may be new, empty, or hold an earlier result',
        zh: '为每个人写一页（另有目录页）到该文件夹；--lang 可为 en、zh 或 both（默认）。文件夹须为新建、空的或只含以前的结果',
      },
    },
    {
      flags: '--key <column>',
      says: {
        en: "the column that tells rows apart (else the mapping's key; slips and --against: else the first). Rows that share a key are all in error",
        zh: '区分各行的列（默认为映射中的 key；薪酬单和 --against 再默认为第一列）。键相同的各行均为错误',
      },
    },
    {
      flags: '--against <file>',
      says: {
        en: 'an earlier result of the same decisions: print the difference to pay and its causes, and write it to --out',
        zh: '相同决定的以前结果：输出应补差额及其原因，并写入 --out',
      },
    },
    {
      flags: '--against-known <date>',
      says: {
        en: 'what was published when the earlier result was made (else found by what it says)',
        zh: '制作以前结果时已公布到哪一天（默认由其内容推得）',
      },
    },
    {
      flags: '--against-map <file>',
      says: { en: 'the mapping for the earlier result (else that of --map)', zh: '以前结果的映射文件（默认同 --map）' },
    },
  ],
  examples: [
    'bylaw run commission.head.rate commission.head.amount --in october.csv --out paid.csv --at 2026-10-31',
    'bylaw run commission.head.amount --in 十月.xlsx --map sales.map.yaml --out 提成.xlsx --period 2026-10',
    'bylaw run pay.promoter.total --in people.csv --period 2026-10 --slips october --key person',
    'bylaw run pay.promoter.total --in people.csv --period 2026-10 --known 2026-11-30 --against paid.csv --out to-pay.csv',
  ],
  run: runPopulation,
};

async function runPopulation(call: Call): Promise<number | Refusal> {
  const { io, options, names } = call;
  const refused = conflictIn(call);
  if (refused !== undefined) return refused;
  const rows = await answerRows(call, names);
  if (isRefusal(rows)) return rows;
  const { slips, against, out } = options;
  // Who asks for slips wants no table on the screen as well; differences take its place.
  const hasResult = against === undefined && (slips === undefined || out !== undefined);
  const clash = hasResult ? clashIn(rows, options.reasons === true) : undefined;
  if (clash !== undefined) return clash;
  const stop = { asked: false };
  void io.stopped().then(() => (stop.asked = true));
  const sinks = await openSinks([
    () => Promise.resolve(rowReport(call, rows)),
    ...(hasResult ? [() => openResult(call, rows)] : []),
    ...(slips === undefined ? [] : [() => openSlips(call, rows, slips)]),
    ...(against === undefined ? [] : [() => openAgainst(call, rows, against)]),
  ]);
  if (isRefusal(sinks)) return sinks;
  const poured = await pour(rows.rows, sinks, () => stop.asked);
  if (isUnreadable(poured)) return refusedText(poured);
  if (poured === 'stopped') {
    remark(call, { en: 'Stopped. No result was written.', zh: '已中止，未写入结果。' });
    return stoppedCode;
  }
  return sinks.some((sink) => sink.hasErrors?.() === true) ? 1 : 0;
}

/** Files that would be read and written at once, and days that contradict each other. */
function conflictIn({ io, options }: Call): Refusal | undefined {
  const { in: path = '', out, against, slips, atColumn } = options;
  const isOut = (other: string): boolean => out !== undefined && resolve(io.cwd, out) === resolve(io.cwd, other);
  if (isOut(path)) return wrongUse('--in and --out name the same file.', '--in 与 --out 是同一个文件。');
  const wrongOut = out === undefined || options.json === true ? undefined : noFormatIn(out, against !== undefined);
  if (wrongOut !== undefined) return wrongOut;
  const alone =
    against === undefined
      ? (['against-known', 'against-map'] as const).find((one) => isGiven(one, options))
      : undefined;
  if (alone !== undefined)
    return wrongUse(
      `--${alone} is about an earlier result, but there is no --against FILE that names it.`,
      `--${alone} 针对以前的结果，但没有用 --against 指明该文件。`,
    );
  if (against !== undefined && isOut(against))
    return wrongUse('--against and --out name the same file.', '--against 与 --out 是同一个文件。');
  if (atColumn !== undefined && (slips !== undefined || against !== undefined)) {
    return wrongUse(
      'Slips and differences are of one month or day: --at-column goes with neither --slips nor --against.',
      '薪酬单和差额针对同一月份或日期：--at-column 不能与 --slips、--against 同用。',
    );
  }
  return undefined;
}

const isGiven = (flag: 'against-known' | 'against-map', { againstKnown, againstMap }: Options): boolean =>
  (flag === 'against-known' ? againstKnown : againstMap) !== undefined;

/** An extension that stands for no format is refused; without any, the result is like the input. */
function noFormatIn(out: string, isText: boolean): Refusal | undefined {
  const extension = extname(out);
  const format = formatOf(out);
  if (extension === '' || (format !== undefined && !(isText && format !== 'csv'))) return undefined;
  if (isText)
    return wrongUse(
      `“${extension}” is nothing that differences are written in: --out takes .csv, .tsv and .txt.`,
      `差额不能写成“${extension}”：--out 可用 .csv、.tsv、.txt。`,
    );
  return wrongUse(
    `“${extension}” is no format of a result: --out takes .csv, .tsv and .txt (CSV), .jsonl and .ndjson (JSON Lines), .xlsx and .xlsm (workbook).`,
    `结果不能写成“${extension}”：--out 可用 .csv、.tsv、.txt（CSV），.jsonl、.ndjson（JSON Lines），.xlsx、.xlsm（工作簿）。`,
  );
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

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
import { openSinks, pour, stoppedCode } from './sink.ts';
import { alone } from './blocks/alone.ts';
import { giveUpUnfinished, unfinishedAt } from './blocks/resume.ts';
import { runBlocks } from './blocks/run-blocks.ts';
import { openThreads, type Threads } from './blocks/threads.ts';
import { openSlips } from './slips.ts';
import { tableOptions } from './table-options.ts';
import { isRefusal, remark, type Call, type Options, type Refusal, type Verb } from './verb.ts';

export const run: Verb = {
  about: {
    en: 'Ask decisions about each row of a table: CSV, JSON Lines, Parquet or a workbook, its columns named like facts or by a mapping. Exit code 1 when a row is in error.',
    zh: '就表格（CSV、JSON Lines、Parquet 或工作簿）的每一行求取决定，列名为事实名称，或由映射文件说明。有错误的行时退出码为 1。',
  },
  takes: { form: '<decisions...>', says: { en: 'names such as commission.head.amount', zh: '决定的名称' } },
  options: [
    {
      flags: '--in <file>',
      says: {
        en: 'the table (.csv, .tsv, .jsonl, .ndjson, .xlsx, .parquet), or - for standard input',
        zh: '表格文件（.csv、.tsv、.jsonl、.ndjson、.xlsx、.parquet），- 表示标准输入',
      },
    },
    ...tableOptions,
    {
      flags: '--workers <number>',
      says: {
        en: 'how many threads answer a large table beside the main one (else one for each further core of the machine once it takes more than a second); 0 for none',
        zh: '除主线程外，计算大表格的线程数（默认在需时超过一秒时用机器其余的核数）；0 表示只用主线程',
      },
    },
    {
      flags: '--engine <name>',
      says: {
        en: 'duckdb: let DuckDB answer a CSV or Parquet file by SQL; rows that take more than SQL are answered as usual, and the result is the same',
        zh: 'duckdb：由 DuckDB 以 SQL 计算 CSV 或 Parquet 文件；SQL 无法处理的行照常计算，结果相同',
      },
    },
    {
      flags: '--progress',
      says: {
        en: 'say how far a large table is, also where standard error is no terminal',
        zh: '显示大表格的进度（标准错误不是终端时也显示）',
      },
    },
    {
      flags: '--resume',
      says: {
        en: 'go on with a run into --out that was interrupted; everything else must be as it was',
        zh: '继续写入 --out 的、曾被中断的运行；其余条件须与当时一致',
      },
    },
    {
      flags: '--restart',
      says: { en: 'begin such a run anew', zh: '重新开始这样的运行' },
    },
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
        en: 'where the result goes, in the format of its name (else standard output); a folder named with / at its end gets Parquet files in parts',
        zh: '结果文件，格式按文件名（默认标准输出）；以 / 结尾的文件夹则分部分写入 Parquet 文件',
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
  const refused = conflictIn(call) ?? (await unfinishedAt(call));
  if (refused !== undefined) return refused;
  const threads = await openThreads(call);
  try {
    return await runBeside(threads, call);
  } finally {
    await threads.close();
  }
}

async function runBeside(threads: Threads, call: Call): Promise<number | Refusal> {
  const { io, options, names } = call;
  const opened = await answerRows(call, names, undefined, { inBlocks: true });
  const isPlain = isRefusal(opened) || options.engine === undefined;
  const rows = isPlain ? opened : await (await import('./through-duckdb.ts')).throughEngine(call, opened);
  if (isRefusal(rows)) return rows;
  const { slips, against, out } = options;
  // Who asks for slips wants no table on the screen as well; differences take its place.
  const hasResult = against === undefined && (slips === undefined || out !== undefined);
  const clash = hasResult ? clashIn(rows, options.reasons === true) : undefined;
  if (clash !== undefined) return clash;
  const stop = { asked: false };
  void io.stopped().then(() => (stop.asked = true));
  if (out?.endsWith('/') === true) {
    const { runParts } = await import('./blocks/run-parts.ts');
    return alone(call, out, () => runParts(call, rows, out, () => stop.asked));
  }
  if (rows.blocks === undefined && options.resume === true)
    return wrongUse(
      'Only a run from a text table in a file into one of the same format, or from a file into a folder of Parquet files (--out NAME/), goes on where it was interrupted, and not with --slips, --against, --key, --at-column, --json, a mapping with a key or joined tables, or a workbook. Leave --resume out.',
      '只有从文本表格文件到同一格式文件的运行，或从文件到 Parquet 文件夹（--out 名称/）的运行，可从中断处继续，且不能与 --slips、--against、--key、--at-column、--json、含 key 或合并表格的映射、工作簿同用。请去掉 --resume。',
    );
  const { blocks } = rows;
  if (blocks !== undefined) {
    const answer = (): Promise<number | Refusal> =>
      runBlocks(call, rows, blocks, { threads, hasStopped: () => stop.asked });
    return out === undefined ? answer() : alone(call, out, answer);
  }
  await giveUpUnfinished(call);
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

/** Each takes memory from the start on. */
const mostWorkers = 64;

/** Files that would be read and written at once, and days that contradict each other. */
function conflictIn({ io, options }: Call): Refusal | undefined {
  const { in: path = '', out, against, slips, atColumn, workers = '0' } = options;
  if (!/^\d{1,3}$/.test(workers) || Number(workers) > mostWorkers)
    return wrongUse(
      `--workers takes a number of threads such as 4, at most ${mostWorkers}, or 0 for none beside the main one, and no “${workers}”.`,
      `--workers 须为线程数，如 4，最多 ${mostWorkers}；0 表示只用主线程。“${workers}”不可用。`,
    );
  if (
    out?.endsWith('/') === true &&
    (against !== undefined || slips !== undefined || options.json === true || path === '-')
  )
    return wrongUse(
      'A folder of Parquet files takes the rows of a file, and neither slips, differences nor JSON: name a file for --out.',
      'Parquet 文件夹只接收文件中各行的结果，不能与 --slips、--against、--json、标准输入同用：请为 --out 指明文件。',
    );
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
    `“${extension}” is no format of a result: --out takes .csv, .tsv and .txt (CSV), .jsonl and .ndjson (JSON Lines), .xlsx and .xlsm (workbook), .parquet.`,
    `结果不能写成“${extension}”：--out 可用 .csv、.tsv、.txt（CSV），.jsonl、.ndjson（JSON Lines），.xlsx、.xlsm（工作簿），.parquet。`,
  );
}

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

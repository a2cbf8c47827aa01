import type { Texts } from '../diagnostic/diagnostic.ts';
import { plainColumn } from '../emit/sql/plain-text.ts';
import { emitSql, type SqlInput, type SqlOutput } from '../emit/sql/sql.ts';
import type { Duckdb } from '../host/duckdb/duckdb.ts';
import { duckdbSource, quotedName, type DuckdbSource } from '../host/duckdb/source.ts';
import type { RowRun } from './answer-rows.ts';
import type { Call, Refusal } from './verb.ts';

/** What DuckDB is asked. */
export interface DuckdbQuery {
  readonly before: readonly string[];
  /** Gives for each row whether all cells that are read are plain, and the outputs; all of it text. */
  readonly text: string;
  readonly outputs: readonly SqlOutput[];
}

const [facts, plain] = ['facts', 'is plain'];

/** The decisions as one query over the file. In words why the engine must answer it, a refusal where a decision has no SQL. */
export async function duckdbQuery(
  call: Call,
  run: RowRun,
  path: string,
  duckdb: Duckdb,
): Promise<DuckdbQuery | Texts | Refusal> {
  const { asked, ready, table } = run;
  const { program } = ready;
  const named = asked.map(({ decision }) => decision);
  const withArgument = asked.find(({ on }) => on !== undefined);
  if (withArgument !== undefined)
    return unsaid(withArgument.written, { en: 'it is asked about something.', zh: '带有参数。' });
  const sourceOnly = call.options.sourceOnly === true;
  const emitted = emitSql(program, named, 'duckdb', { table: facts, keep: [plain], sourceOnly });
  const missing = named.find((decision) => !emitted.said.includes(decision));
  if (missing !== undefined) {
    const why = emitted.refused.find(({ decision }) => decision === missing)?.message;
    return unsaid(missing, why ?? { en: 'it cannot be read.', zh: '无法读取。' });
  }
  const source = call.options.in === '-' ? byPipe : await duckdbSource(table, path, duckdb);
  if ('en' in source) return source;
  const outputs = named.flatMap((decision) => emitted.outputs.filter((output) => output.decision === decision));
  const results = outputs.flatMap(({ value, status, flags }) => [
    `CAST(${quotedName(value)} AS VARCHAR)`,
    quotedName(status),
    quotedName(flags),
  ]);
  const columns = [`CAST(${quotedName(plain)} AS VARCHAR)`, ...results];
  return {
    before: [`CREATE TEMP VIEW ${facts} AS ${factsOf(run, emitted.inputs, source)}`],
    text: `SELECT ${columns.join(', ')} FROM (${emitted.text}) AS answered`,
    outputs,
  };
}

const byPipe: Texts = { en: 'it comes by standard input', zh: '来自标准输入' };

function unsaid(decision: string, why: Texts): Refusal {
  const says = {
    en: `“${decision}” has no form in SQL: ${why.en} Ask it without --engine.`,
    zh: `“${decision}”无法以 SQL 表达：${why.zh}请去掉 --engine 后再求取。`,
  };
  return { exit: 2, says };
}

/** The facts read from the cells, and whether each cell that is read is plain. */
function factsOf(
  { columns, ready: { program } }: RowRun,
  inputs: readonly SqlInput[],
  { from, cells }: DuckdbSource,
): string {
  const read = inputs.map((input) => {
    const place = columns.find(({ fact }) => fact === input.fact)?.index;
    const cell = place === undefined ? undefined : cells[place];
    if (cell === undefined) return { isPlain: 'true', value: `CAST(NULL AS ${input.sqlType})`, input };
    return { ...plainColumn(cell.text, input, program, cell.holds), input };
  });
  const values = read.map(({ value, input }) => `${value} AS ${quotedName(input.fact)}`);
  const isPlain = ['true', ...read.map((one) => one.isPlain)].join(' AND ');
  return `SELECT ${[...values, `(${isPlain}) AS ${quotedName(plain)}`].join(', ')} FROM ${from}`;
}

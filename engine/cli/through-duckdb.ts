import { resolve } from 'node:path';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { back } from '../emit/json-rules/crossing.ts';
import type { SqlOutput } from '../emit/sql/sql.ts';
import { openDuckdb, type Duckdb } from '../host/duckdb/duckdb.ts';
import type { Outcome } from '../ir/outcome.ts';
import { problemOf } from '../tables/given.ts';
import { blocksOf, type Row } from '../tables/table.ts';
import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';
import { toOutcome } from '../value/outcome.ts';
import type { RowRun } from './answer-rows.ts';
import { outcomesOf, type AnsweredRow } from './ask-rows.ts';
import { duckdbQuery, type DuckdbQuery } from './duckdb-query.ts';
import { noSuchWord, wrongUse } from './refusals.ts';
import { isRefusal, remark, type Call, type Refusal } from './verb.ts';

/**
 * The rows of a run, answered by DuckDB over the file itself where `--engine duckdb` asks for it. DuckDB answers what is plain and
 * has a value or does not apply; every other row, and every file whose cells readers see otherwise, is the engine's own.
 */
export async function throughEngine(call: Call, run: RowRun): Promise<RowRun | Refusal> {
  const { engine } = call.options;
  if (engine !== 'duckdb') return noSuchWord('--engine', engine ?? '', ['duckdb']);
  const clash = clashIn(call);
  if (clash !== undefined) return clash;
  const path = resolve(call.io.cwd, call.options.in ?? '');
  const duckdb = await openDuckdb();
  if ('en' in duckdb) return { exit: 2, says: duckdb };
  const query = await duckdbQuery(call, run, path, duckdb);
  if (isRefusal(query) || 'en' in query) {
    duckdb.close();
    if (isRefusal(query)) return query;
    byTheEngine(call, run, query);
    return run;
  }
  return { ...run, rows: rowsBy(duckdb, query, call, run) };
}

/** The rows as the engine reads them, beside what DuckDB says of each: both read the file from its beginning to its end. */
async function* rowsBy(
  duckdb: Duckdb,
  query: DuckdbQuery,
  call: Call,
  run: RowRun,
): AsyncGenerator<AnsweredRow | Unreadable> {
  const blocks = duckdb.rows(query.text)[Symbol.asyncIterator]();
  let [block, at]: [readonly Found[], number] = [[], 0];
  const next = async (): Promise<Found | undefined> => {
    const more = await blocks.next();
    [block, at] = [more.done === true ? [] : more.value, 1];
    return block[0];
  };
  try {
    for (const statement of query.before) await duckdb.run(statement);
    for await (const rows of blocksOf(run.table))
      for (const row of rows) {
        if (isUnreadable(row)) {
          yield row;
          return;
        }
        const found = at < block.length ? block[at++] : await next();
        if (found === undefined) {
          yield otherRows;
          return;
        }
        yield answered(row, found, query, call, run);
      }
    if (at < block.length || (await next()) !== undefined) yield otherRows;
  } catch (error) {
    // What DuckDB cannot do, it says by an Error of no class of its own.
    const why = error instanceof Error ? error.message : String(error);
    yield { unreadable: { en: `DuckDB gave up: ${why}`, zh: `DuckDB 未能完成：${why}` } };
  } finally {
    duckdb.close();
  }
}

/** A row more or less would be a wrong result without a word. */
const otherRows: Unreadable = {
  unreadable: {
    en: 'DuckDB reads another number of rows in this file. Run without --engine, and report this.',
    zh: 'DuckDB 在此文件中读到的行数不同。请去掉 --engine 后再运行，并报告此问题。',
  },
};

function byTheEngine(call: Call, { table }: RowRun, why: Texts): void {
  remark(call, {
    en: `${table.name} is answered without DuckDB: ${why.en}.`,
    zh: `${table.name} 未经 DuckDB 计算：${why.zh}。`,
  });
}

/** What needs more of a row than its cells. */
function clashIn({ options }: Call): Refusal | undefined {
  const { map, atColumn, key, slips, against } = options;
  const given = Object.entries({
    '--map': map,
    '--at-column': atColumn,
    '--key': key,
    '--slips': slips,
    '--against': against,
  });
  const clash = given.find(([, value]) => value !== undefined);
  if (clash === undefined) return undefined;
  const [flag] = clash;
  return wrongUse(
    `DuckDB reads the table as it stands: --engine goes without ${flag}.`,
    `DuckDB 直接读取表格：--engine 不能与 ${flag} 同用。`,
  );
}

/** One row of the query: whether all cells that are read are plain, then value, status and flags of each decision. */
type Found = readonly (string | null)[];

function answered(
  row: Row,
  found: Found,
  { outputs }: DuckdbQuery,
  { options: { sourceOnly = false } }: Call,
  run: RowRun,
): AnsweredRow {
  const { ready, asked, columns } = run;
  const [plain, ...results] = found;
  const outcomes = plain === 'true' && row.problem === undefined ? outcomesIn(results, outputs, run) : undefined;
  if (outcomes !== undefined) return { row, ready, facts: { values: {}, unknown: [] }, outcomes };
  const reading = { columns, joined: [], repeated: new Map<string, number[]>() };
  return { row, ready, ...outcomesOf(row, problemOf(row, reading), reading, asked, ready, sourceOnly) };
}

/** Undefined where one of them needs the engine: for its reasons, its error, or numbers beyond those of SQL. */
function outcomesIn(
  found: Found,
  outputs: readonly SqlOutput[],
  { ready: { program } }: RowRun,
): readonly Outcome[] | undefined {
  const outcomes: Outcome[] = [];
  for (const [i, { decision, type }] of outputs.entries()) {
    const [value = null, status = null, flags = null] = found.slice(i * 3, i * 3 + 3);
    if (status === 'not-applicable') outcomes.push(toOutcome(program, decision, { status, flags: [] }));
    else if (status === 'determined' && value !== null) {
      const known = back(type.is === 'boolean' ? value === 'true' : canonical(value, type.is), type);
      outcomes.push(toOutcome(program, decision, { status, value: known, flags: flagsIn(flags) }));
    } else return undefined;
  }
  return outcomes;
}

const flagsIn = (flags: string | null): readonly string[] => (flags === null || flags === '' ? [] : flags.split(' '));

/** Decimal text without the zeros of its column; a moment as the engine writes it. */
function canonical(value: string, type: string): string {
  switch (type) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
    case 'date-time':
      return value.replace(' ', 'T');
    default:
      return value;
  }
}

import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { isUnreadable, type Unreadable } from '../tables/unreadable.ts';
import type { LeftOver } from '../tables/mapping/joined-table.ts';
import { placed, placeOf } from '../tables/mapping/place-columns.ts';
import { encodings } from '../tables/encoding.ts';
import { delimiterNames } from '../tables/delimiter.ts';
import { openTable, type TableSource } from '../host/table/open-table.ts';
import { tableFormats, type Table } from '../tables/table.ts';
import { unfitColumn } from '../host/parquet/messages.ts';
import type { Program } from '../ir/program.ts';
import { brokenPolicyOf } from '../program/broken.ts';
import { unknownDecision } from '../value/failures.ts';
import { rereadable } from '../host/table/rereadable.ts';
import { blockSource, headOf, type BlockSource } from './blocks/source.ts';
import { askRows, type AnsweredRow, type RowReading } from './ask-rows.ts';
import { columnsOf, type FactColumn } from '../tables/columns.ts';
import { subjectColumns } from '../tables/given.ts';
import { openJoined, openMapping, refusedFindings, type OpenMapping } from './mapping.ts';
import { allAsked, readyHandbook, refusedText, type Asked, type Ready } from './question.ts';
import { noSuchWord, wrongUse } from './refusals.ts';
import { placeOfPerson } from './person.ts';
import { readyOnDays } from './row-day.ts';
import { repeatedKeys } from '../tables/row-keys.ts';
import { isRefusal, remark, type Call, type Refusal } from './verb.ts';

/** A table about whose rows decisions are asked; nothing but its header was read yet. */
export interface RowRun {
  /** For the day that all rows share; a row with a day of its own says so itself. */
  readonly ready: Ready;
  readonly asked: readonly Asked[];
  readonly table: Table;
  readonly columns: readonly FactColumn[];
  /** Place of the column that tells rows apart, where there is one. */
  readonly personIndex: number | undefined;
  /** Places of the columns that a result repeats. */
  readonly kept: readonly number[];
  /** The tables that the mapping joins, by their files. */
  readonly joined: readonly string[];
  /** All rows in their order, once; what stops the reading comes last. Not where there are `blocks`. */
  readonly rows: AsyncIterable<AnsweredRow | Unreadable>;
  /** The same without the first rows, in place of `rows`. */
  readonly rowsAfter: (count: number) => AsyncIterable<AnsweredRow | Unreadable>;
  /** Where whole blocks of rows are answered in place of single ones. */
  readonly blocks?: BlockSource;
  /** Once all rows came: what of each joined table counted for nobody. */
  readonly leftOver: () => readonly LeftOver[];
}

/**
 * Opens the handbook, where it is not open already, and the table of `--in`, and asks the decisions about each row as it is
 * fetched. A table that is an earlier result (`isResult`) lacks what was ignored, and has columns that no mapping names.
 */
export async function answerRows(
  call: Call,
  decisions: readonly string[],
  opened?: Ready,
  { isResult = false, inBlocks = false }: Manner = {},
): Promise<RowRun | Refusal> {
  const { in: path, sourceOnly = false, atColumn, at, period } = call.options;
  if (path === undefined || path === '') return wrongUse('Name the table: --in FILE.', '请用 --in 指明表格文件。');
  if (atColumn !== undefined && (at !== undefined || period !== undefined)) {
    return wrongUse(
      'Name one day for all rows or a column with the day of each: --at-column excludes --at and --period.',
      '请为所有行指定一个日期，或指定日期所在的列：--at-column 不能与 --at、--period 同用。',
    );
  }
  const ready = opened ?? (await readyHandbook(call));
  if (isRefusal(ready)) return ready;
  const { program, loaded } = ready;
  const asked = allAsked(decisions, program);
  if (isRefusal(asked)) return asked;
  const unknown = asked.find(
    ({ decision }) =>
      !Object.hasOwn(program.decisions, decision) && brokenPolicyOf(loaded.handbook, decision) === undefined,
  );
  if (unknown !== undefined) return { exit: 2, says: unknownDecision(unknown.decision, program).message };
  // What cannot even be read is known only where the handbook is.
  const areThere = asked.every(({ decision }) => Object.hasOwn(program.decisions, decision));
  const rows = await openRows(call, ready, { isResult, inBlocks: inBlocks && areThere });
  if (isRefusal(rows)) return rows;
  const { table, reading, tables, blocks } = rows;
  const { columns, joined } = reading;
  return {
    ready,
    asked,
    table,
    columns,
    personIndex: reading.personIndex,
    kept: reading.kept,
    joined: tables,
    ...(blocks === undefined ? {} : { blocks }),
    rows: askRows(table, reading, asked, ready, sourceOnly),
    rowsAfter: (count) => askRows({ rows: withoutFirst(table.rows, count) }, reading, asked, ready, sourceOnly),
    leftOver: () => joined.map((one) => one.leftOver(table.name)),
  };
}

/** `isResult`: the table is an earlier result. `inBlocks`: whole blocks of rows will do, where the table can be cut into them. */
interface Manner {
  readonly isResult?: boolean;
  readonly inBlocks?: boolean;
}

async function* withoutFirst(
  rows: Table['rows'],
  count: number,
): Table['rows'] extends AsyncIterable<infer One> ? AsyncGenerator<One> : never {
  let left = count;
  for await (const row of rows) {
    if (left === 0 || isUnreadable(row)) yield row;
    else left -= 1;
  }
}

/** The table of `--in`, and how its rows become questions. */
export interface OpenRows {
  /** The table holds nothing but its header then. */
  readonly blocks?: BlockSource;
  readonly table: Table;
  readonly reading: RowReading & { readonly kept: readonly number[] };
  /** The tables that the mapping joins, by their files. */
  readonly tables: readonly string[];
}

/** Opens the table of `--in` with its mapping; nothing but its header is read, unless rows are told apart by a key. */
export async function openRows(
  call: Call,
  ready: Ready,
  { isResult = false, inBlocks = false }: Manner = {},
): Promise<OpenRows | Refusal> {
  const { in: path = '' } = call.options;
  const mapping = await openMapping(call, ready.program);
  if (isRefusal(mapping)) return mapping;
  const blocks = inBlocks ? await blockSource(call, mapping) : undefined;
  const from = blocks === undefined ? await inputFrom(path, call, mapping) : headOf(blocks);
  const table = await openInput(path, call, mapping, from);
  if (isRefusal(table)) return table;
  const found = await readingOf(call, table, ready, mapping, isResult);
  if (isRefusal(found)) return found;
  if (blocks !== undefined) return { table, reading: { ...found, repeated: new Map() }, tables: [], blocks };
  const { personIndex } = found;
  const forKeys = personIndex === undefined ? undefined : await openInput(path, call, mapping, from);
  if (isRefusal(forKeys)) return forKeys;
  const repeated =
    personIndex === undefined || forKeys === undefined ? new Map() : await repeatedKeys(forKeys, personIndex);
  if (isUnreadable(repeated)) return refusedText(repeated);
  const tables = (mapping?.checked.tables ?? []).map(({ table: { file } }) => file.text);
  return { table, reading: { ...found, repeated }, tables };
}

/** Where rows are told apart by a key, all keys are read before the first row is asked about. */
function inputFrom(path: string, call: Call, mapping: OpenMapping | undefined): Promise<From> | From {
  const { key, slips, against } = call.options;
  const from = plainFrom(path, call);
  return [key, slips, against, mapping?.value.key].every((one) => one === undefined) ? from : rereadable(from);
}

type From = TableSource['from'];

function plainFrom(path: string, { io }: Call): From {
  return path === '-' ? { bytes: io.stdin() } : { path: resolve(io.cwd, path) };
}

/** A table by its path, or from standard input; the mapping may say where in the file it stands. */
export async function openInput(
  path: string,
  call: Call,
  mapping?: OpenMapping,
  from: From = plainFrom(path, call),
): Promise<Table | Refusal> {
  const { options } = call;
  const { format: written, encoding: spelled, delimiter: between } = options;
  const format = tableFormats.find((word) => word === written);
  const encoding = encodings.find((word) => word === spelled?.toLowerCase());
  if (written !== undefined && format === undefined) return noSuchWord('--format', written, tableFormats);
  if (spelled !== undefined && encoding === undefined) return noSuchWord('--encoding', spelled, encodings);
  const delimiter = delimiterNames.find((word) => word === between);
  if (between !== undefined && delimiter === undefined) return noSuchWord('--delimiter', between, delimiterNames);
  const sheet = options.sheet ?? mapping?.value.sheet?.text;
  const headerRow = mapping?.value['header-row'];
  const name = path === '-' ? '<stdin>' : path;
  const table = await openTable({ name, from, format, encoding, delimiter, sheet, headerRow });
  return isUnreadable(table) ? refusedText(table) : table;
}

type Found = Omit<RowReading, 'repeated'> & { readonly kept: readonly number[] };

async function readingOf(
  call: Call,
  { header, name, typed }: Table,
  ready: Ready,
  mapping: OpenMapping | undefined,
  isResult: boolean,
): Promise<Found | Refusal> {
  const { program } = ready;
  const { atColumn, slips, against } = call.options;
  const dayIndex = atColumn === undefined ? undefined : header.indexOf(atColumn);
  if (dayIndex === -1) return noSuchWord('--at-column', atColumn ?? '', header);
  const found: Diagnostic[] = [];
  const key = mapping?.value.key;
  const keyIndex = key === undefined ? undefined : placeOf(key, header, name, found);
  const uses = placed(mapping?.checked.columns ?? [], header, name, found, isResult);
  if (mapping !== undefined && found.length > 0) return refusedFindings(found, mapping.file);
  const person = placeOfPerson(call, { name, header }, keyIndex);
  if (isRefusal(person)) return person;
  // Slips and differences are of people, so there the first column tells them apart where nothing else does.
  const personIndex = person ?? (slips === undefined && against === undefined ? undefined : 0);
  const known = [keyIndex, person, dayIndex].flatMap((index) => index ?? []);
  const hasTables = (mapping?.checked.tables ?? []).length > 0;
  const columns = columnsOf(header, name, program, {
    uses,
    known,
    hasTables,
    others: isResult ? 'keep' : (mapping?.value['other-columns'] ?? 'keep'),
  });
  if (isUnreadable(columns)) return refusedText(columns);
  const unfit = columns.facts.flatMap(({ header: column, fact, index }) => {
    const why = typed?.[index]?.unfit;
    return why === undefined ? [] : [unfitColumn(name, column, fact, why)];
  });
  if (unfit[0] !== undefined) return refusedText(unfit[0]);
  for (const doubt of columns.doubts) remark(call, doubt);
  const joined = mapping === undefined ? [] : await openJoined(call, mapping, program);
  if (isRefusal(joined)) return joined;
  // They repeat cells, which may name people.
  const told = call.options.pseudonymous === undefined ? joined : [];
  for (const { remarks } of told) for (const text of remarks.slice(0, mostRemarks)) remark(call, text);
  return {
    columns: columns.facts.map((column) =>
      typed?.[column.index]?.isNumber === true
        ? { ...column, unit: column.unit ?? ownUnit(column.fact, program) }
        : column,
    ),
    kept: columns.kept,
    keyIndex,
    personIndex,
    dayIndex,
    subjects: subjectColumns(uses),
    joined,
    onDay: readyOnDays(ready),
  };
}

/** What numbers of a fact count where their column says no unit; percentages must say whether 0.35 or 35 is meant. */
function ownUnit(fact: string, { facts }: Program): string | undefined {
  const type = facts[fact]?.type;
  switch (type?.is) {
    case 'money':
      return type.currency;
    case 'quantity':
      return type.unit;
    case 'duration':
      return type.family;
    default:
      return undefined;
  }
}

/** Of what does not read in one joined table. */
const mostRemarks = 20;

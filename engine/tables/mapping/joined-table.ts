import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import { readFacts, type RawFact } from '../../value/facts.ts';
import { isUnreadable, type Unreadable } from '../unreadable.ts';
import { textOf, type Cell } from '../cell.ts';
import { rowPlace, type Row, type Table } from '../table.ts';
import type { CheckedTable, ColumnUse } from './check-mapping.ts';
import { rawIn } from './in-unit.ts';
import { keyTwice, nobodysRows, noRows, rowWithoutKey, unreadableRow } from './join-messages.ts';
import { watchPercent } from './percent-doubt.ts';
import { placed, placeOf, plainHeader } from './place-columns.ts';

/** What a joined table says of one key: facts, and why some of them cannot be used. */
export interface Joined {
  readonly given: ReadonlyMap<string, RawFact>;
  readonly problems: ReadonlyMap<string, Texts>;
}

/** A table that is held whole, by its key. */
export interface JoinedTable {
  /** The facts that it gives. */
  readonly facts: readonly string[];
  readonly of: (key: string) => Joined;
  /** The main table has a row of this key. */
  readonly claim: (key: string) => void;
  /** What may be meant otherwise, then cells that do not read; their rows are still there. */
  readonly remarks: readonly Texts[];
  /** Rows whose key no row of the main table claimed; `main` is what messages call that. */
  readonly leftOver: (main: string) => LeftOver;
}

/** Rows of a joined table that counted for nobody. */
export interface LeftOver {
  /** Each row without a key: whose it is nobody knows. */
  readonly keyless: readonly Texts[];
  /** The others in one text: the table may be of a larger company. */
  readonly others: readonly Texts[];
}

interface Entry {
  readonly lines: number[];
  readonly given: Map<string, RawFact>;
  readonly elements: RawFact[];
  readonly problems: Map<string, Texts>;
}

type FactUse = Extract<ColumnUse, { use: 'fact' }>;

export async function joinTable(
  table: Table,
  { table: mapped, list, columns }: CheckedTable,
  program: Program,
): Promise<JoinedTable | Unreadable | readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const keyIndex = placeOf(mapped.key, table.header, table.name, found);
  const uses = [...placed(columns, table.header, table.name, found)].flatMap(([index, use]) =>
    use.use === 'fact' ? [[index, use] as const] : [],
  );
  if (keyIndex === undefined || found.length > 0) return found;
  const entries = new Map<string, Entry>();
  const remarks: Texts[] = [];
  const percents = watchPercent(
    table,
    uses.map(([index, { unit }]) => ({ index, unit })),
  );
  for await (const row of table.rows) {
    if (isUnreadable(row)) return row;
    const keyCell = row.cells[keyIndex] ?? '';
    const problem = row.problem ?? unfitOf(keyCell);
    if (problem !== undefined) return unreadableRow(rowPlace(table, row.line), problem);
    const key = plainHeader(textOf(keyCell));
    percents.see(row);
    const entry = entries.get(key) ?? newEntry();
    entries.set(key, entry);
    entry.lines.push(row.line);
    if (list === undefined) addColumns(entry, row, uses, table);
    else addElement(entry, row, uses, list, table, program, remarks);
  }
  const claimed = new Set<string>();
  const facts = list === undefined ? uses.map(([, { fact }]) => fact) : [list];
  return {
    facts,
    remarks: [...percents.doubts(), ...remarks],
    of: (key) => {
      const entry = entries.get(key);
      return entry ?? withoutRows(mapped['without-rows'], facts, list, table, key);
    },
    claim: (key) => {
      claimed.add(key);
    },
    leftOver: (main) => {
      const rows = [...entries].flatMap(([key, { lines }]) =>
        key === '' || claimed.has(key) ? [] : lines.map((line) => ({ key, line })),
      );
      const keyless = entries.get('')?.lines ?? [];
      return {
        keyless: keyless.map((line) => rowWithoutKey(rowPlace(table, line))),
        others: rows.length === 0 ? [] : [nobodysRows(table.name, main, rows)],
      };
    },
  };
}

const newEntry = (): Entry => ({ lines: [], given: new Map(), elements: [], problems: new Map() });

function unfitOf(cell: Cell): Texts | undefined {
  return typeof cell === 'string' ? undefined : cell.unfit;
}

function addColumns(
  entry: Entry,
  { line, cells }: Row,
  uses: readonly (readonly [number, FactUse])[],
  table: Table,
): void {
  const [first = line] = entry.lines;
  for (const [index, { fact, unit }] of uses) {
    const cell = cells[index] ?? '';
    entry.given.set(fact, rawIn(cell, unit));
    const problem = first === line ? unfitOf(cell) : keyTwice(first);
    if (problem !== undefined) entry.problems.set(fact, at(table, line, index, problem));
  }
}

function addElement(
  entry: Entry,
  { line, cells }: Row,
  uses: readonly (readonly [number, FactUse])[],
  list: string,
  table: Table,
  program: Program,
  remarks: Texts[],
): void {
  const fields = uses.map(([index, { fact, unit }]) => [fact, rawIn(cells[index] ?? '', unit)] as const);
  const element = Object.fromEntries(fields);
  entry.elements.push(element);
  entry.given.set(list, entry.elements);
  for (const [index] of uses) {
    const problem = unfitOf(cells[index] ?? '');
    if (problem !== undefined) entry.problems.set(list, at(table, line, index, problem));
  }
  // Read alone, so that what does not read is told with its own place.
  const read = readFacts(program, { [list]: [element] }).values[list];
  const item = read?.is === 'list' ? read.items[0] : undefined;
  for (const [index, { fact }] of uses) {
    const value: Value | undefined = item?.is === 'record' ? item.fields[fact] : undefined;
    if (value?.is === 'invalid') remarks.push(at(table, line, index, value.message));
  }
}

/** A text that begins with the place of a cell. */
function at(table: Table, line: number, index: number, text: Texts): Texts {
  const place = rowPlace(table, line);
  const column = table.header[index] ?? '';
  const address = table.sheet === undefined ? '' : ` (${table.sheet.address(line, index)})`;
  return {
    en: `${place.en}: column “${column}”${address}: ${text.en}`,
    zh: `${place.zh}: 列“${column}”${address}：${text.zh}`,
  };
}

function withoutRows(
  means: 'empty' | 'absent' | 'error',
  facts: readonly string[],
  list: string | undefined,
  { name }: Table,
  key: string,
): Joined {
  const none = new Map<string, never>();
  switch (means) {
    case 'absent':
      return { given: none, problems: none };
    case 'empty':
      return { given: list === undefined ? none : new Map([[list, []]]), problems: none };
    case 'error':
      return { given: none, problems: new Map(facts.map((fact) => [fact, noRows(name, key)])) };
  }
}

import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import { sourceFile } from '../../source/source-file.ts';
import { columnsOf } from '../../tables/columns.ts';
import { subjectColumns, type TableReading } from '../../tables/given.ts';
import { checkMapping } from '../../tables/mapping/check-mapping.ts';
import { joinTable, type JoinedTable } from '../../tables/mapping/joined-table.ts';
import { parseMapping } from '../../tables/mapping/parse-mapping.ts';
import { placed, placeOf } from '../../tables/mapping/place-columns.ts';
import { repeatedKeys } from '../../tables/row-keys.ts';
import type { Row, Table } from '../../tables/table.ts';
import { tableOfText } from '../../tables/table-of-text.ts';
import { isUnreadable, type Unreadable } from '../../tables/unreadable.ts';
import type { FileText } from '../workspace.ts';

/** A table of people or orders with all that belongs to it, as texts. */
export interface PopulationTexts {
  readonly table: FileText;
  readonly mapping?: FileText;
  /** Other tables of the folder; the mapping says which of them count, by their names seen from it. */
  readonly others: readonly FileText[];
}

interface OpenPopulation {
  readonly rows: readonly Row[];
  readonly reading: TableReading;
  readonly header: readonly string[];
}

/** The rows of a population, and what its columns are; or why it cannot be read. */
export async function openPopulation(
  { table: file, mapping, others }: PopulationTexts,
  program: Program,
): Promise<OpenPopulation | Unreadable> {
  const open = (): Table | Unreadable => tableOfText(file.path, file.text);
  const table = open();
  if (isUnreadable(table)) return table;
  const mapped = mapping === undefined ? undefined : parseMapping(sourceFile(mapping.path, mapping.text));
  const checked = mapped?.value === undefined ? undefined : checkMapping(mapped.value, program);
  const wrong = [...(mapped?.value === undefined ? (mapped?.diagnostics ?? []) : []), ...(checked?.diagnostics ?? [])];
  const found: Diagnostic[] = [...wrong];
  const key = mapped?.value?.key;
  const keyIndex = key === undefined ? undefined : placeOf(key, table.header, table.name, found);
  const uses = placed(checked?.columns ?? [], table.header, table.name, found);
  if (found.length > 0) return mistakes(found);
  const tables = checked?.tables ?? [];
  const known = keyIndex === undefined ? [] : [keyIndex];
  const rest = mapped?.value?.['other-columns'] ?? 'keep';
  const columns = columnsOf(table.header, table.name, program, {
    uses,
    known,
    hasTables: tables.length > 0,
    others: rest,
  });
  if (isUnreadable(columns)) return columns;
  const joined: JoinedTable[] = [];
  for (const one of tables) {
    const name = one.table.file.text;
    const path = `${(mapping?.path ?? '').replace(/[^/]*$/, '')}${name}`;
    const text = others.find((other) => other.path === path)?.text;
    if (text === undefined) return missing(name);
    const other = tableOfText(name, text, one.table['header-row']);
    if (isUnreadable(other)) return other;
    const read = await joinTable(other, one, program);
    if (isUnreadable(read)) return read;
    if (!('of' in read)) return mistakes(read);
    joined.push(read);
  }
  const again = open();
  if (isUnreadable(again)) return again;
  const repeated = keyIndex === undefined ? new Map<string, number[]>() : await repeatedKeys(again, keyIndex);
  if (isUnreadable(repeated)) return repeated;
  const rows: Row[] = [];
  for await (const row of table.rows) {
    if (isUnreadable(row)) return row;
    rows.push(row);
  }
  return {
    rows,
    header: table.header,
    reading: {
      columns: columns.facts,
      keyIndex,
      personIndex: keyIndex,
      subjects: subjectColumns(uses),
      repeated,
      joined,
    },
  };
}

const mistakes = (found: readonly Diagnostic[]): Unreadable => ({
  unreadable: {
    en: found.map(({ span, message }) => `${span.file}: ${message.en}`).join(' '),
    zh: found.map(({ span, message }) => `${span.file}：${message.zh}`).join(''),
  },
});

const missing = (name: string): Unreadable => ({
  unreadable: {
    en: `The mapping names ${name}, which is not here.`,
    zh: `映射所指的 ${name} 不在此处。`,
  },
});

import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { delimiterIn, signOf } from './delimiter.ts';
import { fitted, type Line } from './fitted.ts';
import { emptyTable, noTable } from './messages.ts';
import type { Row, Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

/** A table of comma-separated values (RFC 4180) whose text is there already, whole. */
export function tableOfText(name: string, raw: string, headerRow = 1): Table | Unreadable {
  const text = raw.replace(/^\uFEFF/, '');
  const delimiter = delimiterIn(text.split('\n')[headerRow - 1] ?? '');
  const lines = linesIn(name, text, signOf[delimiter]);
  if ('unreadable' in lines) return lines;
  const header = lines[headerRow - 1]?.cells;
  if (header === undefined) return emptyTable(name);
  const rows = lines.slice(headerRow).flatMap((line): readonly Row[] => {
    if (line.cells.length === header.length) return [line];
    return line.cells.length > 1 || line.cells[0] !== '' ? [fitted(line, header.length)] : [];
  });
  const manner = { mark: false, delimiter, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' } as const;
  return { name, format: 'csv', header, manner, rows: inOrder(rows) };
}

/** Tables give their rows as they come; these are there already. */
function inOrder(rows: readonly Row[]): AsyncIterable<Row> {
  return {
    [Symbol.asyncIterator]: () => {
      const all = rows.values();
      return { next: () => Promise.resolve(all.next()) };
    },
  };
}

function linesIn(name: string, text: string, delimiter: string): readonly Line[] | Unreadable {
  const lines: Line[] = [];
  let next = 1;
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      delimiter,
      on_record: (cells: string[]) => {
        lines.push({ line: next, cells });
        next += 1 + cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return noTable(name, next, error.code);
    throw error;
  }
  return lines;
}

import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/** The cells of one record of a text table, without its line end; a code where its quotes go astray. */
export function cellsIn(record: string, delimiter: string): readonly string[] | { readonly code: string } {
  // Without quotes a cell is what stands between delimiters.
  if (!record.includes('"')) return record.split(delimiter);
  return quotedCells(record, delimiter) ?? parsed(record, delimiter);
}

/** Cells that are quoted whole, or not at all; undefined for all else. */
function quotedCells(record: string, delimiter: string): readonly string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; ;) {
    if (record[at] !== '"') {
      const next = record.indexOf(delimiter, at);
      const cell = record.slice(at, next < 0 ? record.length : next);
      if (cell.includes('"')) return undefined;
      cells.push(cell);
      if (next < 0) return cells;
      at = next + 1;
      continue;
    }
    let end = record.indexOf('"', at + 1);
    while (end >= 0 && record[end + 1] === '"') end = record.indexOf('"', end + 2);
    if (end < 0) return undefined;
    cells.push(record.slice(at + 1, end).replaceAll('""', '"'));
    if (end + 1 === record.length) return cells;
    if (record[end + 1] !== delimiter) return undefined;
    at = end + 2;
  }
}

function parsed(record: string, delimiter: string): readonly string[] | { readonly code: string } {
  try {
    const [cells] = parse(record, { relax_column_count: true, record_delimiter: ['\r\n', '\n'], delimiter });
    return cells ?? [''];
  } catch (error) {
    if (error instanceof CsvError) return { code: error.code };
    throw error;
  }
}

import { open, type FileHandle } from 'node:fs/promises';
import { parquetMetadataAsync, parquetRead, parquetSchema, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Row, Table } from '../../tables/table.ts';
import type { Unreadable } from '../../tables/unreadable.ts';
import { whyUnreadable } from '../read-text.ts';
import { columnOf, type ParquetColumn } from './columns.ts';
import { nestedColumn, noParquet } from './messages.ts';

/** Begins to read a Parquet file, one group of rows at a time. Rows are numbered from 1. */
export async function readParquet(path: string, name: string, missing: Unreadable): Promise<Table | Unreadable> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    return whyUnreadable(error, name, missing);
  }
  try {
    const { size } = await file.stat();
    const metadata = await parquetMetadataAsync(bufferOf(file, size));
    const children = parquetSchema(metadata).children;
    const columns: ParquetColumn[] = [];
    for (const { element, children: parts } of children) {
      const column = parts.length > 0 ? undefined : columnOf(element);
      if (column === undefined) return nestedColumn(name, element.name);
      columns.push(column);
    }
    return {
      name,
      format: 'parquet',
      header: columns.map(({ element }) => element.name),
      manner: { mark: false, lineEnd: '\n' },
      typed: columns,
      rows: rowsOf(path, name, metadata, columns),
    };
  } catch (error) {
    return noParquet(name, error);
  } finally {
    await file.close();
  }
}

async function* rowsOf(
  path: string,
  name: string,
  metadata: FileMetaData,
  columns: readonly ParquetColumn[],
): AsyncGenerator<Row | Unreadable, void, undefined> {
  const file = await open(path);
  let [line, rowStart] = [0, 0];
  try {
    const { size } = await file.stat();
    const stored = asStored(metadata);
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      let rows: readonly (readonly unknown[])[] = [];
      const onComplete = (read: unknown[][]): void => {
        rows = read;
      };
      await parquetRead({
        file: bufferOf(file, size),
        metadata: stored,
        compressors,
        utf8: false,
        geoparquet: false,
        rowStart,
        rowEnd,
        onComplete,
      });
      for (const values of rows) {
        line += 1;
        yield { line, cells: columns.map(({ cellOf }, i) => cellOf(values[i])), values };
      }
      rowStart = rowEnd;
    }
  } catch (error) {
    yield noParquet(name, error);
  } finally {
    await file.close();
  }
}

/** The library would make floats of decimals and dates of days: without their meaning it gives values as they are stored. */
function asStored(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map(({ converted_type: _converted, logical_type: _logical, ...element }) => element);
  return { ...metadata, schema };
}

function bufferOf(file: FileHandle, byteLength: number): AsyncBuffer {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      const from = start < 0 ? byteLength + start : start;
      const bytes = new Uint8Array(Math.max(0, end - from));
      let filled = 0;
      for (let read = -1; read !== 0 && filled < bytes.length; filled += read)
        read = (await file.read(bytes, filled, bytes.length - filled, from + filled)).bytesRead;
      return bytes.buffer;
    },
  };
}

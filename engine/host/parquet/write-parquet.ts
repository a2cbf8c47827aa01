import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet';
import { unitsOf } from './values.ts';

/** A column as it is written: values as they are stored, text as text. */
interface WrittenColumn {
  readonly element: SchemaElement;
  readonly values: unknown[];
}

/** A Parquet file in pieces: each group of rows becomes bytes at once. */
export interface ParquetPieces {
  /** All columns have as many values. */
  readonly group: (columns: readonly WrittenColumn[]) => Uint8Array;
  readonly end: () => Uint8Array;
}

export const textElement = (name: string): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
  repetition_type: 'OPTIONAL',
});

/** `createdBy` is the only thing in it that the columns do not say: the same rows give the same bytes. */
export function parquetPieces(elements: readonly SchemaElement[], createdBy: string): ParquetPieces {
  const writer = new ByteWriter();
  const root: SchemaElement = { name: 'root', num_children: elements.length };
  const file = new ParquetWriter({ writer, schema: [root, ...elements.map(asWritten)], createdBy, statistics: false });
  const taken = (): Uint8Array => {
    const bytes = new Uint8Array(writer.buffer, 0, writer.index).slice();
    writer.index = 0;
    return bytes;
  };
  return {
    group: (columns) => {
      const columnData = columns.map(({ element, values }) => ({
        name: element.name,
        data: values.map((value) => stored(value, element)),
      }));
      const rows = columns[0]?.values.length ?? 0;
      if (rows > 0) void file.write({ columnData, rowGroupSize: rows });
      return taken();
    },
    end: () => {
      void file.finish();
      return taken();
    },
  };
}

/** JSON stays the text that it is; what only the library would know how to say stays bytes. */
function asWritten({ logical_type: logical, ...element }: SchemaElement): SchemaElement {
  if (element.converted_type === 'JSON' || logical?.type === 'JSON')
    return { ...textElement(element.name), repetition_type: element.repetition_type ?? 'OPTIONAL' };
  const isBytes = logical?.type === 'FLOAT16' || logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY';
  return logical === undefined || isBytes ? element : { ...element, logical_type: logical };
}

/** A stored value in the form in which the library takes it without touching it. */
function stored(value: unknown, element: SchemaElement): unknown {
  if (value === null || value === undefined) return null;
  const { converted_type: converted, logical_type: logical } = element;
  if (converted === 'DECIMAL') return unitsOf(value);
  const isUnsigned = converted === 'UINT_32' || (logical?.type === 'INTEGER' && !logical.isSigned);
  return isUnsigned && typeof value === 'number' ? value >>> 0 : value;
}

import type { SchemaElement } from 'hyparquet';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Cell } from '../../tables/cell.ts';
import type { TypedColumn } from '../../tables/table.ts';
import { dayOf, decimalOf, hexOf, momentOf, timeOf, wholeOf } from './values.ts';

/** How the values of a column, as they are stored, are cells. */
export interface ParquetColumn extends TypedColumn {
  readonly element: SchemaElement;
  readonly cellOf: (value: unknown) => Cell;
}

/** Undefined for what is no plain column: lists, records, and types of a time when nothing was certain. */
export function columnOf(element: SchemaElement): ParquetColumn | undefined {
  const { type, converted_type: converted, logical_type: logical, scale = 0, repetition_type: repetition } = element;
  const isNested = element.num_children !== undefined || repetition === 'REPEATED' || type === undefined;
  if (isNested || type === 'INT96' || converted === 'INTERVAL' || converted === 'BSON') return undefined;
  const column = (textOf: (value: unknown) => string, unfit?: Texts): ParquetColumn => ({
    element,
    isNumber: false,
    cellOf: (value) => (value === null || value === undefined ? '' : textOf(value)),
    ...(unfit === undefined ? {} : { unfit }),
  });
  const numbers = (digitsOf: (value: unknown) => string): ParquetColumn => ({
    element,
    isNumber: true,
    cellOf: (value) => {
      if (value === null || value === undefined) return '';
      const digits = digitsOf(value);
      return { text: digits, raw: { source: digits }, stored: { digits } };
    },
  });
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL')
    return numbers((value) => decimalOf(value, logical?.type === 'DECIMAL' ? logical.scale : scale));
  if (converted === 'DATE' || logical?.type === 'DATE') return column((value) => dayOf(Number(value)));
  if (logical?.type === 'TIMESTAMP')
    return column(
      (value) => momentOf(value, logical.unit, logical.isAdjustedToUTC),
      logical.isAdjustedToUTC ? inUtc : undefined,
    );
  if (converted === 'TIMESTAMP_MILLIS') return column((value) => momentOf(value, 'MILLIS', true), inUtc);
  if (converted === 'TIMESTAMP_MICROS') return column((value) => momentOf(value, 'MICROS', true), inUtc);
  if (logical?.type === 'TIME')
    return column((value) => timeOf(value, logical.unit), logical.isAdjustedToUTC ? inUtc : undefined);
  if (converted === 'TIME_MILLIS') return column((value) => timeOf(value, 'MILLIS'), inUtc);
  if (converted === 'TIME_MICROS') return column((value) => timeOf(value, 'MICROS'), inUtc);
  const isText = converted === 'UTF8' || converted === 'ENUM' || converted === 'JSON';
  if (isText || logical?.type === 'STRING' || logical?.type === 'ENUM' || logical?.type === 'JSON')
    return texts(element);
  if (logical?.type === 'FLOAT16') return column(hexOf, floating('FLOAT16'));
  switch (type) {
    case 'BOOLEAN':
      return {
        element,
        isNumber: false,
        cellOf: (value) =>
          typeof value === 'boolean' ? { text: String(value), raw: value, stored: { truth: value } } : '',
      };
    case 'INT32':
    case 'INT64':
      return numbers((value) => wholeOf(value, element));
    case 'FLOAT':
    case 'DOUBLE':
      return column(String, floating(type));
    default:
      return column(hexOf, {
        en: 'it holds bytes that are not said to be text. Write it as a column of strings.',
        zh: '其内容为未标明是文本的字节。请写成字符串列。',
      });
  }
}

/** Bytes that are said to be text, and are. */
function texts(element: SchemaElement): ParquetColumn {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return {
    element,
    isNumber: false,
    cellOf: (value) => {
      if (!(value instanceof Uint8Array)) return '';
      try {
        return decoder.decode(value);
      } catch {
        const text = hexOf(value);
        const unfit = { en: 'The bytes of this text are not UTF-8.', zh: '此文本的字节不是 UTF-8。' };
        return { text, raw: text, unfit };
      }
    },
  };
}

const inUtc: Texts = {
  en: 'its times are instants in UTC, and a policy speaks of the time where it holds. Write it as local time (a timestamp without time zone).',
  zh: '其时间为 UTC 时刻，而规定以当地时间为准。请写成不带时区的当地时间。',
};

const floating = (type: string): Texts => ({
  en: `it holds floating-point numbers (${type}), which say 0.1 only nearly, and figures are exact here. Write it as DECIMAL, or as whole numbers: CAST(… AS DECIMAL(18,2)).`,
  zh: `其内容为浮点数（${type}），连 0.1 也只能近似表示，而此处的数字都是精确的。请写成 DECIMAL 或整数：CAST(… AS DECIMAL(18,2))。`,
});

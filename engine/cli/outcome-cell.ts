import type { Cell } from '../tables/cell.ts';
import { serialOf } from '../host/xlsx/serial-date.ts';
import type { Outcome } from '../ir/outcome.ts';
import { shiftDigits } from '../value/digits.ts';

/** The value of an outcome as a cell of a workbook: a number with its unit in the format where 15 digits hold it. */
export function outcomeCell({ value = '', type }: Outcome): Cell {
  const [, digits = '', unit = ''] = /^(-?\d+(?:\.\d+)?)(?: ?(\S.*))?$/u.exec(value) ?? [];
  const kind = type.split(/[ (]/)[0];
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= '1900-03-01')
    return { text: value, raw: value, stored: { digits: serialOf(value), format: 'yyyy-mm-dd' } };
  if (kind === 'boolean') return { text: value, raw: value, stored: { truth: value === 'true' } };
  if (digits === '' || digits.replaceAll(/[-.]/g, '').replace(/^0+/, '').length > 15) return value;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  switch (kind) {
    case 'number':
      return { text: value, raw: value, stored: { digits } };
    case 'percent':
      return { text: value, raw: value, stored: { digits: shiftDigits(digits, -2), format: `0${places}%` } };
    case 'money':
      return { text: value, raw: value, stored: { digits, format: `#,##0${places}" ${unit}"` } };
    case 'quantity':
      return { text: value, raw: value, stored: { digits, format: `0${places}" ${unit.replaceAll('"', '')}"` } };
    default:
      return value;
  }
}

import type { Texts } from '../../diagnostic/diagnostic.ts';
import { shiftDigits } from '../../value/digits.ts';
import type { Cell } from '../../tables/cell.ts';
import { errorCell, formulaWithoutValue, notAMoment, notInMinutes, tooManyDigits, unknownString } from './messages.ts';
import { codeOf, shownAs } from './number-format.ts';
import { clockOf, minutesOf, momentOf } from './serial-date.ts';
import { exactNumber } from './stored-number.ts';
import type { Format, Workbook } from './workbook.ts';
import { unescaped } from './xml.ts';

/** A cell as its XML says. */
export interface StoredCell {
  readonly type: string;
  readonly style: number;
  /** The stored value; undefined where there is none. */
  readonly value: string | undefined;
  readonly hasFormula: boolean;
}

/** What the cell says, by its type and number format. */
export function cellOf({ type, style, value, hasFormula }: StoredCell, workbook: Workbook): Cell {
  if (value === undefined) return hasFormula ? unfit('', formulaWithoutValue) : '';
  switch (type) {
    case 's': {
      const text = workbook.strings[Number(value)];
      return text ?? unfit('', unknownString(value));
    }
    case 'str':
    case 'inlineStr':
      return unescaped(value);
    case 'b':
      return { text: value === '1' ? 'true' : 'false', raw: value === '1', stored: { truth: value === '1' } };
    case 'e':
      return unfit(value, errorCell(value));
    case 'd':
      return value;
    default:
      return value.trim() === '' ? '' : numberOf(value, workbook.formats[style] ?? { id: 0 }, workbook);
  }
}

export function unfit(text: string, why: Texts): Cell {
  return { text, raw: null, unfit: why };
}

function numberOf(stored: string, format: Format, { from1904 }: Workbook): Cell {
  const shown = shownAs(format);
  if (shown.as === 'date' || shown.as === 'time') {
    const moment = momentOf(stored, from1904);
    if (moment === undefined) return unfit(stored, notAMoment(stored));
    const { day, seconds } = moment;
    const clock = clockOf(seconds);
    const text = day === undefined ? clock : seconds === 0 && shown.as === 'date' ? day : `${day}T${clock}`;
    // A count from 1904 would be another day in a new workbook; there the text stands.
    return from1904 ? text : { text, raw: text, stored: withCode(stored, format) };
  }
  if (shown.as === 'elapsed') {
    const minutes = minutesOf(stored);
    if (minutes === undefined) return unfit(stored, notInMinutes(stored));
    const text = `${minutes} minutes`;
    return { text, raw: text, stored: withCode(stored, format) };
  }
  const digits = exactNumber(stored);
  if (digits === undefined) return unfit(stored, tooManyDigits(stored));
  const kept = withCode(digits, format);
  switch (shown.as) {
    case 'percent': {
      const text = `${shiftDigits(digits, 2)}%`;
      return { text, raw: text, stored: kept };
    }
    case 'number': {
      if (shown.unit === undefined) return { text: digits, raw: digits, stored: kept };
      const text = `${digits} ${shown.unit}`;
      return { text, raw: text, stored: kept };
    }
  }
}

function withCode(digits: string, format: Format): { readonly digits: string; readonly format?: string } {
  const code = codeOf(format);
  return code === undefined ? { digits } : { digits, format: code };
}

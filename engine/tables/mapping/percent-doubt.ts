import type { Texts } from '../../diagnostic/diagnostic.ts';
import { shiftDigits } from '../../value/digits.ts';
import { shortened } from '../../value/invalid.ts';
import { bareNumber } from '../cell.ts';
import { rowPlace, type Row, type Table } from '../table.ts';

/** Looks at bare numbers that a mapping makes percentages: 0.95 as 0.95 % is hardly ever meant, and no cell alone can say so. */
interface PercentWatch {
  readonly see: (row: Row) => void;
  /** What was seen, as plain data: for somebody who watches the whole table … */
  readonly seen: () => readonly PercentSeen[];
  /** … and adds it in the order of the rows, whose lines are so many further down. */
  readonly add: (seen: readonly PercentSeen[], lines: number) => void;
  /** Once all rows were seen: at most one text a column, with its first doubtful cell. */
  readonly doubts: () => readonly Texts[];
}

interface Watched extends PercentSeen {
  readonly unit: string;
  readonly index: number;
}

/** Of one column: numbers but zero, those that would be at most 2 %, and the first of these and above 1000 %. */
export interface PercentSeen {
  numbers: number;
  small: number;
  firstSmall?: Seen;
  firstHuge?: Seen;
}

interface Seen {
  readonly line: number;
  readonly digits: string;
}

/** Units of a mapping that make bare numbers percentages. */
export const percentUnits: readonly string[] = ['percent', '%', 'ratio'];

/**
 * Doubts a column in percent where most numbers but zero are at most 2 or one is above 1000, and one in ratio where one is above
 * 10 (1000 %).
 */
export function watchPercent(
  table: Pick<Table, 'name' | 'sheet' | 'header'>,
  columns: readonly { readonly index: number; readonly unit?: string | undefined }[],
): PercentWatch {
  const watched = columns.flatMap(({ index, unit = '' }): Watched[] =>
    percentUnits.includes(unit) ? [{ unit, index, numbers: 0, small: 0 }] : [],
  );
  return {
    see: (row) => {
      if (row.problem !== undefined) return;
      for (const column of watched) note(column, row);
    },
    seen: () => watched.map(({ unit: _unit, index: _index, ...seen }) => seen),
    add: (seen, lines) => {
      for (const [i, { numbers, small, firstSmall, firstHuge }] of seen.entries()) {
        const column = watched[i];
        if (column === undefined) continue;
        column.numbers += numbers;
        column.small += small;
        if (firstSmall !== undefined) column.firstSmall ??= { ...firstSmall, line: firstSmall.line + lines };
        if (firstHuge !== undefined) column.firstHuge ??= { ...firstHuge, line: firstHuge.line + lines };
      }
    },
    doubts: () => watched.flatMap((column) => doubtOf(column, table)),
  };
}

function note(column: Watched, { line, cells }: Row): void {
  const digits = bareNumber(cells[column.index] ?? '');
  if (digits === undefined) return;
  const size = /^-?0*(\d*)(?:\.(\d*?)0*)?$/.exec(digits);
  // Zero is the same in either unit.
  if (size === null || ((size[1] ?? '') === '' && (size[2] ?? '') === '')) return;
  const [, whole = '', part = ''] = size;
  const isAtMost = (limit: string): boolean =>
    whole.length < limit.length ||
    (whole.length === limit.length && (whole < limit || (whole === limit && part === '')));
  column.numbers += 1;
  const seen = { line, digits };
  if (!isAtMost(column.unit === 'ratio' ? '10' : '1000')) column.firstHuge ??= seen;
  if (column.unit === 'ratio' || digits.startsWith('-') || !isAtMost('2')) return;
  column.small += 1;
  column.firstSmall ??= seen;
}

function doubtOf(
  { unit, index, numbers, small, firstSmall, firstHuge }: Watched,
  table: Pick<Table, 'name' | 'sheet' | 'header'>,
): readonly Texts[] {
  const isMostlySmall = small * 2 > numbers;
  const seen = isMostlySmall ? firstSmall : firstHuge;
  if (seen === undefined) return [];
  const { en: place, zh: placeZh } = rowPlace(table, seen.line);
  const header = table.header[index] ?? '';
  const read = `${shiftDigits(seen.digits, unit === 'ratio' ? 2 : 0)}%`;
  const written = shortened(seen.digits);
  if (isMostlySmall) {
    const meant = `${shiftDigits(seen.digits, 2)}%`;
    return [
      {
        en: `${place}: column “${header}” has unit: ${unit}, and ${small} of its ${numbers} ${numbers === 1 ? 'number is' : 'numbers are'} 2 or less: ${written} was read as ${read}. If ${meant} is meant, write unit: ratio in the mapping, or ${meant} in the cell.`,
        zh: `${placeZh}: 列“${header}”的单位为 ${unit}，而其 ${numbers} 个数字中有 ${small} 个不大于 2：${written} 按 ${read} 读取。如应为 ${meant}，请在映射中写 unit: ratio，或在单元格中写 ${meant}。`,
      },
    ];
  }
  const other = unit === 'ratio' ? 'percent' : undefined;
  const mend =
    other === undefined
      ? { en: 'If something else is meant, write it in the cell with %.', zh: '如有误，请在单元格中写明并带上 %。' }
      : { en: `If ${written}% is meant, write unit: ${other}.`, zh: `如应为 ${written}%，请写 unit: ${other}。` };
  return [
    {
      en: `${place}: column “${header}” has unit: ${unit}: ${written} was read as ${read}. ${mend.en}`,
      zh: `${placeZh}: 列“${header}”的单位为 ${unit}：${written} 按 ${read} 读取。${mend.zh}`,
    },
  ];
}

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Refusal } from './form.ts';

const mostTold = 6;

const refusal = (en: string, zh: string): Refusal => ({ refused: { en, zh } });

/** Why a form may leave the file as it is, with what to do instead. */
export const refusals = {
  unsafe: refusal(
    'This cannot be written here without changing something else. Change it in the text.',
    '在此处改动会影响其他内容，请直接修改文本。',
  ),
  comments: refusal(
    'A comment of the text would get lost. Change it in the text.',
    '这样改会丢失文本中的注释，请直接修改文本。',
  ),
  unreadable: refusal(
    'The text cannot be read now. Mend it first; the place is marked.',
    '文本目前无法读取，请先改正已标出的地方。',
  ),
  nowhere: refusal('There is no such place in this file.', '此文件中没有这个位置。'),
  noForm: refusal('This has no form. Change it in the text.', '此处没有表单形式，请直接修改文本。'),
  sameKey: refusal('The name is taken by another row.', '该名称已被另一行使用。'),
  emptyKey: refusal('A row needs a name.', '每行都要有名称。'),
  lastRow: refusal('At least one row must stay.', '至少要保留一行。'),
  needed: refusal('This cannot be left out.', '此项不能省略。'),
  oneWay: refusal('This can stand in one way only.', '此处只有一种写法。'),
  noStretch: refusal(
    'Only a row that covers a stretch of a scale, such as [30% .. 60%), can be split or merged here.',
    '只有写明区间（例如 [30% .. 60%)）的行才能在此拆分或合并。',
  ),
  noBound: (typed: string, written: string): Refusal =>
    refusal(
      `“${typed}” is no value at which ${written} could be split. Write one inside it, with its unit.`,
      `“${typed}”不是可以拆分 ${written} 的数值。请填写区间内的一个值，并带上单位。`,
    ),
  otherUnit: (typed: string, written: string): Refusal =>
    refusal(
      `${typed} cannot be compared with ${written}: write it with the same unit.`,
      `${typed} 无法与 ${written} 比较：请使用相同的单位。`,
    ),
  boundOutside: (typed: string, written: string): Refusal =>
    refusal(
      `${typed} does not lie inside ${written}. Choose a value between its ends.`,
      `${typed} 不在 ${written} 之内。请选择两端之间的值。`,
    ),
  otherConditions: refusal(
    'The two rows differ in another condition, so one row cannot stand for both. Make the other conditions alike first.',
    '两行的其他条件不同，不能合并为一行。请先使其他条件一致。',
  ),
  notOrdered: (a: string, b: string): Refusal =>
    refusal(
      `${a} and ${b} cannot be put together: which one lies higher is not to be seen from how they are written.`,
      `${a} 与 ${b} 无法合并：从写法上看不出高低。`,
    ),
  noGrid: refusal('There is no such table in this file.', '此文件中没有这个表格。'),
  tooWide: (columns: number, room: number): Refusal =>
    refusal(
      `What was copied has ${columns} columns, but from this cell on the table has only ${room}. Paste it further to the left, or copy fewer columns.`,
      `复制的内容有${columns}列，而自此单元格起表格只有${room}列。请粘贴到更靠左的位置，或减少复制的列数。`,
    ),
  tooMany: (most: number): Refusal =>
    refusal(`More than ${most} cells at once are too many.`, `一次最多粘贴${most}个单元格。`),
  tooLong: (rows: number, room: number): Refusal =>
    refusal(
      `What was copied has ${rows} rows, but from this row on there are only ${room}, and no rows can be added here.`,
      `复制的内容有${rows}行，而自此行起只有${room}行，且此处不能增加行。`,
    ),
  /** Each cell that cannot be read, the first ones in full. */
  notPasted: (
    faults: readonly { readonly row: number; readonly column: Texts; readonly says: Texts }[],
    cells: number,
  ): Refusal => {
    const shown = faults.slice(0, mostTold);
    const more = faults.length - shown.length;
    const en = shown.map(({ row, column, says }) => `Row ${row + 1}, ${column.en}: ${says.en}`);
    const zh = shown.map(({ row, column, says }) => `第${row + 1}行“${column.zh}”：${says.zh}`);
    return refusal(
      [
        `Nothing was pasted: ${faults.length} of ${cells} cells cannot be read.`,
        ...en,
        ...(more > 0 ? [`and ${more} more`] : []),
      ].join('\n'),
      [
        `未粘贴任何内容：${cells} 个单元格中有 ${faults.length} 个无法识别。`,
        ...zh,
        ...(more > 0 ? [`另有${more}处`] : []),
      ].join('\n'),
    );
  },
  closedCell: (column: string): Refusal =>
    refusal(`The column “${column}” cannot be filled in one of these rows.`, `其中某一行不能填写“${column}”这一列。`),
} as const;

import type { Refusal } from './form.ts';

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
  closedCell: (column: string): Refusal =>
    refusal(`The column “${column}” cannot be filled in one of these rows.`, `其中某一行不能填写“${column}”这一列。`),
} as const;

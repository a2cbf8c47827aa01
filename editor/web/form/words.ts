import type { Texts } from '../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

export const formWords = {
  formOf: t('Form of the file', '文件表单'),
  waiting: t('Reading the file …', '正在读取文件……'),
  noFile: t('There is no such file.', '没有此文件。'),
  unreadable: t('The text cannot be read, so it has no form now.', '文本无法读取，暂无表单。'),
  stale: t(
    'The text cannot be read now. What you see is how it last could be read; it follows again once the text is mended.',
    '文本目前无法读取。下面显示的是最近一次可读取的内容，改正文本后即会更新。',
  ),
  toPlace: t('Go to the place', '转到该处'),
  more: t('Can be added: ', '还可填写：'),
  row: t('Row', '第'),
  addRow: t('Add a row', '添加一行'),
  rowAbove: t('Row above', '上方插入'),
  rowBelow: t('Row below', '下方插入'),
  up: t('Up', '上移'),
  down: t('Down', '下移'),
  remove: t('Remove row', '删除行'),
  split: t('Split…', '拆分…'),
  splitHere: t('Split', '拆分'),
  cancel: t('Cancel', '取消'),
  mergeUp: t('Merge above', '与上行合并'),
  mergeDown: t('Merge below', '与下行合并'),
  mergeHelp: t('This row is kept and covers both.', '保留本行，区间合并为一。'),
  entryName: t('Name', '名称'),
  removeEntry: t('Remove', '删除'),
  newEntry: t('New entry: its name', '新增一项：名称'),
  addEntry: t('Add', '添加'),
  undo: t('Undo', '撤销'),
  rowsRemoved: t('Removed.', '已删除。'),
  rowSplit: t(
    'Split in two: both say the same until one is changed.',
    '已拆分为两行：在修改其中一行之前，两行内容相同。',
  ),
  rowsMerged: t('Merged into one row.', '已合并为一行。'),
  pasted: t('Pasted.', '已粘贴。'),
  converted: t('Written as the handbook writes it:', '已按手册写法转换：'),
  bothEnds: t('Ranges without brackets are read with both ends; check that.', '未写括号的区间按含两端读取，请核对。'),
  columns: t('Add column:', '增加列：'),
  details: t('Details', '详细'),
  gap: t('left open', '原文缺口'),
  empty: t('empty', '空'),
  needed: t('to be filled in', '待填写'),
  notHere: t('not here', '此处不可填'),
  inText: t('This has no form and is changed in the text.', '此处没有表单形式，请在文本中修改。'),
  fixedHere: t('What a file is stays; another kind is another file.', '文件的类别不变，其他类别请另建文件。'),
  keys: t(
    'Arrows move, Enter or F2 edits, Escape takes back, Delete empties; Ctrl+C and Ctrl+V take blocks of cells from and to spreadsheets; Ctrl+. leads to what else can be done with the row and the cell, and back.',
    '方向键移动，回车或 F2 编辑，Esc 撤回，Delete 清空；Ctrl+C、Ctrl+V 可与电子表格互相复制成块的单元格；Ctrl+. 依次转到行操作、单元格操作，再返回。',
  ),
  rowActions: t('Rows', '行操作'),
  close: t('Close', '关闭'),
  unit: t('Digits alone get', '只写数字时自动加上'),
  listHint: t('Several with commas between.', '多项以逗号分隔。'),
} as const satisfies Readonly<Record<string, Texts>>;

/** For people who hear the page: where they are. */
export const rowName = (row: number): Texts => t(`row ${row}`, `第${row}行`);

export const splitAt = (stretch: string): Texts => t(`Split ${stretch} at`, `将 ${stretch} 拆分于`);

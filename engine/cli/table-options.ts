import type { OptionRow } from './verb.ts';

/** How a table is read, for all verbs that read one. */
export const tableOptions: readonly OptionRow[] = [
  {
    flags: '--format <format>',
    says: {
      en: 'csv, jsonl, xlsx or parquet (else by the name of the file)',
      zh: 'csv、jsonl、xlsx 或 parquet（默认按文件名判断）',
    },
  },
  {
    flags: '--encoding <encoding>',
    says: {
      en: 'utf-8, gb18030, utf-16le or utf-16be (else found out)',
      zh: 'utf-8、gb18030、utf-16le 或 utf-16be（默认自动识别）',
    },
  },
  {
    flags: '--delimiter <sign>',
    says: {
      en: 'what stands between the cells of a text file: comma, tab or semicolon (else by its header)',
      zh: '文本文件各格之间的分隔符：comma、tab 或 semicolon（默认由首行判断）',
    },
  },
  {
    flags: '--sheet <name>',
    says: { en: 'the sheet of a workbook with several', zh: '工作簿有多张工作表时，指明其中一张' },
  },
  {
    flags: '--map <file>',
    says: {
      en: 'a mapping in YAML: which column is which fact, in what unit, and tables to join',
      zh: 'YAML 映射文件：各列对应的事实与单位，以及要合并的表格',
    },
  },
];

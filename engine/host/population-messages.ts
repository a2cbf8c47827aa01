import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Unreadable } from './host-messages.ts';

export function emptyTable(name: string): Unreadable {
  return {
    unreadable: {
      en: `${name} is empty. Its first line must name the columns: sales.ordered,sales.returned.`,
      zh: `${name} 是空文件。首行须为列名，例如 sales.ordered,sales.returned。`,
    },
  };
}

/** The row in which quotes go astray, in our words. */
export function noTable(name: string, line: number, code: string): Unreadable {
  const why: Texts =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? { en: 'a quote is opened and never closed', zh: '引号没有闭合' }
      : code === 'CSV_INVALID_CLOSING_QUOTE'
        ? { en: 'something stands behind a closing quote', zh: '引号闭合之后还有内容' }
        : code === 'INVALID_OPENING_QUOTE'
          ? {
              en: 'a quote stands in the middle of a cell; quote the whole cell and double the quotes in it',
              zh: '引号出现在单元格中间；请给整格加引号，格内的引号写两次',
            }
          : { en: code, zh: code };
  return {
    unreadable: {
      en: `${name}, in the row that begins in line ${line}: ${why.en}. Nothing behind it can be read.`,
      zh: `${name} 自第 ${line} 行开始的记录：${why.zh}，其后的内容无法读取。`,
    },
  };
}

export function wrongCells(cells: number, columns: number): Texts {
  const kept: Texts =
    cells > columns
      ? { en: ' What is too much is kept at the end of the row.', zh: '多出的各格保留在该行末尾。' }
      : { en: '', zh: '' };
  const [have, need] = [cells === 1 ? 'cell' : 'cells', columns === 1 ? 'column' : 'columns'];
  return {
    en: `The row has ${cells} ${have} for ${columns} ${need}, so it is not known which is which.${kept.en}`,
    zh: `该行有 ${cells} 格，而列数为 ${columns}，无法判断各格属于哪一列。${kept.zh}`,
  };
}

import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Unreadable } from './unreadable.ts';

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

/** `encoding`: the one that the text began with or that was named; undefined where none was found. */
export function notEncoded(name: string, encoding: string | undefined): Unreadable {
  if (encoding === undefined)
    return {
      unreadable: {
        en: `${name} is neither UTF-8 nor GB18030. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”).`,
        zh: `${name} 既不是 UTF-8 也不是 GB18030 编码。请另存为 UTF-8（在电子表格中选“CSV UTF-8”）。`,
      },
    };
  const written = encoding.toUpperCase();
  const other = encoding === 'utf-8' ? 'gb18030' : 'utf-8';
  return {
    unreadable: {
      en: `${name} is not ${written} throughout: some bytes are no character of it. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”), or name its encoding, such as --encoding ${other}.`,
      zh: `${name} 并非全部是 ${written} 编码，有些字节不成字符。请另存为 UTF-8（在电子表格中选“CSV UTF-8”），或指明编码，例如 --encoding ${other}。`,
    },
  };
}

export function otherEncoding(name: string, wanted: string, marked: string): Unreadable {
  return {
    unreadable: {
      en: `${name} is to be read as ${wanted.toUpperCase()}, but its byte order mark says ${marked.toUpperCase()}. Leave --encoding out.`,
      zh: `要求按 ${wanted.toUpperCase()} 读取 ${name}，但其字节顺序标记表明是 ${marked.toUpperCase()}。请去掉 --encoding。`,
    },
  };
}

export function binaryTable(name: string): Unreadable {
  return {
    unreadable: {
      en: `${name} is a workbook or another packed file, not text. Name the format: --format xlsx.`,
      zh: `${name} 是工作簿或其他压缩文件，不是文本。请指明格式：--format xlsx。`,
    },
  };
}

export function unmarkedWide(name: string): Unreadable {
  return {
    unreadable: {
      en: `${name} holds zero bytes: it is no text, or UTF-16 without a byte order mark. Save it as UTF-8, or name the encoding: --encoding utf-16le.`,
      zh: `${name} 中含有零字节：不是文本，或是没有字节顺序标记的 UTF-16。请另存为 UTF-8，或指明编码：--encoding utf-16le。`,
    },
  };
}

export function emptyLines(name: string): Unreadable {
  return {
    unreadable: {
      en: `${name} is empty. Each line must be a JSON object of facts: { "sales.ordered": "88000 CNY" }.`,
      zh: `${name} 是空文件。每行须为由事实组成的 JSON 对象，例如 { "sales.ordered": "88000 CNY" }。`,
    },
  };
}

/** A key that no line before it has; what is already written has no place for it. */
export function lateKeys(keys: readonly string[]): Texts {
  return {
    en: `The first line does not have the ${keys.length === 1 ? 'key' : 'keys'} ${keys.join(', ')}. From standard input each line must have the keys of the first; write null for what is absent.`,
    zh: `首行没有键 ${keys.join('、')}。从标准输入读取时，各行的键须与首行一致，缺少的值请写 null。`,
  };
}

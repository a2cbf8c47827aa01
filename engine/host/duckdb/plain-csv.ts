import { createReadStream } from 'node:fs';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { signOf, type Delimiter } from '../../tables/delimiter.ts';

const [lineFeed, carriageReturn, quote] = [10, 13, 34];
const longestLine = 1_000_000;

/**
 * Reads a CSV file once, to see that it is UTF-8, each line has as many cells as the first, and quotes stand only around whole
 * cells (RFC 4180) without line ends in them: undefined. Readers differ about all else: then it says in words what is there.
 */
export async function plainCsv(path: string, delimiter: Delimiter): Promise<Texts | undefined> {
  const scan = scanner(signOf[delimiter].charCodeAt(0));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return { en: 'it is not UTF-8', zh: '不是 UTF-8 编码' };
    }
    const found = scan.see(chunk);
    if (found !== undefined) return found;
  }
  return scan.end();
}

interface Scanner {
  readonly see: (bytes: Uint8Array) => Texts | undefined;
  readonly end: () => Texts | undefined;
}

function scanner(delimiter: number): Scanner {
  /** Where in a cell: at its start, in plain text, between quotes, behind a quote that may be the last. */
  let place: 'start' | 'plain' | 'quoted' | 'behind' = 'start';
  let [line, cells, length, columns, isReturn] = [1, 1, 0, 0, false];
  let lineEnd: '\n' | '\r\n' | undefined;
  const told = (en: string, zh: string): Texts => ({
    en: `line ${String(line)} ${en}`,
    zh: `第 ${String(line)} 行${zh}`,
  });

  const endLine = (): Texts | undefined => {
    const found = isReturn ? '\r\n' : '\n';
    if (length === (isReturn ? 1 : 0)) return told('is empty', '为空行');
    if (lineEnd !== undefined && lineEnd !== found) return told('ends otherwise than the first', '行尾与首行不同');
    lineEnd = found;
    if (columns === 0) columns = cells;
    if (cells !== columns) return told('has another number of cells than the first', '单元格数与首行不同');
    [line, cells, length, isReturn, place] = [line + 1, 1, 0, false, 'start'];
    return undefined;
  };

  const step = (byte: number): Texts | undefined => {
    if (byte === lineFeed) return place === 'quoted' ? told('has a line end in a cell', '单元格内有换行') : endLine();
    if (isReturn || byte === 0) return told('has a control character', '有控制字符');
    length += 1;
    if (length > longestLine) return told('is too long', '过长');
    if (byte === carriageReturn) {
      if (place === 'quoted') return told('has a line end in a cell', '单元格内有换行');
      isReturn = true;
      return undefined;
    }
    if (byte === quote) {
      if (place === 'plain') return told('has a quote inside a cell', '单元格内有引号');
      place = place === 'start' || place === 'behind' ? 'quoted' : 'behind';
      return undefined;
    }
    if (place === 'quoted') return undefined;
    if (byte === delimiter) [place, cells] = ['start', cells + 1];
    else if (place === 'behind') return told('has text behind a quote', '引号后有文字');
    else place = 'plain';
    return undefined;
  };

  return {
    see: (bytes) => {
      for (const byte of bytes) {
        const found = step(byte);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    end: () => {
      if (place === 'quoted') return told('has a quote that nothing closes', '引号没有闭合');
      return length > 0 ? endLine() : undefined;
    },
  };
}

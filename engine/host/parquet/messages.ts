import type { Unreadable } from '../../tables/unreadable.ts';

export function noParquet(name: string, error: unknown): Unreadable {
  if (error instanceof Error && 'syscall' in error) throw error;
  const why = error instanceof Error ? error.message : String(error);
  return {
    unreadable: {
      en: `${name} cannot be read as a Parquet file (${why}).`,
      zh: `${name} 无法按 Parquet 文件读取（${why}）。`,
    },
  };
}

export function nestedColumn(name: string, column: string): Unreadable {
  return {
    unreadable: {
      en: `The column “${column}” of ${name} is no plain column: it holds lists or records, or a type that is no longer used (INT96, INTERVAL, BSON). Leave it out, or write it as text.`,
      zh: `${name} 的列“${column}”不是普通列：其内容为列表、记录或已弃用的类型（INT96、INTERVAL、BSON）。请去掉该列，或写成文本。`,
    },
  };
}

/** `why`: what is wrong with the column, as the rest of a sentence. */
export function unfitColumn(
  name: string,
  column: string,
  fact: string,
  why: { readonly en: string; readonly zh: string },
): Unreadable {
  return {
    unreadable: {
      en: `The column “${column}” of ${name} cannot be read as ${fact}: ${why.en}`,
      zh: `${name} 的列“${column}”不能作为 ${fact} 读取：${why.zh}`,
    },
  };
}

export function noPipe(name: string): Unreadable {
  return {
    unreadable: {
      en: `${name}: a Parquet file begins at its end, so it must be a file on a disk: --in FILE.parquet.`,
      zh: `${name}：Parquet 文件须从末尾读起，因此必须是磁盘上的文件：--in 文件.parquet。`,
    },
  };
}

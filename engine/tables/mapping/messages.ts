import { defineDiagnostics } from '../../diagnostic/define.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';

/** What is wrong with a mapping file beyond its structure. */
export const mappingMessages = defineDiagnostics('mapping', {
  'unknown-fact': {
    severity: 'error',
    message: ({ name, near }: { name: string; near: readonly string[] }) => ({
      en: `There is no fact “${name}”.${didYouMean(near).en} A column that is only carried along says keep, one that is left out ignore.`,
      zh: `没有名为“${name}”的事实。${didYouMean(near).zh}仅照原样保留的列写 keep，不要的列写 ignore。`,
    }),
  },
  'unknown-subject': {
    severity: 'error',
    message: ({ name, near }: { name: string; near: readonly string[] }) => ({
      en: `No fact is about a “${name}”.${didYouMean(near).en} A column with a subject tells apart what rows belong to, such as department.`,
      zh: `没有以“${name}”为主体的事实。${didYouMean(near).zh}写明 subject 的列用于区分各行所属的主体，例如 department。`,
    }),
  },
  'unknown-field': {
    severity: 'error',
    message: ({
      name,
      list,
      near,
      fields,
    }: {
      name: string;
      list: string;
      near: readonly string[];
      fields: readonly string[];
    }) => ({
      en: `The elements of “${list}” have no field “${name}”.${didYouMean(near).en} The fields are: ${fields.join(', ')}.`,
      zh: `“${list}”的元素没有字段“${name}”。${didYouMean(near).zh}可用字段：${fields.join('、')}。`,
    }),
  },
  'unknown-column': {
    severity: 'error',
    message: ({ name, table, near }: { name: string; table: string; near: readonly string[] }) => ({
      en: `${table} has no column “${name}”.${didYouMean(near).en} Columns are named as in the first row of the table.`,
      zh: `${table} 中没有列“${name}”。${didYouMean(near).zh}列名须与表格首行一致。`,
    }),
  },
  'column-twice': {
    severity: 'error',
    message: ({ name, table }: { name: string; table: string }) => ({
      en: `${table} has more than one column “${name}”, so it is not known which is meant. Give each a name of its own.`,
      zh: `${table} 中有不止一列“${name}”，无法确定指哪一列。请使各列名称不同。`,
    }),
  },
  'fact-twice': {
    severity: 'error',
    message: ({ fact, other }: { fact: string; other: string }) => ({
      en: `“${fact}” would come from two places: here and from “${other}”. Keep one of them.`,
      zh: `“${fact}”有两个来源：此处与“${other}”。请只保留一个。`,
    }),
  },
  unit: {
    severity: 'error',
    message: ({ unit, fact, why }: { unit: string; fact: string; why: Texts }) => ({
      en: `“${unit}” is no unit of “${fact}”: ${why.en} A percentage says percent (35 is 35 %) or ratio (0.35 is 35 %).`,
      zh: `“${unit}”不是“${fact}”的单位：${why.zh}百分比写 percent（35 即 35%）或 ratio（0.35 即 35%）。`,
    }),
  },
  'no-list': {
    severity: 'error',
    message: ({ name, near }: { name: string; near: readonly string[] }) => ({
      en: `“${name}” is no list fact whose elements have fields.${didYouMean(near).en} Write such a fact, or columns.`,
      zh: `“${name}”不是元素带字段的列表事实。${didYouMean(near).zh}请写这样的事实，或 columns。`,
    }),
  },
  'without-rows': {
    severity: 'error',
    message: () => ({
      en: 'Columns cannot be empty where a key has no row: write absent (nothing is known) or error.',
      zh: '某键没有对应行时，各列不能是 empty：请写 absent（未知）或 error（错误）。',
    }),
  },
  'no-key': {
    severity: 'error',
    message: () => ({
      en: 'Tables are joined by a key, but the mapping names none. Add key: with the column that says whom a row is about.',
      zh: '合并表格需要键，而映射中没有指明。请加上 key:，写明标识各行对象的列。',
    }),
  },
  'no-mapping': {
    severity: 'error',
    message: () => ({
      en: 'The file is no mapping: it must begin with mapping: and columns:.',
      zh: '该文件不是映射文件：须以 mapping: 和 columns: 开头。',
    }),
  },
});

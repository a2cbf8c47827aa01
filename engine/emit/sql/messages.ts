import type { Texts } from '../../diagnostic/diagnostic.ts';
import { defineDiagnostics } from '../../diagnostic/define.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';

interface About {
  readonly decision: string;
}

/** Why a decision is not said in SQL. */
export const sqlMessages = defineDiagnostics('sql', {
  lists: {
    severity: 'warning',
    message: ({ decision, type }: About & { type: Texts }) => ({
      en: `“${decision}” rests on ${type.en}, which does not fit into a column. Ask the engine for it.`,
      zh: `“${decision}”依赖${type.zh}，无法放入一列。请向引擎求取。`,
    }),
  },
  'takes-argument': {
    severity: 'warning',
    message: ({ decision, argument }: About & { argument: string }) => ({
      en: `“${decision}” is asked about something (“${argument}”), which a row of facts does not name. Ask the engine for it.`,
      zh: `“${decision}”须针对某一对象（“${argument}”）提问，事实表的一行无法指明。请向引擎求取。`,
    }),
  },
  'no-duration': {
    severity: 'warning',
    message: ({ decision }: About) => ({
      en: `“${decision}” speaks of no duration (“none”), for which a column of numbers has no value. Ask the engine for it.`,
      zh: `“${decision}”涉及“无期限”（none），数值列无法表示。请向引擎求取。`,
    }),
  },
  'computed-ends': {
    severity: 'warning',
    message: ({ decision }: About) => ({
      en: `“${decision}” adds up tiers whose ends are computed or set elsewhere, so which of them hold a part differs from row to row. Write the ends as values, or ask the engine for it.`,
      zh: `“${decision}”对界限由计算或另行设定的档位分段累加，各行所含档位不同。请把界限写成数值，或向引擎求取。`,
    }),
  },
  key: {
    severity: 'warning',
    message: ({ decision, parameter }: About & { parameter: string }) => ({
      en: `“${decision}” reads the parameter “${parameter}” by a key that is no name. Ask the engine for it.`,
      zh: `“${decision}”以非名称的键读取参数“${parameter}”。请向引擎求取。`,
    }),
  },
  'text-range': {
    severity: 'warning',
    message: ({ decision, fact }: About & { fact: string }) => ({
      en: `“${decision}” reads the text “${fact}”, whose range is not checked in SQL. Ask the engine for it.`,
      zh: `“${decision}”读取文本“${fact}”，其取值范围不在 SQL 中检查。请向引擎求取。`,
    }),
  },
  quotient: {
    severity: 'warning',
    message: ({ decision }: About) => ({
      en: `The value of “${decision}” may be a quotient without an end, such as 1/3, which no decimal holds. Round it (round:), or ask the engine for it; decisions that read it are not affected.`,
      zh: `“${decision}”的值可能是除不尽的商，如 1/3，小数无法表示。请注明取整（round:），或向引擎求取；读取它的决定不受影响。`,
    }),
  },
  'long-name': {
    severity: 'warning',
    message: ({ decision, name, bytes, most }: About & { name: string; bytes: number; most: number }) => ({
      en: `The column “${name}” of “${decision}” has ${bytes} bytes; PostgreSQL cuts names after ${most}. Ask the engine for it.`,
      zh: `“${decision}”的列名“${name}”有 ${bytes} 字节；PostgreSQL 的名称最多 ${most} 字节。请向引擎求取。`,
    }),
  },
  'too-deep': {
    severity: 'warning',
    message: ({ decision, depth, most }: About & { depth: number; most: number }) => ({
      en: `“${decision}” rests on ${depth} steps one after another; a query takes at most ${most}. Ask the engine for it.`,
      zh: `“${decision}”前后相接 ${depth} 步；一条查询最多容纳 ${most} 步。请向引擎求取。`,
    }),
  },
  'too-wide': {
    severity: 'warning',
    message: ({ decision, width, most }: About & { width: number; most: number }) => ({
      en: `With “${decision}” the query has ${width} columns at once; PostgreSQL takes at most ${most}. Ask for it in a query of its own.`,
      zh: `加上“${decision}”后查询同时有 ${width} 列；PostgreSQL 最多容纳 ${most} 列。请用另一条查询求取。`,
    }),
  },
  'unknown-decision': {
    severity: 'error',
    message: ({ decision, near }: About & { near: readonly string[] }) => ({
      en: `There is no decision “${decision}”.${didYouMean(near).en}`,
      zh: `没有名为“${decision}”的决定。${didYouMean(near).zh}`,
    }),
  },
});

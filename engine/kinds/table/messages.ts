import { defineDiagnostics } from '../../diagnostic/define.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';

/** What is wrong with how a table is written. */
export const tableMessages = defineDiagnostics('table', {
  'unknown-key': {
    severity: 'error',
    message: ({ key, near, known }: { key: string; near: readonly string[]; known: readonly string[] }) =>
      near.length > 0
        ? {
            en: `“${key}” is neither a column nor an output of this table.${didYouMean(near).en}`,
            zh: `“${key}”既不是此表的列，也不是输出。${didYouMean(near).zh}`,
          }
        : {
            en: `“${key}” is neither a column nor an output of this table; these are ${known.join(', ')}.`,
            zh: `“${key}”既不是此表的列，也不是输出；列与输出有：${known.join('、')}。`,
          },
  },
  'no-cell': {
    severity: 'error',
    message: ({ column }: { column: string }) => ({
      en: `The row says nothing about the column “${column}”. Write \`${column}: any\` if every value will do.`,
      zh: `此行没有写列“${column}”的条件。若任意值均可，请写 ${column}: any。`,
    }),
  },
  'no-value': {
    severity: 'error',
    message: ({ output }: { output: string }) => ({
      en: `The row gives no value for the output “${output}”. Write one, or \`${output}: { unstated: gap }\` if the source has none.`,
      zh: `此行没有给出输出“${output}”的值。请写明，原文没有则写 ${output}: { unstated: 缺口 }。`,
    }),
  },
  'not-a-cell': {
    severity: 'error',
    message: ({ column }: { column: string }) => ({
      en: `“${column}” is a column: a condition such as \`A\`, \`"<= 100 cans"\`, \`"{A, B}"\` or \`any\` belongs here.`,
      zh: `“${column}”是列，此处应写条件，例如 A、"<= 100 cans"、"{A, B}" 或 any。`,
    }),
  },
  'not-a-value': {
    severity: 'error',
    message: ({ output }: { output: string }) => ({
      en: `“${output}” is an output: a single value belongs here, not a range or a set.`,
      zh: `“${output}”是输出，此处应写一个值，而不是区间或集合。`,
    }),
  },
  'reserved-name': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `A column or output cannot be called “${name}”: in a row that key has a meaning of its own. Choose another name.`,
      zh: `列或输出不能命名为“${name}”：该键在行中另有含义。请换一个名称。`,
    }),
  },
  'column-and-output': {
    severity: 'error',
    message: ({ name }: { name: string }) => ({
      en: `“${name}” is a column and an output, so a row could not tell them apart. Rename one.`,
      zh: `“${name}”既是列又是输出，行中无法区分。请改名。`,
    }),
  },
  'after-otherwise': {
    severity: 'error',
    message: () => ({
      en: 'This row stands behind `otherwise` and can never decide. Move it before.',
      zh: '此行位于 otherwise 之后，永远不会生效，请移到其前。',
    }),
  },
  'no-collect': {
    severity: 'error',
    message: () => ({
      en: '`hit: collect` needs `collect:`, what becomes of the rows that hold: sum, min, max, count or list.',
      zh: 'hit: collect 需要 collect，写明如何汇总成立的各行：sum、min、max、count 或 list。',
    }),
  },
  'needless-collect': {
    severity: 'error',
    message: ({ hit }: { hit: string }) => ({
      en: `Under \`hit: ${hit}\` one row decides, so there is nothing to collect. Remove \`collect:\` or write \`hit: collect\`.`,
      zh: `hit: ${hit} 时由一行决定，无需汇总。请删除 collect，或写 hit: collect。`,
    }),
  },
  'cannot-collect': {
    severity: 'error',
    message: ({ collect, type }: { collect: string; type: string }) => ({
      en: `There is no ${collect} of values of ${type}. Use count or list.`,
      zh: `${type} 的值不能取 ${collect}。请用 count 或 list。`,
    }),
  },
});

interface Place {
  /** Which inputs: `group = other, daily > 100 cans`; empty for all there are. */
  readonly where: string;
  /** One of them: `group = other, daily = 110 cans`; empty where no column matters. */
  readonly witness: string;
}

/** The inputs that a finding speaks about, with one of them unless there is but that one. */
function inputs({ where, witness }: Place): Texts {
  const isSaid = witness === '' || witness === where;
  return {
    en: `${where === '' ? 'everything' : where}${isSaid ? '' : `; for example ${witness}`}`,
    zh: `${where === '' ? '所有情形' : where}${isSaid ? '' : `；例如 ${witness}`}`,
  };
}

/** What a table says about some inputs twice, never, or in vain. */
export const coverageMessages = defineDiagnostics('table', {
  gap: {
    severity: 'error',
    blocks: false,
    message: (place: Place) => ({
      en: `No row covers ${inputs(place).en}. Add a row for it, or \`otherwise\`.`,
      zh: `没有任何一行涵盖：${inputs(place).zh}。请增加一行，或写 otherwise。`,
    }),
  },
  overlap: {
    severity: 'error',
    blocks: false,
    message: ({ rows, where, witness }: Place & { rows: readonly [number, number] }) => ({
      en: `Rows ${rows[0]} and ${rows[1]} both cover ${inputs({ where, witness }).en}. Under \`hit: unique\` only one row may hold: narrow one of them, or write \`hit: first\` if the order decides.`,
      zh: `第 ${rows[0]} 行与第 ${rows[1]} 行同时涵盖：${inputs({ where, witness }).zh}。hit: unique 时只能有一行成立：请收窄其一；若以先后为准，请写 hit: first。`,
    }),
  },
  shadowed: {
    severity: 'error',
    blocks: false,
    message: ({ row, by }: { row: number; by: readonly number[] }) => ({
      en: `Row ${row} never decides: row ${by.join(' and row ')} before it ${by.length > 1 ? 'have' : 'has'} decided all that it covers. Move it up or remove it.`,
      zh: `第 ${row} 行永远不会生效：其涵盖的情形已由前面的第 ${by.join('、')} 行决定。请上移或删除。`,
    }),
  },
  unreachable: {
    severity: 'error',
    blocks: false,
    message: ({ row, column, range }: { row: number; column: string; range: Texts }) => ({
      en: `Row ${row} can never hold: ${column} is always ${range.en}.`,
      zh: `第 ${row} 行永远不会成立：${column} 总是 ${range.zh}。`,
    }),
  },
  empty: {
    severity: 'error',
    blocks: false,
    message: ({ row }: { row: number }) => ({
      en: `Row ${row} can never hold: this cell holds no value, its low end is not below its high end.`,
      zh: `第 ${row} 行永远不会成立：此处的条件不含任何值，下限不小于上限。`,
    }),
  },
  'not-decided': {
    severity: 'info',
    message: ({ why }: { why: Texts }) => ({
      en: `Whether the rows cover everything just once was not decided: ${why.en}`,
      zh: `未能判定各行是否恰好涵盖所有情形：${why.zh}`,
    }),
  },
});

import type { Texts } from '../../diagnostic/diagnostic.ts';

/** Functions of the language as sentences: `{0}` is the first argument, `{all}` stands for all of them. */
export const functionWords: Readonly<Record<string, Texts>> = {
  min: { en: 'the least of ({all})', zh: '（{all}）中最小者' },
  max: { en: 'the greatest of ({all})', zh: '（{all}）中最大者' },
  abs: { en: '({0}) without its sign', zh: '（{0}）的绝对值' },
  floor: { en: '({0}) cut down to whole multiples of {1}', zh: '（{0}）按 {1} 的整倍数去尾' },
  ceil: { en: '({0}) raised to whole multiples of {1}', zh: '（{0}）按 {1} 的整倍数进位' },
  'days-between': { en: 'days from {0} to {1}', zh: '{0}至{1}的天数' },
  'full-months': { en: 'full months from {0} to {1}', zh: '{0}至{1}的整月数' },
  'full-years': { en: 'full years from {0} to {1}', zh: '{0}至{1}的整年数' },
  'month-end': { en: 'last day of the month of ({0})', zh: '（{0}）当月最后一天' },
  'month-start': { en: 'first day of the month of ({0})', zh: '（{0}）当月第一天' },
  weekday: { en: 'weekday of ({0})', zh: '（{0}）是星期几' },
  'last-weekday': { en: 'last {0} of the month of ({1})', zh: '（{1}）当月最后一个{0}' },
  days: { en: 'all days from {0} to {1}', zh: '{0}至{1}的各日' },
  'year-of': { en: 'year of ({0})', zh: '（{0}）的年份' },
  'month-of': { en: 'month of ({0})', zh: '（{0}）的月份' },
  'day-of': { en: 'day of the month of ({0})', zh: '（{0}）是几日' },
  'date-of': { en: 'date of ({0})', zh: '（{0}）的日期' },
  'time-of': { en: 'time of ({0})', zh: '（{0}）的钟点' },
  length: { en: 'number of characters of ({0})', zh: '（{0}）的字符数' },
  'starts-with': { en: '({0}) starts with {1}', zh: '（{0}）以 {1} 开头' },
  contains: { en: '({0}) contains {1}', zh: '（{0}）含有 {1}' },
  size: { en: 'number of entries of ({0})', zh: '（{0}）的项数' },
  join: { en: '({0}) followed by ({1})', zh: '（{0}）后接（{1}）' },
  'superior-of': { en: 'superior of ({0})', zh: '（{0}）的上级' },
  'is-above': { en: '{0} is above {1}', zh: '{0}是{1}的上级' },
  'department-of': { en: 'department of ({0})', zh: '（{0}）所属部门' },
};

/** Forms of the language that are written like functions; `{0}` as above. */
export const formWords = {
  round: {
    'half-up': { en: '({0}), rounded to {1}', zh: '（{0}）按 {1} 四舍五入' },
    'half-even': { en: '({0}), rounded to {1}, halves to even', zh: '（{0}）按 {1} 四舍六入五成双' },
    up: { en: '({0}), rounded up to {1}', zh: '（{0}）按 {1} 进位' },
    down: { en: '({0}), rounded down to {1}', zh: '（{0}）按 {1} 舍去尾数' },
  },
  'when-applies': { en: '{0}, or {1} where it does not apply', zh: '{0}（不适用时为 {1}）' },
  on: { en: '{0} for {1}', zh: '{1}的{0}' },
} as const satisfies Record<string, unknown>;

/** Aggregates: `{0}` what is taken of each entry, `{1}` the list with its condition, `{2}` what orders it. */
export const aggregateWords: Readonly<Record<string, Texts>> = {
  sum: { en: 'sum of {0} over {1}', zh: '{1}的{0}合计' },
  count: { en: 'number of {1}', zh: '{1}的项数' },
  min: { en: 'least {0} of {1}', zh: '{1}中最小的{0}' },
  max: { en: 'greatest {0} of {1}', zh: '{1}中最大的{0}' },
  average: { en: 'average {0} of {1}', zh: '{1}的{0}平均值' },
  any: { en: 'for at least one of {1}: {0}', zh: '{1}中至少一项：{0}' },
  all: { en: 'for each of {1}: {0}', zh: '{1}中每一项：{0}' },
  first: { en: '{0} of the first of {1}', zh: '{1}中首项的{0}' },
};

/** Aggregates of the entries themselves: `{0}` the list with its condition. */
export const wholeWords: Readonly<Record<string, Texts>> = {
  sum: { en: 'sum of {0}', zh: '{0}的合计' },
  count: { en: 'number of {0}', zh: '{0}的项数' },
  min: { en: 'least of {0}', zh: '{0}中最小者' },
  max: { en: 'greatest of {0}', zh: '{0}中最大者' },
  average: { en: 'average of {0}', zh: '{0}的平均值' },
  any: { en: 'at least one holds of {0}', zh: '{0}中至少一项成立' },
  all: { en: 'all hold of {0}', zh: '{0}均成立' },
  first: { en: 'first of {0}', zh: '{0}中首项' },
};

/** An entry of a list, where only it can be meant. */
export const entryWords: Texts = { en: 'it', zh: '该项' };

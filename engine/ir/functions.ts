import type { Texts } from '../diagnostic/diagnostic.ts';
import { boolean, date, days, fits, isNumeric, isOrdered, listOf, number, text, time, type Type } from './type.ts';
import { weekday } from './weekday.ts';

/** Strict operators, written with signs and lowered to calls like the functions below. */
export type OperatorName = 'add' | 'subtract' | 'multiply' | 'divide' | 'negate';

/** One function of the language: the only table that checker, evaluators, SQL, completion, hover and documentation read. */
export interface FunctionDefinition {
  readonly name: string;
  /** For people: `min(value, value, …)`. */
  readonly signature: string;
  /** Result type for these argument types; `undefined` when they do not fit the signature. */
  infer(args: readonly Type[]): Type | undefined;
  /** The type that the argument at this place should have, so that enumeration members and posts resolve there. */
  expects?(index: number, scope: string): Type | undefined;
  readonly doc: Texts;
  /** Run by the tests: the expression has the value. */
  readonly example: { readonly expression: string; readonly value: string };
}

const exactly =
  (result: Type, ...parameters: readonly Type[]) =>
  (args: readonly Type[]): Type | undefined =>
    args.length === parameters.length && args.every((arg, i) => fits(arg, parameters[i] ?? result))
      ? result
      : undefined;

const allAlike = (args: readonly Type[]): Type | undefined => {
  const first = args.find((arg) => arg.is !== 'unknown') ?? args[0];
  return first !== undefined && isOrdered(first) && args.every((arg) => fits(arg, first)) ? first : undefined;
};

const numberAndStep = (args: readonly Type[]): Type | undefined => {
  const [value, step] = args;
  return args.length === 2 && value !== undefined && step !== undefined && isNumeric(value) && fits(value, step)
    ? value
    : undefined;
};

const post = (scope: string): Type => ({ is: 'post', scope });

const isPost = (type: Type | undefined): boolean => type?.is === 'post' || type?.is === 'unknown';

export const functions = [
  {
    name: 'min',
    signature: 'min(value, value, …)',
    infer: (args) => (args.length >= 2 ? allAlike(args) : undefined),
    doc: { en: 'The smallest of the values.', zh: '各值中最小的一个。' },
    example: { expression: 'min(3, 2, 5)', value: '2' },
  },
  {
    name: 'max',
    signature: 'max(value, value, …)',
    infer: (args) => (args.length >= 2 ? allAlike(args) : undefined),
    doc: { en: 'The greatest of the values.', zh: '各值中最大的一个。' },
    example: { expression: 'max(0 CNY, -5 CNY)', value: '0.00 CNY' },
  },
  {
    name: 'abs',
    signature: 'abs(value)',
    infer: ([value, ...more]) => (value !== undefined && more.length === 0 && isNumeric(value) ? value : undefined),
    doc: { en: 'The value without its sign.', zh: '绝对值。' },
    example: { expression: 'abs(-2.5)', value: '2.5' },
  },
  {
    name: 'floor',
    signature: 'floor(value, step)',
    infer: numberAndStep,
    doc: {
      en: 'The greatest multiple of the step that is not above the value.',
      zh: '不大于该值的最大整倍数。',
    },
    example: { expression: 'floor(2.7, 1)', value: '2' },
  },
  {
    name: 'ceil',
    signature: 'ceil(value, step)',
    infer: numberAndStep,
    doc: {
      en: 'The smallest multiple of the step that is not below the value.',
      zh: '不小于该值的最小整倍数。',
    },
    example: { expression: 'ceil(2.1, 0.5)', value: '2.5' },
  },
  {
    name: 'days-between',
    signature: 'days-between(from, to)',
    infer: exactly(days, date, date),
    doc: {
      en: 'Days from one date to another. The first day does not count; earlier dates give negative days.',
      zh: '两个日期相隔的天数，不计首日；倒序为负。',
    },
    example: {
      expression: 'days-between(2026-10-01, 2026-10-31)',
      value: '30 days',
    },
  },
  {
    name: 'full-months',
    signature: 'full-months(from, to)',
    infer: exactly({ is: 'duration', family: 'months' }, date, date),
    doc: {
      en: 'Full months from one date to another; a month is full on the same day of the month, clamped to its end.',
      zh: '两个日期之间的整月数，满对应日计一个月，月末不足则以月末计。',
    },
    example: {
      expression: 'full-months(2026-01-31, 2026-02-28)',
      value: '1 month',
    },
  },
  {
    name: 'full-years',
    signature: 'full-years(from, to)',
    infer: exactly(number, date, date),
    doc: {
      en: 'Full years from one date to another; a year ends at the anniversary.',
      zh: '两个日期之间的整年数，满周年计一年。',
    },
    example: { expression: 'full-years(2020-02-29, 2021-02-28)', value: '1' },
  },
  {
    name: 'month-end',
    signature: 'month-end(date)',
    infer: exactly(date, date),
    doc: {
      en: "The last day of the date's month.",
      zh: '该日期所在月的最后一天。',
    },
    example: { expression: 'month-end(2028-02-03)', value: '2028-02-29' },
  },
  {
    name: 'month-start',
    signature: 'month-start(date)',
    infer: exactly(date, date),
    doc: {
      en: "The first day of the date's month.",
      zh: '该日期所在月的第一天。',
    },
    example: { expression: 'month-start(2028-02-03)', value: '2028-02-01' },
  },
  {
    name: 'weekday',
    signature: 'weekday(date)',
    infer: exactly(weekday, date),
    doc: { en: 'The day of the week.', zh: '星期几。' },
    example: { expression: 'weekday(2026-12-21) = monday', value: 'true' },
  },
  {
    name: 'last-weekday',
    signature: 'last-weekday(weekday, date)',
    infer: exactly(date, weekday, date),
    expects: (index) => (index === 0 ? weekday : date),
    doc: {
      en: "The last such day of the week in the date's month.",
      zh: '该日期所在月最后一个星期几。',
    },
    example: {
      expression: 'last-weekday(friday, 2026-12-01)',
      value: '2026-12-25',
    },
  },
  {
    name: 'days',
    signature: 'days(from, to)',
    infer: exactly(listOf(date), date, date),
    doc: {
      en: 'All dates from the first to the last, both included; empty when they are reversed.',
      zh: '首末日期之间的所有日期，含首末；倒序为空。',
    },
    example: {
      expression: 'count of d for d in days(2026-12-30, 2027-01-02)',
      value: '4',
    },
  },
  {
    name: 'year-of',
    signature: 'year-of(date)',
    infer: exactly(number, date),
    doc: { en: 'The year as a number.', zh: '年份。' },
    example: { expression: 'year-of(2026-12-25)', value: '2026' },
  },
  {
    name: 'month-of',
    signature: 'month-of(date)',
    infer: exactly(number, date),
    doc: { en: 'The month as a number from 1 to 12.', zh: '月份，1至12。' },
    example: { expression: 'month-of(2026-12-25)', value: '12' },
  },
  {
    name: 'day-of',
    signature: 'day-of(date)',
    infer: exactly(number, date),
    doc: {
      en: 'The day of the month as a number from 1 to 31.',
      zh: '日，1至31。',
    },
    example: { expression: 'day-of(2026-12-25)', value: '25' },
  },
  {
    name: 'date-of',
    signature: 'date-of(moment)',
    infer: exactly(date, { is: 'date-time' }),
    doc: { en: 'The date of a date-time.', zh: '某时刻的日期。' },
    example: { expression: 'date-of(2026-12-25T17:30)', value: '2026-12-25' },
  },
  {
    name: 'time-of',
    signature: 'time-of(moment)',
    infer: exactly(time, { is: 'date-time' }),
    doc: { en: 'The clock time of a date-time.', zh: '某时刻的钟点。' },
    example: { expression: 'time-of(2026-12-25T17:30)', value: '17:30' },
  },
  {
    name: 'length',
    signature: 'length(text)',
    infer: exactly(number, text),
    doc: { en: 'The number of characters.', zh: '字符数。' },
    example: { expression: 'length("提成")', value: '2' },
  },
  {
    name: 'starts-with',
    signature: 'starts-with(text, start)',
    infer: exactly(boolean, text, text),
    doc: {
      en: 'Does the text begin with the other?',
      zh: '文本是否以另一文本开头。',
    },
    example: { expression: 'starts-with("SO-2026", "SO-")', value: 'true' },
  },
  {
    name: 'contains',
    signature: 'contains(text, part)',
    infer: exactly(boolean, text, text),
    doc: { en: 'Does the text hold the other?', zh: '文本是否包含另一文本。' },
    example: { expression: 'contains("red M", "M")', value: 'true' },
  },
  {
    name: 'size',
    signature: 'size(list)',
    infer: ([list, ...more]) =>
      (list?.is === 'list' || list?.is === 'unknown') && more.length === 0 ? number : undefined,
    doc: { en: 'The number of elements.', zh: '元素个数。' },
    example: { expression: 'size([1, 2, 3])', value: '3' },
  },
  {
    name: 'join',
    signature: 'join(list, list)',
    infer: ([a, b, ...more]) =>
      a?.is === 'list' && b?.is === 'list' && more.length === 0 && fits(a, b)
        ? a.of.is === 'unknown'
          ? b
          : a
        : undefined,
    doc: { en: 'Both lists, one after the other.', zh: '将两个列表首尾相接。' },
    example: { expression: 'size(join([1], [2, 3]))', value: '3' },
  },
  {
    name: 'superior-of',
    signature: 'superior-of(post)',
    infer: ([a, ...more]) => (more.length === 0 && isPost(a) ? a : undefined),
    expects: (_index, scope) => post(scope),
    doc: {
      en: 'The post that the post reports to.',
      zh: '该岗位的直接上级岗位。',
    },
    example: { expression: 'superior-of(promoter)', value: 'head' },
  },
  {
    name: 'is-above',
    signature: 'is-above(post, post)',
    infer: ([a, b, ...more]) => (more.length === 0 && isPost(a) && isPost(b) ? boolean : undefined),
    expects: (_index, scope) => post(scope),
    doc: {
      en: 'Does the second post report to the first, directly or through others?',
      zh: '后一岗位是否直接或间接隶属前一岗位。',
    },
    example: { expression: 'is-above(head, promoter)', value: 'true' },
  },
  {
    name: 'department-of',
    signature: 'department-of(post)',
    infer: ([a, ...more]) => (more.length === 0 && isPost(a) ? text : undefined),
    expects: (_index, scope) => post(scope),
    doc: {
      en: 'The id of the department that the post belongs to.',
      zh: '该岗位所属部门的代号。',
    },
    example: {
      expression: 'department-of(head) = "e-commerce"',
      value: 'true',
    },
  },
] as const satisfies readonly FunctionDefinition[];

export type FunctionName = OperatorName | (typeof functions)[number]['name'];

/** Functions that are answered by the organization of the posts' scope, so that other lines in it change what they say. */
export function asksOrganization(name: FunctionName): boolean {
  return name === 'superior-of' || name === 'is-above' || name === 'department-of';
}

export function functionNamed(name: string): FunctionDefinition | undefined {
  return functions.find((definition) => definition.name === name);
}

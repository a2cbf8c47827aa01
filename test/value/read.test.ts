import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  days,
  listOf,
  minutes,
  money,
  months,
  number,
  percent,
  quantity,
  text,
  type Type,
} from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import { sameValue } from '../../engine/value/compare.ts';
import { printValue } from '../../engine/value/print.ts';
import { readValue } from '../../engine/value/read.ts';
import { programWith } from '../support/ir.ts';

const program = programWith([]);
const cny = money('CNY');
const can = quantity('can');
const grade: Type = { is: 'enumeration', name: 'grade' };
const post: Type = { is: 'post', scope: 'pay' };
const marks: Type = { is: 'record', fields: { A: number, note: text } };

/** Text, type, and the value as it prints, or the code and a part of each message. */
const cases: readonly (readonly [string, Type, string | readonly [code: string, en: string, zh: string]])[] = [
  ['12.50', number, '12.5'],
  ['007', number, '7'],
  ['-0.0', number, '0'],
  ['\u22125', number, '-5'],
  ['１２．５', number, '12.5'],
  ['12²', number, ['wrong-type', '“12²” is not a number', '“12²”不是数字']],
  ['⒈5', number, ['wrong-type', 'is not a number', '不是数字']],
  ['1e3', number, ['wrong-type', 'written with an exponent (E). Write all its digits, such as 1000;', '如 1000']],
  ['1.', number, ['wrong-type', 'is not a number', '不是数字']],
  ['.5', number, ['wrong-type', 'is not a number', '不是数字']],
  ['+5', number, ['wrong-type', 'is not a number', '不是数字']],
  ['5%', number, ['wrong-type', 'is not a number', '不是数字']],
  ['Infinity', number, ['wrong-type', 'is not a number', '不是数字']],
  ['1'.repeat(60), number, '1'.repeat(60)],
  ['1'.repeat(61), number, ['too-long', 'more than 60 digits', '超过60位']],
  ['30%', percent, '30%'],
  ['30 ％', percent, '30%'],
  ['-0.5%', percent, '-0.5%'],
  ['0.85', percent, ['needs-unit', 'Is it 0.85% or 85%?', '是0.85%还是85%']],
  ['1/3', percent, ['wrong-type', 'is not a percentage', '不是百分比']],
  ['500 CNY', cny, '500.00 CNY'],
  // A footnote's mark is no digit.
  ['500¹ CNY', cny, ['wrong-type', 'is not an amount', '不是']],
  ['500①元', cny, ['wrong-type', 'is not an amount', '不是']],
  ['[5² CNY]', listOf(cny), ['wrong-type', 'is not', '不是']],
  ['500CNY', cny, '500.00 CNY'],
  ['¥500', cny, '500.00 CNY'],
  ['￥500', cny, '500.00 CNY'],
  ['-¥3.50', cny, '-3.50 CNY'],
  ['¥-3.50', cny, '-3.50 CNY'],
  ['500元', cny, '500.00 CNY'],
  ['5.5 万元', cny, '55000.00 CNY'],
  ['0.005 CNY', cny, '0.005 CNY'],
  ['500', cny, ['needs-unit', '500 CNY or 500万元', '500 CNY还是500万元']],
  ['500 USD', cny, ['wrong-unit', 'has the unit “USD”', '单位是“USD”']],
  ['5万', cny, ['needs-unit', '“5万” has no unit. Is it 50000 CNY?', '是50000 CNY？']],
  ['2亿元', cny, '200000000.00 CNY'],
  ['¥5万', cny, '50000.00 CNY'],
  ['¥5万元', cny, '50000.00 CNY'],
  ['1.5万', number, '15000'],
  ['5万%', percent, ['wrong-type', 'is not a percentage', '不是百分比']],
  ['1,000 CNY', cny, ['wrong-type', 'Write 1000 CNY', '请写成1000 CNY']],
  ['40 cans', can, '40 cans'],
  ['1 cans', can, '1 can'],
  ['40罐', can, '40 cans'],
  ['40', can, ['needs-unit', 'Is it 40 cans or 40罐?', '是40 cans还是40罐']],
  ['40 kegs', can, ['wrong-unit', 'such as 40 cans', '如40罐']],
  ['7 days', days, '7 days'],
  ['7天', days, '7 days'],
  ['2 weeks', days, '14 days'],
  ['2周', days, '14 days'],
  ['none', days, 'none'],
  ['3 months', days, ['wrong-unit', 'has the unit “months”', '单位是“months”']],
  ['7', days, ['needs-unit', '7 days or 7 weeks', '7 days还是7 weeks']],
  ['3个月', months, '3 months'],
  ['1 year', months, '12 months'],
  ['24 hours', minutes, '24 hours'],
  ['1.5小时', minutes, '90 minutes'],
  ['2027-01-04', { is: 'date' }, '2027-01-04'],
  ['2028-02-29', { is: 'date' }, '2028-02-29'],
  ['2027-02-29', { is: 'date' }, ['no-such-day', 'no day of the calendar', '日历上没有']],
  ['0000-01-01', { is: 'date' }, ['no-such-day', 'no day of the calendar', '日历上没有']],
  ['2027/01/04', { is: 'date' }, ['wrong-type', 'such as 2027-01-04', '如2027-01-04']],
  ['17:00', { is: 'time' }, '17:00'],
  ['9:05:30', { is: 'time' }, '09:05:30'],
  ['24:00', { is: 'time' }, ['wrong-type', 'such as 17:00', '如17:00']],
  ['2027-01-20T09:00', { is: 'date-time' }, '2027-01-20T09:00'],
  ['2027-01-20 09:00:01', { is: 'date-time' }, '2027-01-20T09:00:01'],
  ['2027-01-20T09:00Z', { is: 'date-time' }, ['wrong-type', 'is not a moment', '不是日期时刻']],
  ['是', { is: 'boolean' }, 'true'],
  ['false', { is: 'boolean' }, 'false'],
  ['1', { is: 'boolean' }, ['wrong-type', 'true or false', '是或否']],
  ['A', grade, 'A'],
  ['Above target', grade, 'A'],
  ['达到目标', grade, 'B'],
  ['C', grade, ['unknown-member', 'Known are: A', '可用的有：A']],
  ['head', post, 'head'],
  ['chief', post, ['unknown-member', 'director, head', 'director, head']],
  [' a, b ', text, ' a, b '],
  ['[1, 2]', listOf(number), '[1, 2]'],
  ['[]', listOf(number), '[]'],
  ['[1, x]', listOf(number), ['wrong-type', 'Element 2: ', '第 2 项：']],
  ['[1, 2', listOf(number), ['wrong-type', 'is not a list', '不是列表']],
  ['[1]]', listOf(number), ['wrong-type', 'is not a list', '不是列表']],
  ['["a, b", c, "d \\" e"]', listOf(text), '["a, b", c, "d \\" e"]'],
  ['["a]', listOf(text), ['wrong-type', 'is not a list', '不是列表']],
  ['[[1], [2, 3]]', listOf(listOf(number)), '[[1], [2, 3]]'],
  ['{note: "x: y", A: 9}', marks, '{A: 9, note: "x: y"}'],
  ['{A: 9}', marks, '{A: 9}'],
  ['{B: 9}', marks, ['unknown-field', 'no field “B”', '没有“B”']],
  ['{A: 9, A: 8}', marks, ['given-twice', 'given twice', '给出了两次']],
  ['{A}', marks, ['wrong-type', 'is not a record', '记录']],
];

test.each(cases)('%s', (written, type, expected) => {
  const value = readValue(written, type, program);
  if (typeof expected === 'string') {
    expect(printValue(value, program)).toBe(expected);
  } else {
    expect(value).toMatchObject({ is: 'invalid', code: `fact/${expected[0]}` });
    const { message } = value as Extract<Value, { is: 'invalid' }>;
    expect(message.en).toContain(expected[1]);
    expect(message.zh).toContain(expected[2]);
  }
});

test('a list is at most 10,000 long', () => {
  const list = (length: number): string => `[${Array.from({ length }, () => '1').join(', ')}]`;
  expect(readValue(list(10_000), listOf(number), program).is).toBe('list');
  expect(readValue(list(10_001), listOf(number), program)).toMatchObject({ code: 'fact/list-too-long' });
});

describe('what prints reads back as the same value', () => {
  const digits = fc
    .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat({ max: 6 }))
    .map(([units, decimals]) => {
      const padded = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
      const whole = padded.slice(0, padded.length - decimals);
      return `${units < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${padded.slice(-decimals)}`}`;
    });
  const scalars: readonly (readonly [Type, fc.Arbitrary<Value>])[] = [
    [number, digits.map((d): Value => ({ is: 'number', digits: d }))],
    [percent, digits.map((d): Value => ({ is: 'percent', digits: d }))],
    [cny, digits.map((d): Value => ({ is: 'money', digits: d, currency: 'CNY' }))],
    [can, digits.map((d): Value => ({ is: 'quantity', digits: d, unit: 'can' }))],
    [days, digits.map((d): Value => ({ is: 'duration', digits: d, family: 'days' }))],
    [months, digits.map((d): Value => ({ is: 'duration', digits: d, family: 'months' }))],
    [minutes, digits.map((d): Value => ({ is: 'duration', digits: d, family: 'minutes' }))],
    [grade, fc.constantFrom('A', 'B').map((name): Value => ({ is: 'member', enumeration: 'grade', name }))],
  ];
  test.each(scalars)('%o', (type, values) => {
    fc.assert(
      fc.property(values, (value) => sameValue(readValue(printValue(value, program), type, program), value)),
      { numRuns: 200 },
    );
  });

  test('texts inside lists, whatever they hold', () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\\', '[', '}', ':', '员', '𠮷') }),
    );
    fc.assert(
      fc.property(texts, (items) => {
        const list: Value = { is: 'list', items: items.map((item) => ({ is: 'text', text: item })) };
        return sameValue(readValue(printValue(list, program), listOf(text), program), list);
      }),
      { numRuns: 500 },
    );
  });
});

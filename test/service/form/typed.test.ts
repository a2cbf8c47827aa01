import { expect, it } from 'vitest';
import { cellsFrom } from '../../../engine/service/form/clipboard.ts';
import { chineseNumber } from '../../../engine/service/form/chinese-number.ts';
import { typedText, type Typing } from '../../../engine/service/form/typed.ts';
import { schemaOf } from '../../../engine/shape/schema.ts';
import { cell, choice, dateText, expression, integer, prose, truth } from '../../../engine/shape/builders.ts';

const doc = { en: '', zh: '' };
const money: Typing = { currency: 'CNY' };
const percent: Typing = { currency: 'CNY', unit: '%' };

it.each<[typed: string, typing: Typing, text: string]>([
  ['¥1,000', money, '1000 CNY'],
  ['￥１，０００．５０', money, '1000.50 CNY'],
  ['1,234,567元', money, '1234567 CNY'],
  ['一千二百元', money, '1200 CNY'],
  ['1.2万元', money, '12000 CNY'],
  ['0.00005万元', money, '0.5 CNY'],
  ['RMB 20', money, '20 CNY'],
  ['20 CNY', money, '20 CNY'],
  ['5 pieces', money, '5 pieces'],
  ['2.6', percent, '2.6%'],
  ['２．６％', percent, '2.6%'],
  ['百分之二点五', percent, '2.5%'],
  ['12,5', percent, '12,5'],
  ['1e5', money, '1e5'],
  ['三千五', money, '三千五'],
  ['sales.net * 2%', percent, 'sales.net * 2%'],
  ['2026年2月3日', money, '2026-02-03'],
  ['[0% .. 5%)', percent, '[0% .. 5%)'],
  ['unset', percent, 'unset'],
  ['保留', { ...money, choices: [{ value: 'keep', title: { en: 'Keep', zh: '保留' } }] }, 'keep'],
])('%s is read as %j has it', (typed, typing, text) => {
  expect(typedText(typed, schemaOf(expression(doc)), typing)).toBe(text);
});

it.each([
  ['60%以上', '>= 60%'],
  ['６０％及以上', '>= 60%'],
  ['不足30', '< 30%'],
  ['超过120%', '> 120%'],
  ['不超过１，０００元', '<= 1000 CNY'],
  ['7天以内', '<= 7 天'],
  ['[0% .. 5%)', '[0% .. 5%)'],
  ['以上', '以上'],
  ['经理以上', '经理以上'],
])('%s in a range is %s', (typed, text) => {
  expect(typedText(typed, schemaOf(cell(doc)), percent)).toBe(text);
});

it('a unit of another word is written as the column has it; a counter behind a whole number goes', () => {
  const units = new Map([
    ['people', 'person'],
    ['人', 'person'],
  ]);
  expect(typedText('15人', schemaOf(expression(doc)), { unit: ' people', units })).toBe('15 people');
  expect(typedText('３天', schemaOf(expression(doc)), { unit: ' days', units })).toBe('3 days');
  expect(typedText('15箱', schemaOf(expression(doc)), { unit: ' people', units })).toBe('15 箱');
  expect(typedText('15 人', schemaOf(integer(doc)), { units })).toBe('15');
});

it('reads dates, numbers, truths and choices by their titles', () => {
  expect(typedText('2027.1.4', schemaOf(dateText(doc)), {})).toBe('2027-01-04');
  expect(typedText('二十', schemaOf(integer(doc)), {})).toBe('20');
  expect(typedText('是', schemaOf(truth(doc)), {})).toBe('true');
  expect(typedText('分段累计', schemaOf(choice(doc, 'slab', 'graduated')), {})).toBe('graduated');
  expect(typedText(' 1,000 ', schemaOf(prose(doc)), {})).toBe('1,000');
});

it.each([
  ['十', '10'],
  ['二十一', '21'],
  ['一百零五', '105'],
  ['一万二千', '12000'],
  ['三亿零五十万', '300500000'],
  ['二〇二七', '2027'],
  ['两千', '2000'],
  ['一二十', undefined],
  ['百', undefined],
  ['', undefined],
  ['5', undefined],
])('%s as a number is %s', (text, number) => {
  expect(chineseNumber(text)).toBe(number);
});

it.each<[text: string, cells: readonly (readonly string[])[]]>([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '"two\nlines"\t"a ""b"""\nx\t',
    [
      ['two\nlines', 'a "b"'],
      ['x', ''],
    ],
  ],
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '"1,000",b\n2,c',
    [
      ['1,000', 'b'],
      ['2', 'c'],
    ],
  ],
  ['1,000\n2,000', [['1,000'], ['2,000']]],
  ['one, two', [['one, two']]],
  ['[0% .. 30%)', [['[0% .. 30%)']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['say "no"', [['say "no"']]],
])('%j on the clipboard', (text, cells) => {
  expect(cellsFrom(text)).toEqual(cells);
});

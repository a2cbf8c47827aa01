import { expect, test } from 'vitest';
import { didYouMean, suggest } from '../../engine/diagnostic/suggest.ts';

const facts = ['sales.net', 'sales.target', 'sales.completion', '目标完成率', '客服', '客户', 'at', 'by', 'tiers'];

test.each([
  ['sales.nte', ['sales.net']],
  ['Sales.Net', ['sales.net']],
  ['sales_target', ['sales.target']],
  ['net', ['sales.net']],
  ['目标完成律', ['目标完成率']],
  ['客服部', ['客服']],
  ['tier', ['tiers']],
  ['ａt', ['at']],
  ['bx', []],
  ['revenue', []],
  ['饭堂', []],
  ['', []],
])('%s suggests %j', (word, expected) => {
  expect(suggest(word, facts)).toEqual(expected);
});

test('at most three, nearest first, then by code point', () => {
  expect(suggest('abcdef', ['abcdxx', 'abcdee', 'zbcdef', 'abcdex', 'abcdef2'])).toEqual([
    'abcdee',
    'abcdef2',
    'abcdex',
  ]);
});

test('a very long word costs nothing', () => {
  expect(suggest('x'.repeat(1_000_000), facts)).toEqual([]);
});

test('the question names the suggestions in both languages', () => {
  expect(didYouMean([])).toEqual({ en: '', zh: '' });
  expect(didYouMean(['a', 'b'])).toEqual({ en: ' Did you mean “a” or “b”?', zh: '是不是“a”或“b”？' });
});

import { expect, test } from 'vitest';
import { isBare, withUnit, type Field, type Input } from '../../engine/service/fields.ts';

const title = { en: 'x', zh: 'x' };
const field = (input: Input): Field => ({ name: 'x', title, type: 'x', input, computed: false });
const money: Input = { is: 'amount', unit: ' CNY', unitTitle: title };
const percent: Input = { is: 'amount', unit: '%', unitTitle: title };

test.each([
  ['1600', money, '1600 CNY'],
  [' 1600.50 ', money, '1600.50 CNY'],
  ['-5', money, '-5 CNY'],
  ['１６００', money, '１６００ CNY'],
  ['110', percent, '110%'],
  ['110%', percent, '110%'],
  ['5万元', money, '5万元'],
  ['1,600', money, '1,600'],
  ['', money, ''],
  ['  ', money, '  '],
  ['17:00', { is: 'text', example: '' } satisfies Input, '17:00'],
])('%o becomes %o', (typed, input, text) => {
  expect(withUnit(typed, field(input))).toBe(text);
});

test.each([
  ['', true],
  ['12.5', true],
  ['12 CNY', false],
  ['1e5', false],
])('%o is bare: %o', (typed, bare) => {
  expect(isBare(typed)).toBe(bare);
});

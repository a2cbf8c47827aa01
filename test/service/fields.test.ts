import { expect, test } from 'vitest';
import { isBare, rawOfTyped, withUnit, type Input } from '../../engine/service/fields.ts';

const title = { en: 'x', zh: 'x' };
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
  expect(withUnit(typed, input)).toBe(text);
});

test.each([
  ['', true],
  ['12.5', true],
  ['12 CNY', false],
  ['1e5', false],
])('%o is bare: %o', (typed, bare) => {
  expect(isBare(typed)).toBe(bare);
});

test('lists and records are given by their parts, those without text are not', () => {
  const shares: Input = {
    is: 'list',
    of: {
      is: 'record',
      fields: [
        { name: 'share', input: percent },
        { name: 'who', input: { is: 'text', example: '' } },
      ],
    },
  };
  expect(rawOfTyped([{ share: '64', who: '' }, {}], shares)).toEqual([{ share: '64%' }, {}]);
  expect(rawOfTyped('[{ share: 64% }]', shares)).toBe('[{ share: 64% }]');
  expect(rawOfTyped('', shares)).toBeNull();
  expect(rawOfTyped([], shares)).toEqual([]);
});

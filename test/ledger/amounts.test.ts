import { expect, test } from 'vitest';
import { amountsIn, isRate, isSame } from '../../engine/ledger/amounts.ts';

const amounts: readonly (readonly [text: string, ...found: string[]])[] = [
  ['3500 CNY a month', '3500 money'],
  ['0.5%', '0.5 percent'],
  ['(30% .. 31%)', '30 percent', '31 percent'],
  ['1,200.50 CNY', '1200.5 money'],
  ['1.25万元', '12500 money'],
  ['24 hours', '1440 minutes'],
  ['2 weeks', '14 days'],
  ['1 year', '12 months'],
  ['90 to 100', '90 count', '100 count'],
  ['50 to 100 CNY', '50 money', '100 money'],
  ['1 to 3 months', '1 months', '3 months'],
  ['30 to 31%', '30 percent', '31 percent'],
  ['from 9 to 17', '9 count', '17 count'],
  ['3 duties', '3 count'],
  ['from 9:00 to 17:30', '09:00 time', '17:30 time'],
  ['2027-01-04', '2027-01-04 date'],
  ['last-weekday(friday, day)', 'friday day'],
  // Names and ids carry no figures.
  ['O-1.3.3a'],
  ['kpi-4 and v2'],
  ['black-friday'],
  ['on time and to quality'],
];

test.each(amounts)('%s', (text, ...found) => {
  expect(amountsIn(text).map(({ number, of }) => `${number} ${of}`)).toEqual(found);
});

test.each([
  ['20%', '20.0%', true],
  ['20%', '20', false],
  ['7 days', '1 week', true],
  ['1 day', '24 hours', false],
  ['500 CNY', '500 people', false],
])('%s and %s', (one, other, same) => {
  const [[a], [b]] = [amountsIn(one), amountsIn(other)];
  if (a === undefined || b === undefined) throw new Error('a figure is not read');
  expect(isSame(a, b)).toBe(same);
});

test.each([
  ['4 posts a day', true],
  ['4 times', true],
  ['1 working day', true],
  ["5 o'clock", true],
  ['4 duties', false],
  ['2 kinds of data', false],
])('%s says how often or when: %s', (figure, rate) => {
  expect(isRate(figure)).toBe(rate);
});

import { expect, test } from 'vitest';
import { operators } from '../../../engine/json-rules.ts';

const operator = (name: string): ((fact: unknown, value: unknown) => boolean) => {
  const found = operators.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no operator ${name}`);
  return found.evaluate;
};

test.each([
  ['dec.lt', '9', '10', true],
  ['dec.eq', '0.30', '0.3', true],
  ['dec.eq', '1/3', '0.3333333333333333', false],
  ['dec.gt', '12345678901234567890.12', '12345678901234567890.11', true],
  ['dec.ge', '-0.5', '-1/2', true],
  ['dec.in', '0.3', '[0.3..0.5)', true],
  ['dec.in', '0.5', '[0.3..0.5)', false],
  ['dec.in', '0.3', '(0.3..)', false],
  ['dec.not-in', '0.3', '(0.3..)', true],
  ['dec.in', '-1000', '(..0]', true],
  ['dec.one-of', '1.0', '["2","1"]', true],
  ['dec.none-of', '3', '["2","1"]', true],
  ['dur.eq', 'none', 'none', true],
  ['dur.ne', 'none', '3', true],
  ['dur.lt', 'none', '3', false],
  ['dur.ge', 'none', '3', false],
  ['dur.in', 'none', '[1..3]', false],
  ['dur.not-in', 'none', '[1..3]', false],
  ['iso.lt', '2021-04-06', '2022-04-05', true],
  ['iso.in', '2026-02-28', '[2026-01-01..2026-03-01)', true],
  ['text.lt', '\u{ff5e}', '\u{1f600}', true],
  ['is.eq', 'red', 'red', true],
  ['is.ne', true, false, true],
  ['is.one-of', 'red', '["red","blue"]', true],
  ['state.known', 'red', true, true],
  ['state.unknown', null, true, true],
  ['state.failed', { failed: 'fact/out-of-range' }, true, true],
  ['state.none', 'none', true, true],
])('%s of %j and %j is %j', (name, fact, value, is) => {
  expect(operator(name)(fact, value)).toBe(is);
});

test('what is not known is neither true nor false', () => {
  const comparing = operators.filter(({ name }) => !name.startsWith('state.'));
  for (const { name, evaluate } of comparing) {
    for (const open of [null, { failed: 'fact/wrong-type' }]) {
      expect([name, evaluate(open, '1'), evaluate('1', open)]).toEqual([name, false, false]);
    }
  }
});

test('a number, an unreadable text and sides of two sorts throw', () => {
  expect(() => operator('dec.lt')(9, '10')).toThrow('amounts cross as text');
  expect(() => operator('dec.lt')('1e3', '10')).toThrow('exact decimal text');
  expect(() => operator('dec.in')('1', '1 to 3')).toThrow('no interval');
  expect(() => operator('iso.lt')('05-Apr-2022', '2022-04-05')).toThrow('ISO');
  expect(() => operator('iso.lt')('2022-04-05', '2022-04-05T00:00:00')).toThrow('not of one sort');
  expect(() => operator('is.eq')('true', true)).toThrow('never compared');
});

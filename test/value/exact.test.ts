import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../../engine/value/compare.ts';
import { compareExact, exact, exactDigits, parseExact } from '../../engine/value/exact.ts';
import { joinReasons } from '../../engine/compile/exact/result.ts';
import { normalizeReasons } from '../../engine/value/reasons.ts';
import { toOutcome } from '../../engine/value/outcome.ts';
import { printInterval, printSet } from '../../engine/value/print.ts';
import { programWith } from '../support/ir.ts';

const program = programWith([]);

const fraction = fc.tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }));

test('digits are canonical and read back', () => {
  fc.assert(
    fc.property(fraction, ([top, bottom]) => {
      const number = exact(top, bottom);
      const digits = exactDigits(number);
      expect(parseExact(digits)).toEqual(number);
      expect(digits).toMatch(/^(-?(0|[1-9]\d*)(\.\d*[1-9])?|-?\d+\/\d+)$/);
      expect(digits === '-0').toBe(false);
    }),
  );
});

test('order is that of the fractions', () => {
  fc.assert(
    fc.property(fraction, fraction, ([a, b], [c, d]) => {
      const difference = a * d - c * b;
      expect(Math.sign(compareExact(exact(a, b), exact(c, d)))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
    }),
  );
});

test('text is ordered by code point', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '～', '￥', '🍵', '𠮷') });
  const points = (text: string): readonly number[] => [...text].map((character) => character.codePointAt(0)!);
  fc.assert(
    fc.property(word, word, (a, b) => {
      const [left, right] = [points(a), points(b)];
      const at = left.findIndex((point, i) => point !== right[i]);
      const expected = at < 0 ? Math.sign(left.length - right.length) : left[at]! < (right[at] ?? -1) ? -1 : 1;
      expect(compareText(a, b)).toBe(expected);
    }),
  );
  expect(compareText('￥', '🍵')).toBe(-1);
});

test('ranges are written shortly', () => {
  const end = (digits: string, open: boolean) => ({ value: { is: 'money', digits, currency: 'CNY' } as const, open });
  expect(printInterval(end('50.00', false), end('0.5', true), program)).toBe('[50 CNY .. 0.5 CNY)');
  expect(printInterval(undefined, end('1', true), program)).toBe('< 1 CNY');
  expect(printInterval(end('1', true), undefined, program)).toBe('> 1 CNY');
  expect(printInterval(undefined, undefined, program)).toBe('any');
  expect(printSet([{ is: 'text', text: 'a b' }], true, program)).toBe('!= "a b"');
});

test('reasons are a set, sorted by code and then by what they name', () => {
  const text = { en: '', zh: '' };
  const reasons = normalizeReasons([
    { code: 'missing-fact', fact: 'b', text },
    { code: 'missing-fact', fact: 'a.b', text },
    { code: 'gap', gap: 't#x', text },
    { code: 'missing-fact', fact: 'b', text: { en: 'again', zh: '' } },
    { code: 'missing-fact', fact: 'a', text },
  ]);
  expect(reasons.map(({ fact, gap }) => fact ?? gap)).toEqual(['t#x', 'a', 'a.b', 'b']);
});

test('of two holes with the same gap and other words one stays, whichever was looked at first', () => {
  const hole = (en: string) => ({ code: 'gap', gap: 't#x', text: { en, zh: '' } }) as const;
  const [any, light] = [hole('No tier says anything here.'), hole('No tier covers weight < 3.25 kg.')];
  for (const reasons of [
    [any, light],
    [light, any],
  ])
    expect([normalizeReasons(reasons), joinReasons(reasons.slice(0, 1), reasons.slice(1))]).toEqual([[light], [light]]);
});

test('a name that only JavaScript knows is no decision', () => {
  const failure = { status: 'error', code: 'decision/unknown', message: { en: '', zh: '' } } as const;
  expect(toOutcome(program, 'toString', failure)).toMatchObject({ type: 'unknown', version: 0, policy: '' });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  divide,
  multiply,
  subtract,
  toMultiple,
  whole,
  type Rational,
} from '../../engine/compile/exact/rational.ts';
import { cellReaders } from '../../engine/compile/fast/facts.ts';
import { print } from '../../engine/compile/fast/print.ts';
import { newRun, notPlain, type Run } from '../../engine/compile/fast/run.ts';
import { arithmetic } from '../../engine/plain/arithmetic.ts';
import { compare } from '../../engine/plain/compare.ts';
import { constant } from '../../engine/plain/number.ts';
import { round } from '../../engine/plain/round.ts';
import { digitsAt, scaledOf, unitsAt } from '../../engine/plain/scaled.ts';
import type { PlainNumber } from '../../engine/plain/tree.ts';
import { compareExact, exact, parseExact } from '../../engine/value/exact.ts';

const printing = print({ asked: [], shared: [], slots: [], flags: [] }, cellReaders);

/** What a plain number stands for; undefined when it left. */
function exactly(number: PlainNumber, at: Run = newRun()): Rational | undefined {
  try {
    const units = printing.number(number)(at);
    expect(Number.isSafeInteger(units)).toBe(true);
    return exact(BigInt(units), 10n ** BigInt(number.scale) * BigInt(number.quotient ? at.denominator : 1));
  } catch (thrown) {
    expect(thrown).toBe(notPlain);
    return undefined;
  }
}

const small = fc.record({ units: fc.integer({ min: -99_999, max: 99_999 }), scale: fc.integer({ min: 0, max: 3 }) });
const large = fc.record({ units: fc.maxSafeInteger(), scale: fc.integer({ min: 0, max: 6 }) });
const literal = fc.oneof(small, large).map(constant);
/** A literal, or the quotient of two. */
const operand = fc.oneof(
  literal,
  fc
    .tuple(small, small)
    .map(([a, b]) => arithmetic('divide', [constant(a), constant({ ...b, units: Math.abs(b.units) + 1 })])!),
);

const operations = {
  add,
  subtract,
  multiply,
  divide,
  min: (a: Rational, b: Rational) => (compareExact(a, b) <= 0 ? a : b),
  max: (a: Rational, b: Rational) => (compareExact(a, b) >= 0 ? a : b),
} as const;

describe.each(Object.entries(operations))('%s', (name, wanted) => {
  test('is exact, or leaves', () => {
    fc.assert(
      fc.property(operand, operand, (a, b) => {
        const found = exactly(arithmetic(name as keyof typeof operations, [a, b])!);
        if (name === 'divide' && exactly(b)!.top <= 0n) expect(found).toBeUndefined();
        else if (found !== undefined) expect(found).toEqual(wanted(exactly(a)!, exactly(b)!));
      }),
    );
  });

  test('does not leave where numbers are small', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const positive = { ...b, units: Math.abs(b.units) + 1 };
        expect(exactly(arithmetic(name as keyof typeof operations, [constant(a), constant(positive)])!)).toBeDefined();
      }),
    );
  });
});

test('comparison is exact, or leaves', () => {
  const signs = { '<': -1, '=': 0, '>': 1 } as const;
  fc.assert(
    fc.property(operand, operand, (a, b) => {
      for (const [comparison, sign] of Object.entries(signs)) {
        try {
          const found = printing.truth(compare(comparison as keyof typeof signs, a, b)!)(newRun());
          expect(found).toBe(Math.sign(compareExact(exactly(a)!, exactly(b)!)) === sign);
        } catch (thrown) {
          expect(thrown).toBe(notPlain);
        }
      }
    }),
  );
});

describe.each(['half-up', 'half-even', 'up', 'down', 'floor', 'ceil'] as const)('rounding %s', (mode) => {
  const steps = fc.constantFrom('0.01', '0.05', '1', '10', '0.005');
  test('is exact and tells whether it changed the value', () => {
    fc.assert(
      fc.property(operand, steps, (value, to) => {
        const at = newRun();
        const found = exactly(round(value, scaledOf(to)!, mode, 4)!, at);
        if (found === undefined) return;
        const before = exactly(value)!;
        expect(found).toEqual(toMultiple(before, parseExact(to), mode));
        expect(at.flags).toBe(compareExact(found, before) === 0 ? 0 : 4);
      }),
    );
  });

  test('ties', () => {
    const results = [-25, -15, -5, 5, 15, 25].map((units) => {
      const value = constant({ units, scale: 1 });
      return exactly(round(value, { units: 1, scale: 0 }, mode, 0)!)!.top;
    });
    expect(results).toEqual(
      {
        'half-up': [-3n, -2n, -1n, 1n, 2n, 3n],
        'half-even': [-2n, -2n, 0n, 0n, 2n, 2n],
        up: [-3n, -2n, -1n, 1n, 2n, 3n],
        down: [-2n, -1n, 0n, 0n, 1n, 2n],
        floor: [-3n, -2n, -1n, 0n, 1n, 2n],
        ceil: [-2n, -1n, 0n, 1n, 2n, 3n],
      }[mode],
    );
  });
});

test('decimal text keeps every digit, or is not read', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }), (units, scale) => {
      const text = `${units < 0n ? '-' : ''}${String(units < 0n ? -units : units).padStart(scale + 1, '0')}`;
      const digits = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
      const found = unitsAt(digits, scale);
      const fits = units <= BigInt(Number.MAX_SAFE_INTEGER) && units >= -BigInt(Number.MAX_SAFE_INTEGER);
      if (!fits) expect(found).toBeNaN();
      else {
        expect(BigInt(found)).toBe(units);
        expect(parseExact(digitsAt(found, scale))).toEqual(exact(units, 10n ** BigInt(scale)));
      }
    }),
  );
});

test('the last whole numbers that a double tells apart are read as they are', () => {
  const last = BigInt(Number.MAX_SAFE_INTEGER);
  for (let units = last - 200n; units <= last; units += 1n)
    for (const signed of [units, -units]) expect(BigInt(unitsAt(`${signed}`, 0))).toBe(signed);
  for (let units = last + 1n; units < last + 200n; units += 1n) expect(unitsAt(`${units}`, 0)).toBeNaN();
});

test.each(['', '-', '.5', '5.', '1.2.3', '1e3', ' 1', '1,000', '٣', '1/3', '0x1', '+1', '1.234', '90071992547409.93'])(
  '%j is no number at scale 2',
  (text) => {
    expect(unitsAt(text, 2)).toBeNaN();
  },
);

test('a whole step of a number that is too long leaves instead of being off', () => {
  const value = constant({ units: Number.MAX_SAFE_INTEGER, scale: 0 });
  expect(exactly(round(value, { units: 1, scale: 0 }, 'half-up', 0)!)).toBeUndefined();
  expect(exactly(arithmetic('add', [value, constant({ units: 1, scale: 0 })])!)).toBeUndefined();
  expect(exactly(arithmetic('subtract', [value, constant({ units: 0, scale: 3 })])!)).toBeUndefined();
  expect(exactly(arithmetic('multiply', [value, constant({ units: 1, scale: 3 })])!)).toEqual(
    multiply(whole(Number.MAX_SAFE_INTEGER), parseExact('0.001')),
  );
});

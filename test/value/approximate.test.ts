import { describe, expect, test } from 'vitest';
import { approximated, approximatedValue } from '../../engine/value/approximate.ts';

const amounts: Readonly<Record<string, string>> = {
  '6000013/6311111 * 100%': '≈ 95.07% (exactly 6000013/6311111)',
  '-1/3 * 100%': '≈ -33.33% (exactly -1/3)',
  '10/3 * 1 CNY': '≈ 3.33 CNY (exactly 10/3)',
  '2/3 * 1 day': '≈ 0.66 day (exactly 2/3)',
  // Beside an edge of a tier it must not look as if it lay on it.
  '3000001/3000000 * 100%': '≈ 100.00003% (exactly 3000001/3000000)',
  '2999999/3000000 * 100%': '≈ 99.99% (exactly 2999999/3000000)',
};

describe('a quotient for people', () => {
  test.each(Object.entries(amounts))('%s', (written, shown) => {
    expect(approximated(written, 'en')).toBe(shown);
  });

  test('within a sentence, in both languages', () => {
    expect(approximated('5% × 1/3 * 1 CNY (x: 1/3 * 100%)', 'en')).toBe(
      '5% × ≈ 0.33 CNY (exactly 1/3) (x: ≈ 33.33% (exactly 1/3))',
    );
    expect(approximated('由其他事实得出1/3 * 100%，', 'zh')).toBe('由其他事实得出≈ 33.33%（精确值 1/3），');
  });

  test('a bare one only where the type says that it is a number', () => {
    expect(approximatedValue('1/3', 'number', 'zh')).toBe('≈ 0.33（精确值 1/3）');
    expect(approximatedValue('1/3', 'text', 'en')).toBe('1/3');
    expect(approximatedValue('95%', 'percent', 'en')).toBe('95%');
  });
});

import { Decimal } from 'decimal.js';
import { toHundredths, type Contender } from '../contender.ts';
import type { Answer } from '../rows.ts';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** What a careful programmer would write with whole cents: products compared, no quotient, rounding written out. */
export const integers: Contender = {
  name: 'hand-written scaled integers',
  rows: Infinity,
  prepare(rows) {
    const read = rows.map((row) => row.map(toHundredths));
    const answers = buffers(rows.length);
    return {
      run() {
        for (let i = 0; i < read.length; i += 1) {
          const [sales = 0, target = 1, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = read[i] ?? [];
          const reached = sales * 100;
          const rate =
            reached < target * 30
              ? 0
              : reached < target * 50
                ? 2
                : reached < target * 80
                  ? 3
                  : reached < target * 100
                    ? 4
                    : 5;
          answers.cents[i] = Math.floor((sales * rate * 2 + 100) / 200);
          const weighted = s1 * 20 + s2 * 40 + s3 * 20 + s4 * 20;
          const score = Math.floor((weighted * 2 + 100) / 200);
          answers.hundredths[i] = score;
          answers.grades[i] = score >= 9000 ? 'A' : score >= 8000 ? 'B' : score >= 6000 ? 'C' : 'D';
        }
      },
      answer: answers.answer,
    };
  },
};

/** The same with decimal.js. */
export const decimals: Contender = {
  name: 'hand-written decimal.js',
  rows: 50_000,
  prepare(rows) {
    const read = rows.map((row) => row.map((text) => new Exact(text.replace(' CNY', ''))));
    const [low, middle, high, full] = ['0.3', '0.5', '0.8', '1'].map((edge) => new Exact(edge)) as [
      Decimal,
      Decimal,
      Decimal,
      Decimal,
    ];
    const rates = ['0', '0.02', '0.03', '0.04', '0.05'].map((rate) => new Exact(rate));
    const [fifth, forty] = [new Exact('0.2'), new Exact('0.4')];
    const answers = buffers(rows.length);
    const amounts: Decimal[] = [];
    const scores: Decimal[] = [];
    return {
      run() {
        for (let i = 0; i < read.length; i += 1) {
          const [sales, target, s1, s2, s3, s4] = read[i] as unknown as [
            Decimal,
            Decimal,
            Decimal,
            Decimal,
            Decimal,
            Decimal,
          ];
          const completion = sales.div(target);
          const tier = completion.lt(low)
            ? 0
            : completion.lt(middle)
              ? 1
              : completion.lt(high)
                ? 2
                : completion.lt(full)
                  ? 3
                  : 4;
          amounts[i] = sales.times(rates[tier] ?? 0).toDecimalPlaces(2);
          const score = s1
            .times(fifth)
            .plus(s2.times(forty))
            .plus(s3.times(fifth))
            .plus(s4.times(fifth))
            .toDecimalPlaces(2);
          scores[i] = score;
          answers.grades[i] = score.gte(90) ? 'A' : score.gte(80) ? 'B' : score.gte(60) ? 'C' : 'D';
        }
      },
      answer: (i) => [Number(amounts[i]?.times(100)), Number(scores[i]?.times(100)), answers.grades[i] ?? ''],
    };
  },
};

/** The same with floats, as it is usually written. */
export const floats: Contender = {
  name: 'hand-written floats',
  rows: Infinity,
  prepare(rows) {
    const read = rows.map((row) => row.map((text) => Number(text.replace(' CNY', ''))));
    const answers = buffers(rows.length);
    const amounts = new Float64Array(rows.length);
    const scores = new Float64Array(rows.length);
    return {
      run() {
        for (let i = 0; i < read.length; i += 1) {
          const [sales = 0, target = 1, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = read[i] ?? [];
          const completion = sales / target;
          const rate =
            completion < 0.3 ? 0 : completion < 0.5 ? 0.02 : completion < 0.8 ? 0.03 : completion < 1 ? 0.04 : 0.05;
          amounts[i] = Math.round(sales * rate * 100) / 100;
          const score = Math.round((s1 * 0.2 + s2 * 0.4 + s3 * 0.2 + s4 * 0.2) * 100) / 100;
          scores[i] = score;
          answers.grades[i] = score >= 90 ? 'A' : score >= 80 ? 'B' : score >= 60 ? 'C' : 'D';
        }
      },
      answer: (i) => [Math.round((amounts[i] ?? 0) * 100), Math.round((scores[i] ?? 0) * 100), answers.grades[i] ?? ''],
    };
  },
};

function buffers(length: number): {
  cents: Float64Array;
  hundredths: Float64Array;
  grades: string[];
  readonly answer: (i: number) => Answer;
} {
  const [cents, hundredths] = [new Float64Array(length), new Float64Array(length)];
  const grades = Array.from({ length }, () => '');
  return { cents, hundredths, grades, answer: (i) => [cents[i] ?? 0, hundredths[i] ?? 0, grades[i] ?? ''] };
}

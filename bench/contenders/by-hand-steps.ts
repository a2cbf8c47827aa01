import { toHundredths, type Contender } from '../contender.ts';

/** What somebody who writes an explanation by hand would keep of one decision. */
interface Step {
  readonly name: string;
  readonly value: number | string;
  /** What it was worked out of, so that somebody can do it again. */
  readonly from: readonly number[];
}

const kept = 256;

/** The decision in whole cents with a list of what was worked out on the way. */
export const integersWithSteps: Contender = {
  name: 'hand-written scaled integers with a list of steps',
  rows: Infinity,
  prepare(rows) {
    const read = rows.map((row) => row.map(toHundredths));
    const steps: (readonly Step[])[] = Array.from({ length: kept }, () => []);
    const [cents, scores] = [new Float64Array(rows.length), new Float64Array(rows.length)];
    const grades: string[] = rows.map(() => '');
    return {
      run() {
        for (let i = 0; i < read.length; i += 1) {
          const [sales = 0, target = 1, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = read[i] ?? [];
          const reached = sales * 100;
          const tier =
            reached < target * 30
              ? 0
              : reached < target * 50
                ? 1
                : reached < target * 80
                  ? 2
                  : reached < target * 100
                    ? 3
                    : 4;
          const rate = tier === 0 ? 0 : tier + 1;
          const amount = Math.floor((sales * rate * 2 + 100) / 200);
          const weighted = s1 * 20 + s2 * 40 + s3 * 20 + s4 * 20;
          const score = Math.floor((weighted * 2 + 100) / 200);
          const grade = score >= 9000 ? 'A' : score >= 8000 ? 'B' : score >= 6000 ? 'C' : 'D';
          grades[i] = grade;
          cents[i] = amount;
          scores[i] = score;
          // Kept for a while, as an application would that shows or writes it, and then let go.
          steps[i % kept] = [
            { name: 'reached', value: reached, from: [sales, target] },
            { name: 'tier', value: tier, from: [reached, target] },
            { name: 'rate', value: rate, from: [tier] },
            { name: 'amount', value: amount, from: [sales, rate] },
            { name: 'weighted', value: weighted, from: [s1, s2, s3, s4] },
            { name: 'score', value: score, from: [weighted] },
            { name: 'grade', value: grade, from: [score] },
          ];
        }
      },
      answer: (i) => [cents[i] ?? NaN, scores[i] ?? NaN, grades[i] ?? ''],
    };
  },
};

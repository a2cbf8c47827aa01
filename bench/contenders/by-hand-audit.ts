import { toHundredths, type Contender } from '../contender.ts';

/** What a careful programmer would keep for an auditor: what was looked at, what it was, which line of which rule decided. Whole numbers inside. */
type Step =
  | { readonly step: 'fact'; readonly name: string; readonly value: number }
  | { readonly step: 'quotient'; readonly text: string; readonly top: number; readonly bottom: number }
  | { readonly step: 'sum'; readonly text: string; readonly value: number }
  | {
      readonly step: 'tier' | 'row';
      readonly number: number;
      readonly of: number;
      readonly range: string;
      readonly value: number | string;
      readonly clause: string;
    }
  | {
      readonly step: 'rounding';
      readonly from: number;
      readonly to: number;
      readonly mode: string;
      readonly changed: boolean;
    }
  | {
      readonly step: 'decision';
      readonly name: string;
      readonly policy: string;
      readonly version: number;
      readonly value: number | string;
    };

const kept = 256;
const ranges = ['< 30%', '[30% .. 50%)', '[50% .. 80%)', '[80% .. 100%)', '>= 100%'];
const rates = [0, 2, 3, 4, 5];
const bands = ['>= 90', '[80 .. 90)', '[60 .. 80)', '< 60'];
const marks = ['A', 'B', 'C', 'D'];
const clauses = { commission: 'commission.tiers', band: 'band.rows' };

/** The decisions in whole cents with all steps of the way to each. */
export const integersForAuditors: Contender = {
  name: 'hand-written list of steps for an auditor',
  rows: Infinity,
  prepare(rows) {
    const read = rows.map((row) => row.map(toHundredths));
    const lists: (readonly Step[])[] = Array.from({ length: kept }, () => []);
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
          const rate = rates[tier] ?? 0;
          const due = sales * rate;
          const amount = Math.floor((due * 2 + 100) / 200);
          const weighted = s1 * 20 + s2 * 40 + s3 * 20 + s4 * 20;
          const score = Math.floor((weighted * 2 + 100) / 200);
          const row = score >= 9000 ? 0 : score >= 8000 ? 1 : score >= 6000 ? 2 : 3;
          const grade = marks[row] ?? '';
          grades[i] = grade;
          cents[i] = amount;
          scores[i] = score;
          // Kept for a while, as an application would that shows or writes it, and then let go.
          lists[i % kept] = [
            { step: 'fact', name: 'sales', value: sales },
            { step: 'fact', name: 'target', value: target },
            { step: 'quotient', text: 'sales ÷ target', top: sales, bottom: target },
            {
              step: 'tier',
              number: tier + 1,
              of: 5,
              range: ranges[tier] ?? '',
              value: rate,
              clause: clauses.commission,
            },
            { step: 'sum', text: 'sales × rate', value: due },
            { step: 'rounding', from: due, to: amount, mode: 'half-up', changed: amount * 100 !== due },
            { step: 'decision', name: 'commission.amount', policy: 'commission', version: 1, value: amount },
            { step: 'fact', name: 's1', value: s1 },
            { step: 'fact', name: 's2', value: s2 },
            { step: 'fact', name: 's3', value: s3 },
            { step: 'fact', name: 's4', value: s4 },
            { step: 'sum', text: 's1 × 20% + s2 × 40% + s3 × 20% + s4 × 20%', value: weighted },
            { step: 'rounding', from: weighted, to: score, mode: 'half-up', changed: score * 100 !== weighted },
            { step: 'decision', name: 'kpi.score', policy: 'kpi', version: 1, value: score },
            { step: 'row', number: row + 1, of: 4, range: bands[row] ?? '', value: grade, clause: clauses.band },
            { step: 'decision', name: 'band.grade', policy: 'band', version: 1, value: grade },
          ];
        }
      },
      answer: (i) => [cents[i] ?? NaN, scores[i] ?? NaN, grades[i] ?? ''],
    };
  },
};

import { toHundredths, type Contender } from '../contender.ts';
import type { AnswerColumns, Columns } from './columns.ts';

/** A loop over columns of whole numbers into columns of whole numbers; the grade is its place among A to D. */
export function decideColumns(
  [sales = none, target = none, s1 = none, s2 = none, s3 = none, s4 = none]: Columns,
  { cents, scores, grades }: AnswerColumns,
): void {
  for (let i = 0; i < cents.length; i += 1) {
    const [net = 0, goal = 0] = [sales[i], target[i]];
    const reached = net * 100;
    const rate =
      reached < goal * 30 ? 0 : reached < goal * 50 ? 2 : reached < goal * 80 ? 3 : reached < goal * 100 ? 4 : 5;
    cents[i] = Math.floor((net * rate * 2 + 100) / 200);
    const weighted = (s1[i] ?? 0) * 20 + (s2[i] ?? 0) * 40 + (s3[i] ?? 0) * 20 + (s4[i] ?? 0) * 20;
    const score = Math.floor((weighted * 2 + 100) / 200);
    scores[i] = score;
    grades[i] = score >= 9000 ? 0 : score >= 8000 ? 1 : score >= 6000 ? 2 : 3;
  }
}
const none = new Float64Array();

export const integersInColumns: Contender = {
  name: 'hand-written loop over typed arrays',
  rows: Infinity,
  prepare(rows) {
    const given = [0, 1, 2, 3, 4, 5].map((at) => Float64Array.from(rows, (row) => toHundredths(row[at] ?? '')));
    const { length } = rows;
    const out = { cents: new Float64Array(length), scores: new Float64Array(length), grades: new Uint8Array(length) };
    return {
      run: () => decideColumns(given, out),
      answer: (i) => [out.cents[i] ?? NaN, out.scores[i] ?? NaN, 'ABCD'.charAt(out.grades[i] ?? 4)],
    };
  },
};

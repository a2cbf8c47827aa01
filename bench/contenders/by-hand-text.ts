import { answerOf, type Contender } from '../contender.ts';

/**
 * Decimal text in and decimal text out, around the decision in whole cents: each character looked at once, as somebody would
 * write it who knows what these texts look like.
 */
export const integersOfText: Contender = {
  name: 'hand-written scaled integers, text in and out',
  rows: Infinity,
  prepare(rows) {
    const amounts: string[] = rows.map(() => '');
    const scores: string[] = rows.map(() => '');
    const grades: string[] = rows.map(() => '');
    return {
      run() {
        for (let i = 0; i < rows.length; i += 1) {
          const [sales = '', target = '', s1 = '', s2 = '', s3 = '', s4 = ''] = rows[i] ?? [];
          const [net, goal] = [hundredthsOf(sales), hundredthsOf(target)];
          const reached = net * 100;
          const rate =
            reached < goal * 30 ? 0 : reached < goal * 50 ? 2 : reached < goal * 80 ? 3 : reached < goal * 100 ? 4 : 5;
          amounts[i] = `${textOf(Math.floor((net * rate * 2 + 100) / 200))} CNY`;
          const weighted =
            hundredthsOf(s1) * 20 + hundredthsOf(s2) * 40 + hundredthsOf(s3) * 20 + hundredthsOf(s4) * 20;
          const score = Math.floor((weighted * 2 + 100) / 200);
          scores[i] = textOf(score);
          grades[i] = score >= 9000 ? 'A' : score >= 8000 ? 'B' : score >= 6000 ? 'C' : 'D';
        }
      },
      answer: (i) => answerOf([amounts[i], scores[i], grades[i]]),
    };
  },
};

/** `1234.50 CNY` as 123450; a number with at most two decimals, then what it is of. Throws for anything else. */
function hundredthsOf(text: string): number {
  let [units, decimals, isPart] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign >= 48 && sign <= 57) {
      units = units * 10 + sign - 48;
      if (isPart) decimals += 1;
    } else if (sign === 46 && !isPart) isPart = true;
    else if (sign === 32 && at > 0) break;
    else throw new Error(`“${text}” is no amount`);
  }
  if (decimals > 2) throw new Error(`“${text}” has more than two decimals`);
  return decimals === 2 ? units : decimals === 1 ? units * 10 : units * 100;
}

function textOf(hundredths: number): string {
  const part = hundredths % 100;
  return `${(hundredths - part) / 100}.${part < 10 ? '0' : ''}${part}`;
}

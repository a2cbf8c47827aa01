import { answerOf, toHundredths, type Contender } from '../contender.ts';
import { decisions, facts } from '../names.ts';

type Row = readonly [sales: number, target: number, s1: number, s2: number, s3: number, s4: number];
type Value = number | string | boolean | undefined;

/** A module of the policy, as a host has it. */
export interface EmittedModule {
  readonly evaluate: (decision: string, facts: object, options: object) => { readonly value?: string };
  readonly prepare: (
    decisions: readonly string[],
    facts: readonly string[],
  ) => { readonly run: (texts: readonly string[], values: (string | undefined)[]) => void };
  readonly units: {
    readonly 'commission.amount': { readonly of: (sales: number, target: number) => Value };
    readonly 'kpi.score': { readonly of: (s1: number, s2: number, s3: number, s4: number) => Value };
    readonly 'band.grade': { readonly of: (s1: number, s2: number, s3: number, s4: number) => Value };
  };
}

/** Whole units in and out, as the hand-written integers have them. */
export const emitted = ({ units }: EmittedModule): Contender => ({
  name: 'Bylaw, emitted module',
  rows: Infinity,
  prepare(rows) {
    const read = rows.map((row) => row.map(toHundredths) as unknown as Row);
    const [amounts, scores] = [new Float64Array(rows.length), new Float64Array(rows.length)];
    const grades: string[] = rows.map(() => '');
    const { of: amountOf } = units['commission.amount'];
    const { of: scoreOf } = units['kpi.score'];
    const { of: gradeOf } = units['band.grade'];
    return {
      run() {
        for (let i = 0; i < read.length; i += 1) {
          const [sales = 0, target = 1, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = read[i] ?? [];
          amounts[i] = amountOf(sales, target) as number;
          scores[i] = scoreOf(s1, s2, s3, s4) as number;
          grades[i] = gradeOf(s1, s2, s3, s4) as string;
        }
      },
      answer: (i) => [amounts[i] ?? 0, scores[i] ?? 0, grades[i] ?? ''],
    };
  },
});

/** Texts in and out, row by row. */
export const emittedOfText = ({ prepare }: EmittedModule): Contender => ({
  name: 'Bylaw, emitted module, text in and out',
  rows: Infinity,
  prepare(rows) {
    const [amounts, scores, grades] = [0, 1, 2].map(() => rows.map(() => '')) as [string[], string[], string[]];
    const { run } = prepare(decisions, facts);
    const values: (string | undefined)[] = [];
    return {
      run() {
        for (let i = 0; i < rows.length; i += 1) {
          run(rows[i] ?? [], values);
          amounts[i] = values[0] ?? '';
          scores[i] = values[1] ?? '';
          grades[i] = values[2] ?? '';
        }
      },
      answer: (i) => answerOf([amounts[i], scores[i], grades[i]]),
    };
  },
});

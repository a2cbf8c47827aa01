import { compile } from '../../engine/compile/compile.ts';
import type { Program } from '../../engine/ir/program.ts';
import { decisions, facts } from '../names.ts';
import { decideColumns } from './by-hand-columns.ts';

/** A column for each fact, in their order: whole hundredths. */
export type Columns = readonly Float64Array[];

/** A way to decide all rows of columns. */
interface Way {
  readonly name: string;
  readonly over: (given: Columns) => {
    readonly run: () => void;
    /** Something of all answers of the last run, the same for everybody who is right. */
    readonly sum: () => string;
  };
}

/** All ways from columns of numbers to columns of answers, the one by hand first. */
export const waysOver = (program: Program): readonly Way[] => [byHand, kernels(program), closures(program)];

const byHand: Way = {
  name: 'hand-written loop over typed arrays',
  over(given) {
    const out = answerColumns(given);
    return { run: () => decideColumns(given, out), sum: () => sumOf(out) };
  },
};

/** The decisions as kernels over columns. */
const kernels = (program: Program): Way => ({
  name: 'Bylaw, columns',
  over(given) {
    const batch = compile(program).batch(decisions, facts);
    const out = answerColumns(given);
    const [toCents = 1, toHundredths = 1] = batch.outputs.map(({ scale }) => 10 ** (scale - 2));
    return {
      run() {
        const [amount, score, grade] = batch.run(given, out.cents.length);
        if (amount === undefined || score === undefined || grade === undefined) throw new Error('three were asked');
        const places = grade.words.map((word) => 'ABCD'.indexOf(word));
        for (let i = 0; i < out.cents.length; i += 1) {
          out.cents[i] = amount.plain[i] === 1 ? (amount.units[i] ?? NaN) / toCents : NaN;
          out.scores[i] = score.plain[i] === 1 ? (score.units[i] ?? NaN) / toHundredths : NaN;
          out.grades[i] = grade.plain[i] === 1 ? (places[grade.codes[i] ?? -1] ?? 4) : 4;
        }
      },
      sum: () => sumOf(out),
    };
  },
});

/** The decisions prepared together, row by row. */
const closures = (program: Program): Way => ({
  name: 'Bylaw, compiled closures',
  over(given) {
    const { columns, plain, units, words, run } = compile(program).prepareAll(decisions, facts);
    const out = answerColumns(given);
    const row: Parameters<typeof run>[0][number][] = [];
    const [toCents = 1, toHundredths = 1] = columns.map(({ scale }) => 10 ** (scale - 2));
    return {
      run() {
        for (let i = 0; i < out.cents.length; i += 1) {
          for (let at = 0; at < given.length; at += 1) row[at] = given[at]?.[i] ?? NaN;
          run(row);
          out.cents[i] = plain[0] === 1 ? (units[0] ?? NaN) / toCents : NaN;
          out.scores[i] = plain[1] === 1 ? (units[1] ?? NaN) / toHundredths : NaN;
          out.grades[i] = 'ABCD'.indexOf(plain[2] === 1 ? (words[2] ?? '') : '');
        }
      },
      sum: () => sumOf(out),
    };
  },
});

/** Cents, hundredths, and the place of the grade among A to D. */
export interface AnswerColumns {
  readonly cents: Float64Array;
  readonly scores: Float64Array;
  readonly grades: Uint8Array;
}

const answerColumns = ([first]: Columns): AnswerColumns => {
  const length = first?.length ?? 0;
  return { cents: new Float64Array(length), scores: new Float64Array(length), grades: new Uint8Array(length) };
};

/** Totals that a wrong row would change; whole numbers far below 2^53, also of ten million rows. */
function sumOf({ cents, scores, grades }: AnswerColumns): string {
  let [amount, score] = [0n, 0];
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < cents.length; i += 1) {
    amount += BigInt(cents[i] ?? 0);
    score += scores[i] ?? 0;
    counts[grades[i] ?? 0] = (counts[grades[i] ?? 0] ?? 0) + 1;
  }
  return `${amount} ${score} ${counts.join(' ')}`;
}

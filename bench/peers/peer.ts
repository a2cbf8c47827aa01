import type { Prepared } from '../contender.ts';
import type { Answer, Row } from '../rows.ts';

/** Turns rows of text into what is worked on; not timed. */
export type Start = (rows: readonly Row[]) => Prepared | Promise<Prepared>;

/** One of those that are compared, as a host would come to it. */
export interface Peer {
  readonly name: string;
  /** Rows that a turn takes at most; slow ones get fewer, their rate is per second all the same. */
  readonly rows: number;
  /** From the text of the policy to what decides rows; timed as loading. */
  readonly build: () => Start | Promise<Start>;
}

/** The facts of a row as a host has them that computes in floats. */
export interface Floats {
  readonly sales: number;
  readonly target: number;
  readonly s1: number;
  readonly s2: number;
  readonly s3: number;
  readonly s4: number;
}

export function floatsOf(row: Row): Floats {
  const [sales = 0, target = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = row.map((text) => Number(text.replace(' CNY', '')));
  return { sales, target, s1, s2, s3, s4 };
}

/** What a peer says of a row. */
export interface Told {
  readonly amount: number;
  readonly score: number;
  readonly grade: string;
}

/** Amount and score in whole units, whatever float they come as. */
export const answerInUnits = ({ amount, score, grade }: Told): Answer => [
  Math.round(amount * 100),
  Math.round(score * 100),
  grade,
];

/** Rows one after the other; what is told is kept as it comes and read only when somebody asks. */
export const rowByRow =
  <Given, Said>(read: (row: Row) => Given, decide: (given: Given) => Said, answer: (said: Said) => Answer): Start =>
  (rows): Prepared => {
    const given = rows.map(read);
    const said: Said[] = [];
    return {
      run() {
        for (const [i, one] of given.entries()) said[i] = decide(one);
      },
      answer: (i) => answer(said[i] as Said),
    };
  };

/** The same where each row has to be waited for. */
export const rowByRowAwaited =
  <Given, Said>(
    read: (row: Row) => Given,
    decide: (given: Given) => Promise<Said>,
    answer: (said: Said) => Answer,
  ): Start =>
  (rows): Prepared => {
    const given = rows.map(read);
    const said: Said[] = [];
    return {
      async run() {
        for (const [i, one] of given.entries()) said[i] = await decide(one);
      },
      answer: (i) => answer(said[i] as Said),
    };
  };

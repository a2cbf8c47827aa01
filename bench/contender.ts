import type { Answer, Row } from './rows.ts';

/** One way of computing the three decisions. */
export interface Contender {
  readonly name: string;
  /** Rows that it is timed on; slow ones get fewer, their rate is per second all the same. */
  readonly rows: number;
  /** Turns texts into what the contender works on; not timed. */
  readonly prepare: (rows: readonly Row[]) => Prepared;
}

export interface Prepared {
  /** Computes all rows, keeping the answers in a form that costs it nothing extra. */
  run(): void | Promise<void>;
  /** Brings the answers of the last run to where they can be read; not timed. */
  finish?(): Promise<void>;
  answer(row: number): Answer;
}

/** Plain text of money or a score as whole hundredths. */
export function toHundredths(text: string): number {
  const [whole = '', part = ''] = text.replace(' CNY', '').split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** What the three decisions come to, as numbers. */
export function answerOf([amount = '', score = '', grade = '']: readonly (string | undefined)[]): Answer {
  return [toHundredths(amount), toHundredths(score), grade];
}

/** How many of the rows are not answered as they must be. */
export function wrongRows(prepared: Prepared, right: readonly Answer[]): number {
  return right.filter((answer, i) => answer.some((value, at) => value !== prepared.answer(i)[at])).length;
}

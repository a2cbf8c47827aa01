import type { Runs } from './run.ts';

/** The same value, worked out once for a question: nothing in the fast layer depends on where it stands. */
export function once<T>(value: Runs<T>): Runs<T> {
  let question = 0;
  let flags = 0;
  let denominator = 1;
  let result: T;
  return (run) => {
    if (question !== run.question) {
      const before = run.flags;
      run.flags = 0;
      result = value(run);
      denominator = run.denominator;
      flags = run.flags;
      run.flags = before;
      question = run.question;
    }
    run.denominator = denominator;
    run.flags |= flags;
    return result;
  };
}

import type { Plain } from '../../plain/tree.ts';
import { once } from '../fast/once.ts';
import type { Runs } from '../fast/run.ts';
import type { RowPrinting } from './numbers.ts';

/** The same value, worked out once for a row; a number that raises no flag and has no denominator takes the least. */
export function onceForRow(of: Plain, value: Runs<unknown>, { raises }: Pick<RowPrinting, 'raises'>): Runs<unknown> {
  if (of.is === 'never' || raises(of) !== 0 || (of.is === 'number' && of.quotient)) return once(value);
  let question = 0;
  if (of.is !== 'number') {
    let result: unknown;
    return (run) => {
      if (question !== run.question) {
        result = value(run);
        question = run.question;
      }
      return result;
    };
  }
  const number = value as Runs<number>;
  const kept = new Float64Array(1);
  return (run) => {
    if (question !== run.question) {
      kept[0] = number(run);
      question = run.question;
    }
    return kept[0];
  };
}

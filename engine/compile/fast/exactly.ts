import { isRational, type Datum } from '../exact/datum.ts';
import { fromTheBottom } from '../exact/stack.ts';
import { frameOf, type Exact } from '../exact/unit.ts';
import type { Type } from '../../ir/type.ts';
import { formOf } from './facts.ts';
import { leave, safe, type Fast, type Run } from './run.ts';

/** A node worked out by the exact layer, for what the fast one has no function of. `bitOf` gives a flag's bit, 0 for none. */
export function exactly(evaluate: Exact, type: Type, bitOf: (flag: string) => number): Fast {
  const valueIn = (run: Run): Datum => {
    run.frame ??= frameOf(run.allFacts(), false);
    const result = fromTheBottom(evaluate, run.frame);
    if (result.status !== 'determined') return leave();
    for (const flag of result.flags) run.flags |= bitOf(flag) || leave();
    return result.value;
  };
  switch (formOf(type)) {
    case 'number':
      return {
        is: 'number',
        scale: 0,
        quotient: true,
        run: (run) => {
          const value = valueIn(run);
          if (!isRational(value)) return leave();
          run.denominator = safe(Number(value.bottom));
          return safe(Number(value.top));
        },
      };
    case 'truth':
      return { is: 'truth', run: (run) => valueIn(run) === true };
    case 'word':
      return {
        is: 'word',
        ordered: type.is === 'date' || type.is === 'time' || type.is === 'date-time',
        run: (run) => {
          const value = valueIn(run);
          return typeof value === 'string' ? value : leave();
        },
      };
    case 'none':
      return { is: 'never-plain' };
  }
}

import type { Outcome, Status } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import { isNumeric, type NumericType } from '../ir/type.ts';
import { amountIn, printAmount } from '../value/amounts.ts';
import { plusExact, type Exact } from '../value/exact.ts';

/** What came of one decision over all people. */
export interface Total {
  readonly counts: Readonly<Record<Status, number>>;
  /** The exact sum of the determined values, as outcomes print it; missing where values do not add up, such as rates. */
  readonly sum?: string;
  readonly isMoney: boolean;
}

/** Adds up one decision. Only determined values count; the others are counted beside the sum. */
export function totalOf(decision: string, program: Program): { add(outcome: Outcome): void; total(): Total } {
  const type = program.decisions[decision]?.type;
  const adds = type !== undefined && isNumeric(type) && type.is !== 'percent' ? type : undefined;
  const counts: Record<Status, number> = { determined: 0, undetermined: 0, 'not-applicable': 0, error: 0 };
  let sum: Exact = { top: 0n, bottom: 1n };
  return {
    add: ({ status, value }) => {
      counts[status] += 1;
      if (adds !== undefined && value !== undefined) sum = plusExact(sum, amountOf(value, adds, program));
    },
    total: () => {
      const isMoney = type?.is === 'money';
      return adds === undefined ? { counts, isMoney } : { counts, isMoney, sum: printAmount(sum, adds, program) };
    },
  };
}

/** An outcome's own value always reads: anything else is a bug, and a sum that left it out would be wrong. */
function amountOf(value: string, type: NumericType, program: Program): Exact {
  const amount = amountIn(value, type, program);
  if (amount === undefined) throw new Error(`${value} is no amount`);
  return amount;
}

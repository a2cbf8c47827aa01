import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import { isNumeric } from '../ir/type.ts';
import { amountIn, printAmount } from '../value/amounts.ts';
import { minusExact, plusExact, type Exact } from '../value/exact.ts';

/** What one decision came to for one person, along the way from the old result to the new one. */
interface Stages {
  /** As the old result says; undefined where it says no value. */
  readonly filed: string | undefined;
  /** Old rules, old inputs: what the old result should say. */
  readonly before: Outcome;
  /** New rules, old inputs. */
  readonly between: Outcome;
  /** New rules, new inputs. */
  readonly after: Outcome;
  /** `before` tells something of the old result; not so where the old inputs are not its own and do not give it. */
  readonly isTold: boolean;
}

/** The difference of one decision, exact, as outcomes print amounts. */
export type Difference =
  | { readonly is: 'same' }
  /** Neither side has a value. */
  | { readonly is: 'no-value' }
  /** Something changed, but there is no number on one of the sides. */
  | { readonly is: 'open' }
  | {
      readonly is: 'amount';
      readonly difference: string;
      readonly exact: Exact;
      /**
       * The three add up to the difference; missing where a stage between has no value, so that nobody can say. All is
       * unexplained where the old inputs are not the result's own and do not give it: rules and inputs are then missing.
       */
      readonly parts?: {
        readonly rules?: string;
        readonly inputs?: string;
        /** What the old result says beyond what its rules gave for its inputs: it was changed by hand, or made otherwise. Missing when nothing. */
        readonly unexplained?: string;
      };
    };

/** Splits the way from the old value to the new one by its stages. */
export function differenceOf(
  { filed, before, between, after, isTold }: Stages,
  decision: string,
  program: Program,
): Difference {
  if (filed === undefined && after.value === undefined) return { is: 'no-value' };
  if (filed === after.value) return { is: 'same' };
  const type = program.decisions[decision]?.type;
  if (type === undefined || !isNumeric(type)) return { is: 'open' };
  const [old, first, second, now] = [filed, before.value, between.value, after.value].map((value) =>
    value === undefined ? undefined : amountIn(value, type, program),
  );
  if (old === undefined || now === undefined) return { is: 'open' };
  const exact = minusExact(now, old);
  if (exact.top === 0n) return { is: 'same' };
  const difference = printAmount(exact, type, program);
  if (!isTold) return { is: 'amount', difference, exact, parts: { unexplained: difference } };
  if (first === undefined || second === undefined) return { is: 'amount', difference, exact };
  const printed = (from: Exact, to: Exact): string => printAmount(minusExact(to, from), type, program);
  const rest = minusExact(first, old);
  const unexplained = rest.top === 0n ? {} : { unexplained: printAmount(rest, type, program) };
  const parts = { rules: printed(first, second), inputs: printed(second, now), ...unexplained };
  return { is: 'amount', difference, exact, parts };
}

/** The exact sum of differences of one decision; undefined where its values are no numbers. */
export function sumOf(differences: readonly Difference[], decision: string, program: Program): string | undefined {
  const type = program.decisions[decision]?.type;
  if (type === undefined || !isNumeric(type)) return undefined;
  const sum = differences.reduce<Exact>((total, one) => (one.is === 'amount' ? plusExact(total, one.exact) : total), {
    top: 0n,
    bottom: 1n,
  });
  return printAmount(sum, type, program);
}

import { compile } from '../../engine/compile/compile.ts';
import { evaluate, explain } from '../../engine/evaluate/evaluate.ts';
import { batched } from './batched.ts';
import type { Evaluator } from './differential.ts';

/** The evaluators that are shipped. */
export const evaluators: Readonly<Record<string, Evaluator>> = {
  explaining: (program) => (decision, facts, asking) => evaluate(program, decision, facts, asking),
  compiled: (program) => {
    const compiled = compile(program);
    return (decision, facts, asking) => compiled.evaluate(decision, facts, asking);
  },
  batched,
};

/** The explaining evaluator while it writes down what it looks at, which must change nothing. */
export const explained: Readonly<Record<string, Evaluator>> = {
  explained: (program) => (decision, facts, asking) => explain(program, decision, facts, asking).outcome,
};

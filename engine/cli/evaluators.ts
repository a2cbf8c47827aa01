import type { Evaluator } from '../cases/run.ts';
import { compile, type Compiled } from '../compile/compile.ts';
import type { Program } from '../ir/program.ts';

const compiledBy = new WeakMap<Program, Compiled>();

/** The fast evaluator; a program is compiled when it is first asked. */
export const compiled: Evaluator = (program, decision, facts, options) => {
  const ready = compiledBy.get(program) ?? compile(program);
  compiledBy.set(program, ready);
  return ready.evaluate(decision, facts, options);
};

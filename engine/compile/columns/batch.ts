import type { Outcome } from '../../ir/outcome.ts';
import type { Program } from '../../ir/program.ts';
import { lower } from '../../plain/lower.ts';
import { allOf } from '../../plain/parts.ts';
import { formOf, scaleOf } from '../../plain/slots.ts';
import type { Plain } from '../../plain/tree.ts';
import type { Behind } from '../rows/prepare-all.ts';
import { declaredFact } from '../reader.ts';
import { factsIn } from '../rows/readers.ts';
import { byKernels } from './by-kernels.ts';
import { byRows } from './by-rows.ts';
import { cellsOf, type Answered, type Answering, type Columns, type Input, type Output } from './column.ts';
import { guardsOf } from './guards.ts';
import { kernelsOf } from './kernels.ts';

/** Decisions made ready for many rows at a time. */
export interface Batch {
  /** The facts of the columns: what stands in them, and the decimals of numbers (a percentage has those of its ratio). */
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  /**
   * Answers all rows, by output; what it returns stands until the next run. `odd` marks rows in which something was given that is
   * not plain (a value, too many decimals): they are not answered, nor are those with a cell that its fact does not allow. Throws
   * a RangeError for a column with fewer rows, and for a code that stands for no word.
   */
  run(columns: Columns, length: number, odd?: Uint8Array): readonly Answered[];
  /** The whole outcome of one row, plain or not; a cell that its fact does not allow is an error where it is read. */
  outcome(output: number, columns: Columns, row: number): Outcome;
}

/** Where more steps would be gone through for each row, going row by row leaves out those that do not count. */
const most = 1_000;

/** The decisions exist and take no arguments; `facts` are the columns. */
export function batch(decisions: readonly string[], facts: readonly string[], behind: Behind): Batch {
  const { program } = behind;
  const factsOf = factsIn(facts, program);
  const guarded = guardsOf(facts, program);
  const answering = answeringOf(decisions, facts, behind);
  const found = answering.flatMap(({ outputs }) => outputs.map(({ decision }) => decision));
  const inOrder = <T>(of: readonly T[]): readonly T[] =>
    decisions.flatMap((decision) => of[found.indexOf(decision)] ?? []);
  return {
    inputs: facts.map((name) => inputOf(name, program)),
    outputs: inOrder(answering.flatMap(({ outputs }) => outputs)),
    run: (columns, length, odd) => {
      const marked = guarded(columns, length, odd);
      return inOrder(answering.flatMap(({ run }) => run(columns, length, marked)));
    },
    outcome: (output, columns, row) =>
      behind.evaluate(decisions[output] ?? '', { values: factsOf(cellsOf(columns, row)), unknown: [] }),
  };
}

function inputOf(fact: string, program: Program): Input {
  const declared = declaredFact(fact, program);
  const is = formOf(declared.type);
  return { fact, is, scale: is === 'number' ? scaleOf(declared, program) : 0 };
}

/** Decisions that are all arithmetic are worked out together in columns, the others row by row. */
function answeringOf(decisions: readonly string[], facts: readonly string[], behind: Behind): readonly Answering[] {
  const isArithmetic = (decision: string): boolean => {
    const lowered = lower(behind.program, [decision]);
    return lowered.asked.every(({ is }) => is !== 'never') && !allOf(lowered).some(isExact);
  };
  const [columnar, others] = [decisions.filter(isArithmetic), decisions.filter((one) => !isArithmetic(one))];
  const lowered = lower(behind.program, columnar);
  const kernels = kernelsOf(lowered);
  const fits = kernels.kernels.length <= most && lowered.asked.every(({ is }) => is !== 'never');
  const [together, apart] = fits ? [columnar, others] : [[], decisions];
  return [
    ...(together.length === 0 ? [] : [byKernels(together, facts, lowered, kernels)]),
    ...(apart.length === 0 ? [] : [byRows(apart, facts, behind)]),
  ];
}

function isExact(node: Plain): boolean {
  return node.is !== 'never' && node.does.op === 'exactly';
}

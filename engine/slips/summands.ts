import type { DecisionStep, Explanation, FactStep, Step } from '../evaluate/explanation.ts';
import type { Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';

/** What a value is added up from: a decision or fact that was read, to be added or taken off. */
export interface Summand {
  readonly step: FactStep | DecisionStep;
  readonly isTakenOff: boolean;
}

/**
 * What the value of a decision adds up, along the way that was taken. Where it only takes over another value, what that one
 * adds up; where it multiplies, compares or adds something without a name, nothing: a base or a rate is no part of a sum.
 */
export function summandsOf(explanation: Explanation, program: Program): readonly Summand[] {
  const body = program.decisions[explanation.outcome.decision]?.body;
  if (body?.is !== 'ir' || explanation.outcome.status === 'not-applicable') return [];
  const way: Way = { program, reads: readsIn(explanation.steps), steps: explanation.steps };
  const taken = resultOf(body.ir, way);
  if (taken === undefined) return [];
  if (isSum(taken.ir)) return addedIn(taken.ir, false, taken.way) ?? [];
  // Taken over as it stands: the parts are those of the other value.
  const read = readOf(taken.ir, taken.way);
  return read?.step === 'decision' && read.explanation !== undefined ? summandsOf(read.explanation, program) : [];
}

/** Where on the way to a value we are. */
interface Way {
  readonly program: Program;
  /** All that the decision read, by name. */
  readonly reads: ReadonlyMap<string, FactStep | DecisionStep>;
  readonly steps: readonly Step[];
}

/** The expression that gave the value: inside rounding, marks and choices. */
function resultOf(ir: Ir, way: Way): { readonly ir: Ir; readonly way: Way } | undefined {
  if (ir.op === 'round' || ir.op === 'mark') return resultOf(ir.value, way);
  if (ir.op !== 'choose') return { ir, way };
  const step = way.steps.find((one) => one.step === 'choice' && one.of === ir.arms.length + 1);
  if (step?.step !== 'choice' || step.taken === undefined) return undefined;
  const value = step.taken === 'otherwise' ? ir.otherwise : ir.arms[step.taken - 1]?.value;
  return value === undefined ? undefined : resultOf(value, { ...way, steps: step.steps });
}

function isSum(ir: Ir): boolean {
  return ir.op === 'call' && (ir.fn === 'add' || ir.fn === 'subtract');
}

/** The summands of a sum; undefined where one of them has no name, so that the others would not add up. */
function addedIn(ir: Ir, isTakenOff: boolean, way: Way): readonly Summand[] | undefined {
  if (ir.op === 'mark') return addedIn(ir.value, isTakenOff, way);
  if (ir.op === 'call' && (ir.fn === 'add' || ir.fn === 'subtract')) {
    const [left, right] = ir.args;
    if (left === undefined || right === undefined) return undefined;
    const first = addedIn(left, isTakenOff, way);
    const second = addedIn(right, isTakenOff !== (ir.fn === 'subtract'), way);
    return first === undefined || second === undefined ? undefined : [...first, ...second];
  }
  const step = readOf(ir, way);
  return step === undefined ? undefined : [{ step, isTakenOff }];
}

function readOf(ir: Ir, { reads }: Way): FactStep | DecisionStep | undefined {
  if (ir.op !== 'fact' && ir.op !== 'decision') return undefined;
  return ir.op === 'decision' && ir.args.length > 0 ? undefined : reads.get(ir.name);
}

/** Facts and decisions that steps tell, not those that only a decision within them read; a name has one value. */
function readsIn(steps: readonly Step[]): Way['reads'] {
  const found = new Map<string, FactStep | DecisionStep>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('step' in part && (part.step === 'fact' || part.step === 'decision')) {
      const step = part as FactStep | DecisionStep;
      if (!found.has(step.name)) found.set(step.name, step);
      return;
    }
    for (const value of Object.values(part)) look(value);
  };
  look(steps);
  return found;
}

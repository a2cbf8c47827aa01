import { typed } from '../../expression/check-cells.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Ir } from '../../ir/ir.ts';
import { boolean } from '../../ir/type.ts';
import { allOf, not, textOf } from '../nodes.ts';
import type { Step } from './steps.ts';

/** Is the step among those that are done? */
export function isDone({ id }: Step, done: Ir): Ir {
  return {
    op: 'within',
    type: boolean,
    origin: id.span,
    value: textOf(id.text, id.span),
    range: { range: 'list', list: done },
  };
}

/** Whether a step is settled: worked out in place, or read from a decision that says so. */
export type Settled = (step: Step) => Ir;

/** Worked out in place, for where nothing can be read: between two events. */
export function settledInPlace(steps: readonly Step[], done: Ir, checker: Checker): Settled {
  return (step) => isSettled(step, steps, done, settledInPlace(steps, done, checker), checker);
}

/** Open: not done, all steps before it settled, and its condition true, asked in this order, so that conditions of later steps may be unknown. */
export function isOpen(step: Step, steps: readonly Step[], done: Ir, settled: Settled, checker: Checker): Ir {
  return allOf([not(isDone(step, done)), ...opens(step, steps, settled, checker)]);
}

/** What must hold for a step that is not done to be open; nothing for one that is open from the beginning. */
export function opens(step: Step, steps: readonly Step[], settled: Settled, checker: Checker): readonly Ir[] {
  return [...ready(step, steps, settled), ...condition(step, checker)];
}

/** Settled: done, or left out when its turn came. */
export function isSettled(step: Step, steps: readonly Step[], done: Ir, settled: Settled, checker: Checker): Ir {
  const [when] = condition(step, checker);
  const isIn = isDone(step, done);
  if (when === undefined) return isIn;
  const leftOut = allOf([...ready(step, steps, settled), not(when)]);
  return { op: 'logic', type: boolean, origin: step.id.span, connective: 'or', left: isIn, right: leftOut };
}

/** Neither done nor left out, whether its turn has come or not. */
export function isMissing(step: Step, done: Ir, checker: Checker): Ir {
  return allOf([not(isDone(step, done)), ...condition(step, checker)]);
}

function ready({ before }: Step, steps: readonly Step[], settled: Settled): readonly Ir[] {
  return steps.filter(({ id }) => before.includes(id.text)).map(settled);
}

function condition({ when }: Step, checker: Checker): readonly Ir[] {
  return when === undefined ? [] : [typed(when, checker, boolean)];
}

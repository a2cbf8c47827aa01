import type { Choose } from '../ir/ir.ts';
import type { ChoiceStep } from './explanation.ts';
import { flagsOf, isTrue, withFlags, type Flags, type Found } from './found.ts';
import type { Frame } from './frame.ts';
import { apart, holding, runWorded, tell, valued } from './trace.ts';

/** The first arm whose condition is true; one that is open leaves the whole open (semantics 1.4). */
export function choose(ir: Choose, frame: Frame): Found {
  const tested: ChoiceStep['tested'][number][] = [];
  const before: Found[] = [];
  for (const [i, arm] of ir.arms.entries()) {
    const [[found, words], steps] = apart(frame, () => runWorded(arm.when, frame));
    const label = arm.label === undefined ? {} : { label: arm.label };
    tested.push({ number: i + 1, ...words, holds: holding(found), ...label, steps });
    if (found.status !== 'determined') {
      tell(frame, () => step(ir, tested, []));
      return withFlags(flagsOf(before), found);
    }
    before.push(found);
    if (isTrue(found)) return taken(ir, i + 1, tested, flagsOf(before), frame);
  }
  return taken(ir, 'otherwise', tested, flagsOf(before), frame);
}

function taken(
  ir: Choose,
  number: number | 'otherwise',
  tested: ChoiceStep['tested'],
  flags: Flags,
  frame: Frame,
): Found {
  const arm = number === 'otherwise' ? undefined : ir.arms[number - 1];
  const value = arm?.value ?? ir.otherwise;
  const [found, steps] = apart(frame, () => frame.run(value, frame));
  tell(frame, () => ({
    ...step(ir, tested, steps),
    taken: number,
    ...(arm?.label === undefined ? {} : { label: arm.label }),
    cites: arm?.cites ?? [],
    ...valued(found, frame.session),
    span: value.origin,
  }));
  return withFlags(flags, found);
}

function step(ir: Choose, tested: ChoiceStep['tested'], steps: ChoiceStep['steps']): ChoiceStep {
  return { step: 'choice', of: ir.arms.length + 1, tested, cites: [], span: ir.origin, steps };
}

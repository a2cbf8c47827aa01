import { goesAway, largestRounded } from '../../plain/round.ts';
import type { NumberOperation } from '../../plain/tree.ts';
import { leave, type Runs } from './run.ts';

/** The nearest multiple of a step, in units. */
export function round(
  { up, down, step, mode, marks }: Extract<NumberOperation, { op: 'rounded' }>,
  value: Runs<number>,
): Runs<number> {
  return (run) => {
    const above = value(run) * up;
    const below = run.denominator * down;
    const size = above < 0 ? -above : above;
    if (size > largestRounded || below > largestRounded) leave();
    // Exact: no quotient of such numbers is so near to the next whole number that a double could not tell.
    let steps = Math.floor(size / below);
    const rest = size - steps * below;
    if (rest !== 0) {
      run.flags |= marks;
      if (goesAway(mode, steps % 2 === 1, 2 * rest - below, above < 0)) steps += 1;
    }
    const units = steps * step;
    run.denominator = 1;
    if (units > largestRounded) leave();
    return above < 0 ? -units : units;
  };
}

import type { RoundingMode } from '../../ir/ir.ts';
import { leave, type FastNumber, type Run } from './run.ts';
import type { Scaled } from './scaled.ts';

/** The nearest multiple of a step. `changed` are the flags of a rounding that changes the value. */
export function round(
  value: FastNumber,
  step: Scaled,
  mode: RoundingMode | 'floor' | 'ceil',
  changed: number,
): FastNumber | undefined {
  const { run, scale, quotient } = value;
  const nearest = choices[mode];
  // Steps in the value: units ÷ 10^scale ÷ denominator ÷ (step.units ÷ 10^step.scale).
  const up = 10 ** Math.max(0, step.scale - scale);
  const down = 10 ** Math.max(0, scale - step.scale) * step.units;
  if (step.units <= 0 || !(down <= largest)) return undefined;
  const rounded = (at: Run): number => {
    const above = run(at) * up;
    const below = quotient ? at.denominator * down : down;
    const size = above < 0 ? -above : above;
    if (size > largest || below > largest) leave();
    let steps = Math.floor(size / below);
    let rest = size - steps * below;
    // The quotient of floats is at most one off.
    if (rest < 0) {
      steps -= 1;
      rest += below;
    } else if (rest >= below) {
      steps += 1;
      rest -= below;
    }
    if (rest !== 0) {
      at.flags |= changed;
      steps += nearest(steps, 2 * rest - below, above < 0);
    }
    const units = steps * step.units;
    if (units > largest) leave();
    return above < 0 ? -units : units;
  };
  return { is: 'number', scale: step.scale, quotient: false, run: rounded };
}

/** Half of what is exact, so that the double of a rest and one step more stay exact too. */
const largest = 2 ** 52;

/** Whether one step is added to those that fit; `beyondHalf` is the sign of the rest less half a step. */
type Choice = (steps: number, beyondHalf: number, negative: boolean) => 0 | 1;
const choices: { readonly [Mode in RoundingMode | 'floor' | 'ceil']: Choice } = {
  'half-up': (_steps, beyondHalf) => (beyondHalf >= 0 ? 1 : 0),
  'half-even': (steps, beyondHalf) => (beyondHalf > 0 || (beyondHalf === 0 && steps % 2 === 1) ? 1 : 0),
  up: () => 1,
  down: () => 0,
  floor: (_steps, _beyondHalf, negative) => (negative ? 1 : 0),
  ceil: (_steps, _beyondHalf, negative) => (negative ? 0 : 1),
};

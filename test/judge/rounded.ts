import type { RoundingMode } from '../../engine/ir/ir.ts';
import type { Script } from './script.ts';
import { decimal, type Term } from './smt.ts';

/** The number rounded to a multiple of the step, told by what holds of it. */
export function rounded(value: Term, to: string, mode: RoundingMode, script: Script): Term {
  const step = decimal(to);
  const steps = script.define('Real', `(/ ${value} ${step})`);
  const count = script.unknown('Int');
  const near = script.define('Real', `(to_real ${count})`);
  const isUp = `(>= ${steps} 0.0)`;
  const between = (low: Term, high: Term): Term => `(and ${low} ${high})`;
  const ceiling = between(`(< (- ${near} 1.0) ${steps})`, `(<= ${steps} ${near})`);
  const floor = between(`(<= ${near} ${steps})`, `(< ${steps} (+ ${near} 1.0))`);
  switch (mode) {
    case 'up':
      script.always(`(ite ${isUp} ${ceiling} ${floor})`);
      break;
    case 'down':
      script.always(`(ite ${isUp} ${floor} ${ceiling})`);
      break;
    case 'half-up': {
      const upwards = between(`(<= (- ${near} 0.5) ${steps})`, `(< ${steps} (+ ${near} 0.5))`);
      const downwards = between(`(< (- ${near} 0.5) ${steps})`, `(<= ${steps} (+ ${near} 0.5))`);
      script.always(`(ite ${isUp} ${upwards} ${downwards})`);
      break;
    }
    case 'half-even': {
      const near2 = between(`(<= (- ${near} 0.5) ${steps})`, `(<= ${steps} (+ ${near} 0.5))`);
      const tie = `(or (= ${steps} (- ${near} 0.5)) (= ${steps} (+ ${near} 0.5)))`;
      script.always(`(and ${near2} (=> ${tie} (= (mod ${count} 2) 0)))`);
    }
  }
  return script.define('Real', `(* ${near} ${step})`);
}

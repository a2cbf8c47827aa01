import type { Ir } from '../../ir/ir.ts';
import type { Value } from '../../ir/value.ts';
import { isRational } from '../exact/datum.ts';
import type { ExactProgram } from '../exact/program.ts';
import { fromTheBottom } from '../exact/stack.ts';
import { frameOf, type Frame } from '../exact/unit.ts';
import { leave, safe, type Runs } from '../fast/run.ts';
import { bitIn } from './flag-bits.ts';

/** Has nodes worked out by the exact layer, at most once for a question. Flags that nobody knew before are added to `flags`. */
export function exactNodes(
  exact: ExactProgram,
  facts: () => Readonly<Record<string, Value>>,
  flags: string[],
): (ir: Ir) => Runs<never> {
  let question = 0;
  let frame: Frame | undefined;

  return (ir) => {
    const evaluate = exact.compile(ir);
    const value: Runs<number | boolean | string> = (run) => {
      if (question !== run.question) frame = undefined;
      question = run.question;
      frame ??= frameOf(facts(), false);
      const result = fromTheBottom(evaluate, frame);
      if (result.status !== 'determined') return leave();
      for (const flag of result.flags) run.flags |= bitIn(flags, flag) || leave();
      const { value: found } = result;
      if (typeof found === 'boolean' || typeof found === 'string') return found;
      if (!isRational(found)) return leave();
      run.denominator = safe(Number(found.bottom));
      return safe(Number(found.top));
    };
    // Its form is that of the node's type.
    return value as Runs<never>;
  };
}

import { session, type Explained, type Options, type Questions } from '../evaluate/evaluate.ts';
import type { Program } from '../ir/program.ts';
import type { Facts } from '../value/facts.ts';
import { tellingsOf } from './tellings.ts';

/**
 * Several decisions of the same facts, like `session` of engine/evaluate and with the very same explanations: plain cases by
 * what was prepared, all others by the walk.
 */
export function questions(
  program: Program,
  facts: Facts,
  options: Pick<Options, 'sourceOnly' | 'watch'> = {},
): Questions {
  if (options.sourceOnly === true || options.watch !== undefined) return session(program, facts, options);
  const tells = tellingsOf(program);
  let begun: Questions | undefined;
  const walk = (): Questions => (begun ??= session(program, facts, options));
  const own: Questions = {
    outcome: (decision, on) => walk().outcome(decision, on),
    result: (decision, on) => walk().result(decision, on),
    explain: (decision, on) => {
      const explanation = on === undefined ? tells(decision, own, facts.values) : undefined;
      return explanation === undefined ? walk().explain(decision, on) : { outcome: explanation.outcome, explanation };
    },
  };
  return own;
}

/** Asks one decision of a program, with the tree of everything that it came from. */
export function explain(program: Program, decision: string, facts: Facts, options: Options = {}): Explained {
  return questions(program, facts, options).explain(decision, options.on);
}

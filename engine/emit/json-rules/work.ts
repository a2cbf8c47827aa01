import type { Decision, Program } from '../../ir/program.ts';
import type { Facts } from '../../value/facts.ts';
import type { Result } from '../../value/result.ts';
import { crossed, type Crossing, type Failed } from './crossing.ts';
import type { SaidDecision } from './decision.ts';
import type { Need } from './needs.ts';

/** An evaluator, asked several decisions of the same facts: what the facts of the rules are worked out by. */
export type Worker = (
  program: Program,
  facts: Facts,
  options: { readonly sourceOnly: boolean },
) => { result(decision: string): Result };

/** The program with a decision for each fact of the rules. */
export interface Working {
  readonly program: Program;
  readonly needs: readonly { readonly need: Need; readonly decision: string }[];
}

export function workingOf({ decision, needs }: SaidDecision, program: Program): Working {
  // The last part stays: gaps are named after it.
  const output = decision.name.slice(decision.name.lastIndexOf('.') + 1);
  const made = needs.map((need, i) => {
    const name = `json-rules:${String(i + 1)}.${output}`;
    const of: Decision = {
      ...decision,
      name,
      type: need.ir.type,
      hidden: true,
      appliesWhen: [],
      requires: [],
      body: { is: 'ir', ir: need.ir },
    };
    return { need, of };
  });
  return {
    program: {
      ...program,
      decisions: { ...program.decisions, ...Object.fromEntries(made.map(({ of }) => [of.name, of])) },
    },
    needs: made.map(({ need, of }) => ({ need, decision: of.name })),
  };
}

/** What each fact comes to, worked out before the run. */
export function worked(
  { program, needs }: Working,
  facts: Facts,
  sourceOnly: boolean,
  worker: Worker,
): ReadonlyMap<string, Result> {
  const asked = worker(program, facts, { sourceOnly });
  return new Map(needs.map(({ need, decision }) => [need.id, asked.result(decision)]));
}

/** The facts as they cross. */
export function crossedFacts(found: ReadonlyMap<string, Result>): Readonly<Record<string, Crossing | Failed>> {
  return Object.fromEntries([...found].map(([id, result]) => [id, crossing(result)]));
}

function crossing(result: Result): Crossing | Failed {
  if (result.status === 'error') return { failed: result.code };
  if (result.status !== 'determined') return null;
  const value = crossed(result.value);
  if (value === undefined) throw new Error(`a ${result.value.is} does not cross`);
  return value;
}

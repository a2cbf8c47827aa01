import type { Ir } from '../../engine/ir/ir.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import type { Result } from './result.ts';
import type { Thing } from './value.ts';

/** One question to a program. */
export interface Question {
  readonly program: Program;
  readonly facts: Readonly<Record<string, Value>>;
  readonly sourceOnly: boolean;
  /** Decisions without arguments that were worked out already: a shortcut for time only. */
  readonly known: Map<string, Result>;
  /** Told of every node that was evaluated, so that a run can count what it reached. */
  readonly visit: (node: Ir, result: Result) => void;
}

/** Where a node is evaluated. */
export interface Place {
  readonly question: Question;
  readonly decision: Decision;
  readonly locals: ReadonlyMap<string, Thing>;
  readonly evaluate: (node: Ir, place: Place) => Result;
}

export function bind(place: Place, id: string, thing: Thing): Place {
  return { ...place, locals: new Map([...place.locals, [id, thing]]) };
}

/** `policy#output` of the decision that holds the place. */
export function outputOf({ decision }: Place): string {
  return `${decision.policy}#${decision.name.split('.').at(-1)}`;
}

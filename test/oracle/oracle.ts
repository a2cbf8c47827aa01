import type { Ir } from '../../engine/ir/ir.ts';
import type { Status } from '../../engine/ir/outcome.ts';
import type { Program } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import { answer } from './decision.ts';
import { evaluate } from './evaluate.ts';
import type { Question } from './place.ts';
import { printThing } from './print.ts';
import { failed, type Result, type Why } from './result.ts';
import { toThing } from './value.ts';

/** What the oracle says: an `Outcome` without texts and places. Reasons and flags are sets, in order. */
export interface Verdict {
  readonly status: Status;
  readonly value?: string;
  readonly flags: readonly string[];
  readonly reasons: readonly Why[];
  readonly error?: { readonly code: string };
}

export interface OracleOptions {
  readonly sourceOnly?: boolean;
  /** The argument of a decision that takes one. */
  readonly on?: Value;
  readonly visit?: (node: Ir, result: Result) => void;
}

/** The third evaluator: slow, obvious, on exact rationals, written from engine/ir/README.md and sharing nothing with the others. */
export function oracle(
  program: Program,
  decision: string,
  facts: { readonly values: Readonly<Record<string, Value>> },
  options: OracleOptions = {},
): Verdict {
  const asked = program.decisions[decision];
  if (asked === undefined) return verdict(failed('decision/unknown'), program);
  const args = options.on === undefined ? [] : [toThing(options.on)];
  if (args.length !== asked.takes.length) return verdict(failed('decision/argument'), program);
  const question: Question = {
    program,
    facts: facts.values,
    sourceOnly: options.sourceOnly ?? false,
    known: new Map(),
    visit: options.visit ?? (() => undefined),
  };
  return verdict(answer(asked, args, { question, evaluate }), program);
}

function verdict(result: Result, program: Program): Verdict {
  switch (result.status) {
    case 'determined':
      return {
        status: 'determined',
        value: printThing(result.value, program),
        flags: [...new Set(result.flags)].sort(),
        reasons: [],
      };
    case 'undetermined':
      return { status: 'undetermined', flags: [], reasons: sortedReasons(result.reasons) };
    case 'not-applicable':
      return { status: 'not-applicable', flags: [], reasons: [] };
    case 'error':
      return { status: 'error', flags: [], reasons: [], error: { code: result.code } };
  }
}

/** By code, then by the name that the reason carries; equal ones once. */
function sortedReasons(reasons: readonly Why[]): readonly Why[] {
  const byKey = new Map(reasons.map((reason) => [keyOf(reason), reason]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reason]) => reason);
}

function keyOf({ code, fact, parameter, gap, person, allowed, needs }: Why): string {
  return [code, fact, parameter, gap, person, allowed, needs].map((part) => part ?? '').join('\u0000');
}

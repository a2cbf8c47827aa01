import { bundleMessages } from '../bundle/messages.ts';
import { readArgument, readFacts, type Facts, type RawFacts } from '../value/facts.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Editions } from '../program/edition.ts';
import { toOutcome } from '../value/outcome.ts';
import { answersOf } from '../compile/answers.ts';
import { notAFact } from '../value/failures.ts';
import { link } from '../program/link.ts';
import { linkPeriod } from '../program/period.ts';
import type { Failure } from '../value/result.ts';

/** Which rules hold: those of a day, or of a month, whose last day counts and in which versions are split or refused. */
export type Moment = ({ readonly at: string } | { readonly period: string }) & {
  /** Only what was published by that day; everything when left out. */
  readonly known?: string;
};

export interface Asking {
  /** What a decision that takes an argument is asked about, as text: `T-1`, `2026-10-31`. */
  readonly on?: string;
  /** Only what the source itself settles, without what the company has read into it. */
  readonly sourceOnly?: boolean;
}

/** A handbook linked to a day once, to be asked often. */
export interface Rules {
  readonly program: Program;
  /**
   * The outcome of a decision. Facts go by their names; numbers and amounts are text (`"88000 CNY"`), so that none of them was
   * ever a float. A name that is no fact is an error, since it would silently count for nothing. Never throws.
   */
  decide(decision: string, facts: RawFacts, asking?: Asking): Outcome;
}

/**
 * The rules of a day or a month. Keep them: linking takes milliseconds, deciding microseconds.
 *
 *     const rules = rulesAt(bundle, { at: '2026-10-31' });
 *     rules.decide('sales.net', { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' }).value; // '80000.00 CNY'
 *
 * Throws a RangeError for a day or a month that is none, for neither, and for both at once.
 */
export function rulesAt(handbook: Editions, moment: Moment): Rules {
  const program = programAt(handbook, moment);
  const answers = answersOf(program);
  return {
    program,
    decide(named, given, asking = {}) {
      const decision = nameOf(named);
      return guarded(decision, () => {
        const plain = isUsual(given, asking) ? answers.plainly(decision, given) : undefined;
        if (plain !== undefined) return plain;
        const asked = questionOf(program, decision, given, asking);
        return 'status' in asked ? toOutcome(program, decision, asked) : answers.evaluate(decision, asked.facts, asked);
      });
    },
  };
}

/** What JavaScript lets stand in place of a name is the name of no decision. */
export const nameOf = (decision: unknown): string => String(decision);

function programAt(handbook: Editions, moment: Moment): Program {
  const { at, period, known } = (moment as Partial<Record<'at' | 'period' | 'known', string>> | undefined) ?? {};
  if (at !== undefined && period !== undefined)
    throw new RangeError(`“${at}” and “${period}”: say the day or the month, not both`);
  if (at !== undefined) return link(handbook, { at, ...(known === undefined ? {} : { known }) });
  const program = linkPeriod(handbook, period ?? '', known);
  if (program === undefined)
    throw new RangeError(`say { at: '2026-10-31' } or { period: '2026-10' }, not “${period ?? ''}”`);
  return program;
}

interface Question {
  readonly facts: Facts;
  readonly on?: Value;
  readonly sourceOnly?: boolean;
}

/** What is asked, read by the types that the handbook declares; or why it cannot be. */
export function questionOf(
  program: Program,
  decision: string,
  given: RawFacts,
  { on, sourceOnly }: Asking,
): Question | Failure {
  const facts = readFacts(program, given);
  const [unknown] = facts.unknown;
  if (unknown !== undefined) return notAFact(unknown);
  const asked = readArgument(program, decision, on);
  return {
    facts,
    ...(sourceOnly === undefined ? {} : { sourceOnly }),
    ...(asked === undefined ? {} : { on: asked }),
  };
}

/** Are there facts, and is nothing said beside them? */
const isUsual = (given: unknown, { on, sourceOnly }: Asking): boolean =>
  typeof given === 'object' && given !== null && (on ?? null) === null && !sourceOnly;

/** Whatever fails inside becomes an error of this one outcome: a host that pays a thousand people goes on, and sees it. */
function guarded(decision: string, ask: () => Outcome): Outcome {
  try {
    return ask();
  } catch (error) {
    return failed(decision, error);
  }
}

/** The outcome that says that the engine, or the bundle, is at fault. */
export function failed(decision: string, error: unknown): Outcome {
  const why = error instanceof Error ? error.message : String(error);
  const { code, message } = bundleMessages.failed({ decision, why }, { file: '<question>', start: 0, end: 0 });
  return {
    decision,
    type: 'unknown',
    policy: '',
    version: 0,
    cites: [],
    status: 'error',
    flags: [],
    reasons: [],
    error: { code, message },
  };
}

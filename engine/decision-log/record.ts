import type { Outcome, Reason } from '../ir/outcome.ts';
import type { RawFacts } from '../value/facts.ts';

/** What a log keeps of one decision: all that it takes to recompute it, and what came of it. */
export interface LogRecord {
  /** When it was decided: an instant such as `2026-11-22T09:00:00.000Z`. */
  readonly time: string;
  readonly decision: string;
  /** What a decision with an argument was asked about. */
  readonly on?: string;
  readonly moment: LoggedMoment;
  readonly sourceOnly: boolean;
  /** As they were given, under the names that they were given by, without those that are masked. */
  readonly facts: RawFacts;
  /** Masked facts by name: HMAC-SHA-256 in hexadecimal, of name, line feed and the value as JSON text. */
  readonly sealed: Readonly<Record<string, string>>;
  /** The names of facts that were given and stand nowhere else in the line. */
  readonly without: readonly string[];
  /** The hash of the bundle that decided, and the version of the engine. */
  readonly bundle: string;
  readonly engine: string;
  readonly outcome: LoggedOutcome;
}

/** The day or the month whose rules held, and by when they had been published. */
export type LoggedMoment = ({ readonly at: string } | { readonly period: string }) & { readonly known?: string };

/** An outcome without its texts for people, which may quote facts and change with the wording. */
export interface LoggedOutcome {
  readonly status: string;
  readonly value?: string;
  readonly flags: readonly string[];
  readonly reasons: readonly LoggedReason[];
  /** The code of the error. */
  readonly error?: string;
  readonly policy: string;
  readonly version: number;
}
export type LoggedReason = Readonly<Partial<Record<(typeof reasonFields)[number], string>>>;

/** What a reason says beside its text, in this order; `needs` as text. */
export const reasonFields = ['code', 'fact', 'parameter', 'gap', 'person', 'allowed', 'needs'] as const;

/** The part of an outcome that a log keeps, and that a replay compares. */
export function loggedOutcome({ status, value, flags, reasons, error, policy, version }: Outcome): LoggedOutcome {
  return {
    status,
    ...(value === undefined ? {} : { value }),
    flags,
    reasons: reasons.map(loggedReason),
    ...(error === undefined ? {} : { error: error.code }),
    policy,
    version,
  };
}

function loggedReason(reason: Reason): LoggedReason {
  const said = reasonFields.flatMap((field) => (reason[field] === undefined ? [] : [[field, String(reason[field])]]));
  return Object.fromEntries(said) as LoggedReason;
}

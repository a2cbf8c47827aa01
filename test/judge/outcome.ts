import type { Script } from './script.ts';
import { and, ite, no, not, or, yes, type Term } from './smt.ts';

/** What an expression comes to, as terms: exactly one of a value, an error, not applicable, or reasons why there is none. */
export interface Outcome {
  readonly ok: Term;
  readonly value: Term;
  /** By code; at most one holds. */
  readonly errors: Names;
  /** By name; several may hold at once. */
  readonly reasons: Names;
  readonly notApplicable: Term;
}
type Names = ReadonlyMap<string, Term>;

const none: Names = new Map();
export const valued = (value: Term): Outcome => ({
  ok: yes,
  value,
  errors: none,
  reasons: none,
  notApplicable: no,
});
const nothing = { ...valued(''), ok: no };
export const failing = (code: string): Outcome => ({ ...nothing, errors: new Map([[code, yes]]) });
export const undetermined = (why: string): Outcome => ({ ...nothing, reasons: new Map([[why, yes]]) });
export const notApplicable: Outcome = { ...nothing, notApplicable: yes };

export const hasError = ({ errors }: Outcome): Term => or(...errors.values());
export const isTrue = ({ ok, value }: Outcome): Term => and(ok, value);
export const isFalse = ({ ok, value }: Outcome): Term => and(ok, not(value));

/** The one outcome where the condition holds, else the other one. */
export function either(condition: Term, then: Outcome, otherwise: Outcome, script: Script): Outcome {
  if (condition === yes) return then;
  if (condition === no) return otherwise;
  const is = script.define('Bool', condition);
  const truth = (a: Term, b: Term): Term => script.define('Bool', a === b ? a : or(and(is, a), and(not(is), b)));
  const names = (a: Names, b: Names): Names =>
    new Map(
      [...new Set([...a.keys(), ...b.keys()])].map((name) => [name, truth(a.get(name) ?? no, b.get(name) ?? no)]),
    );
  const value =
    then.value === '' ? otherwise.value : otherwise.value === '' ? then.value : ite(is, then.value, otherwise.value);
  return {
    ok: truth(then.ok, otherwise.ok),
    value,
    errors: names(then.errors, otherwise.errors),
    reasons: names(then.reasons, otherwise.reasons),
    notApplicable: truth(then.notApplicable, otherwise.notApplicable),
  };
}

/** All operands: the leftmost error, else all reasons, else what is made of their values. */
export function strict(parts: readonly Outcome[], made: Outcome, script: Script): Outcome {
  const errors = new Map<string, Term>();
  let before: Term = no;
  for (const part of parts) {
    for (const [code, term] of part.errors) errors.set(code, or(errors.get(code) ?? no, and(term, not(before))));
    before = script.define('Bool', or(before, hasError(part)));
  }
  const reasons = new Map<string, Term>();
  for (const part of parts) {
    for (const [name, term] of part.reasons) reasons.set(name, or(reasons.get(name) ?? no, and(term, not(before))));
  }
  const named = (all: Names): Names => new Map([...all].map(([name, term]) => [name, script.define('Bool', term)]));
  const without: Outcome = { ...nothing, errors: named(errors), reasons: named(reasons) };
  return either(and(...parts.map(({ ok }) => ok)), made, without, script);
}

/** Do the two say different things? */
export function differ(a: Outcome, b: Outcome): Term {
  const unlike = (mine: Names, theirs: Names): readonly Term[] =>
    [...new Set([...mine.keys(), ...theirs.keys()])].map((name) => xor(mine.get(name) ?? no, theirs.get(name) ?? no));
  return or(
    xor(a.ok, b.ok),
    xor(a.notApplicable, b.notApplicable),
    ...unlike(a.errors, b.errors),
    ...unlike(a.reasons, b.reasons),
    a.value === '' || b.value === '' ? no : and(a.ok, b.ok, `(distinct ${a.value} ${b.value})`),
  );
}

function xor(a: Term, b: Term): Term {
  if (a === b) return no;
  if (a === no) return b;
  return b === no ? a : `(xor ${a} ${b})`;
}

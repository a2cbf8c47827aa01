import type { Ir } from '../ir/ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Decision } from '../ir/program.ts';
import { requirementFailed, unusable } from '../value/failures.ts';
import { toOutcome } from '../value/outcome.ts';
import { noVersion, normalizeFlags } from '../value/reasons.ts';
import type { Result } from '../value/result.ts';
import { toValue, type Datum } from './datum.ts';
import type { Explanation, Step } from './explanation.ts';
import { flagsOf, isFalse, isTrue, undetermined, withFlags, type Found } from './found.ts';
import { bind, type Decided, type Frame, type PutOff, type Session } from './frame.ts';
import { headOf } from './known.ts';
import { apart, holding, newTrace, runWorded, tell, textOfDatum } from './trace.ts';
import { run } from './walk.ts';

/** Beyond this nesting a decision is put off and worked out from the bottom of the stack, so that no chain exhausts it. */
const deep = 300;
const tooDeep = new Error('to be worked out first');

/**
 * Works out a decision, from the bottom of the stack. What lies too deep below it comes first: then all is begun anew, and finds
 * that one known.
 */
export function decideFirst(name: string, args: readonly Datum[], session: Session): Decided {
  const waiting: PutOff[] = [{ name, args }];
  for (;;) {
    const next = waiting.at(-1);
    if (next === undefined) return decide(name, args, session);
    try {
      decide(next.name, next.args, session);
      waiting.pop();
    } catch (error) {
      const { putOff } = session;
      if (error !== tooDeep || putOff === undefined) throw error;
      if (waiting.some((other) => keyOf(other) === keyOf(putOff))) throw new Error(`${name} reads itself`);
      waiting.push(putOff);
      startAnew(session);
    }
  }
}

function startAnew(session: Session): void {
  session.depth = 0;
  for (const [fact, found] of session.computed) if (found === 'under way') session.computed.delete(fact);
  if (session.trace !== undefined) Object.assign(session.trace, newTrace());
}

/** A decision, worked out once for each argument. */
export function decide(name: string, args: readonly Datum[], session: Session): Decided {
  const key = keyOf({ name, args });
  const known = session.decisions.get(key);
  if (known !== undefined) return known;
  const decision = session.program.decisions[name];
  if (decision === undefined) throw new Error(`no decision ${name}`);
  if (session.depth > deep) {
    session.putOff = { name, args };
    throw tooDeep;
  }
  const decided = workOut(decision, args, session);
  session.decisions.set(key, decided);
  return decided;
}

/** Equal arguments give one answer, except that elements of a list keep their place, which reasons name. */
function keyOf({ name, args }: PutOff): string {
  if (args.length === 0) return name;
  const places = args.map((arg) => [
    toValue(arg),
    arg.is === 'record' && arg.element !== undefined ? arg.element.place : '',
  ]);
  return `${name}\u0000${JSON.stringify(places)}`;
}

function workOut(decision: Decision, args: readonly Datum[], session: Session): Decided {
  const { output } = headOf(decision, session.known);
  const empty: Frame = { session, output, locals: undefined, run, decide };
  const frame = decision.takes.reduce<Frame>((inside, { id }, i) => {
    const arg = args[i];
    return arg === undefined ? inside : bind(inside, id, arg);
  }, empty);
  const { trace } = session;
  if (trace === undefined) return { found: found(decision, frame) };
  // What this decision tells is its own: nothing was told before as far as its reader is concerned.
  const { told } = trace;
  trace.told = new Set();
  const [result, steps] = apart(frame, () => found(decision, frame));
  trace.told = told;
  return { found: result, explanation: explained(decision, args, result, steps, session) };
}

function explained(
  decision: Decision,
  args: readonly Datum[],
  result: Found,
  steps: readonly Step[],
  session: Session,
): Explanation {
  const policy = session.program.policies[decision.policy];
  const outcome = outcomeOf(decision, result, session);
  const { title, hidden, origin: span } = decision;
  if (args.length === 0 && policy !== undefined) return { outcome, title, hidden, policy, span, steps };
  return {
    outcome,
    title,
    hidden,
    ...(args.length === 0 ? {} : { on: args.map((arg) => textOfDatum(arg, session)).join(', ') }),
    ...(policy === undefined ? {} : { policy }),
    span,
    steps,
  };
}

/** What `toOutcome` gives; a value that steps have shown is not printed again. */
function outcomeOf(decision: Decision, result: Found, session: Session): Outcome {
  const { name, policy, version, cites } = decision;
  if (result.status !== 'determined') return toOutcome(session.program, name, result);
  const { type } = headOf(decision, session.known);
  const value = textOfDatum(result.value, session);
  const flags = result.flags.length === 0 ? [] : normalizeFlags(result.flags);
  return { decision: name, type, policy, version, cites, status: 'determined', value, flags, reasons: [] };
}

/** The result in the form that all evaluators share. */
export function toResult(result: Found): Result {
  return result.status === 'determined' ? { ...result, value: toValue(result.value) } : result;
}

function found(decision: Decision, frame: Frame): Found {
  const { body } = decision;
  if (body.is === 'blocked') {
    const { code, message, span } = body.diagnostic;
    return { status: 'error', code, message, span };
  }
  if (body.is === 'no-version') return undetermined(noVersion(frame.session.program, decision.policy));
  for (const { that, says } of decision.requires) {
    const required = condition('requires', that, frame, { says });
    if (required.status === 'error') return required;
    if (isFalse(required)) return requirementFailed(says, that.origin);
  }
  const conditions: Found[] = [];
  for (const when of decision.appliesWhen) {
    const applies = condition('applies-when', when, frame, {});
    if (applies.status === 'error') return applies;
    conditions.push(applies);
    if (isFalse(applies)) return { status: 'not-applicable', flags: flagsOf(conditions) };
    if (!isTrue(applies)) return withFlags(flagsOf(conditions), applies);
  }
  const result = withFlags(flagsOf(conditions), frame.run(body.ir, frame));
  const spoilt = result.status === 'determined' ? invalidPart(result.value) : undefined;
  return spoilt === undefined ? result : unusable(spoilt, decision.origin);
}

/** A field that was given but cannot be used, in a value that would now be shown or compared as a whole. */
function invalidPart(datum: Datum): Extract<Datum, { is: 'invalid' }> | undefined {
  if (datum.is === 'invalid') return datum;
  const parts = datum.is === 'list' ? datum.items : datum.is === 'record' ? Object.values(datum.fields) : [];
  for (const part of parts) {
    const found = invalidPart(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function condition(
  sort: 'applies-when' | 'requires',
  ir: Ir,
  frame: Frame,
  more: { readonly says?: Decision['requires'][number]['says'] },
): Found {
  const [[result, words], steps] = apart(frame, () => runWorded(ir, frame));
  tell(frame, () => ({ step: 'condition', sort, ...words, ...more, holds: holding(result), span: ir.origin, steps }));
  return result;
}

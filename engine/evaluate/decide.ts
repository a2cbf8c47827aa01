import type { Ir } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import { children } from '../ir/walk.ts';
import { requirementFailed, unusable } from '../value/failures.ts';
import { toOutcome } from '../value/outcome.ts';
import { noVersion } from '../value/reasons.ts';
import type { Result } from '../value/result.ts';
import { toValue, type Datum } from './datum.ts';
import type { Explanation, Step } from './explanation.ts';
import { flagsOf, isFalse, isTrue, undetermined, withFlags, type Found } from './found.ts';
import { bind, type Decided, type Frame, type Session } from './frame.ts';
import { apart, holding, runWorded, tell, textOfDatum } from './trace.ts';
import { run } from './walk.ts';

/** Beyond this nesting a decision's own decisions are worked out before it, so that no chain exhausts the stack. */
const deep = 300;

/** A decision, worked out once for each argument. */
export function decide(name: string, args: readonly Datum[], session: Session): Decided {
  const key = args.length === 0 ? name : `${name}\u0000${identity(args)}`;
  const known = session.decisions.get(key);
  if (known !== undefined) return known;
  const decision = session.program.decisions[name];
  if (decision === undefined) throw new Error(`no decision ${name}`);
  if (session.depth > deep) settle(decision, session);
  const decided = workOut(decision, args, session);
  session.decisions.set(key, decided);
  return decided;
}

/** Equal arguments give one answer, except that elements of a list keep their place, which reasons name. */
function identity(args: readonly Datum[]): string {
  return JSON.stringify(
    args.map((arg) => [toValue(arg), arg.is === 'record' && arg.element !== undefined ? arg.element.place : '']),
  );
}

/** Works out all decisions without arguments below this one, deepest first, without recursion from one to the next. */
function settle(decision: Decision, session: Session): void {
  const waiting: { readonly decision: Decision; readonly ready: boolean }[] = [{ decision, ready: false }];
  const seen = new Set([decision.name]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.ready) {
      const { name, takes } = next.decision;
      if (takes.length === 0 && name !== decision.name && !session.decisions.has(name)) {
        session.decisions.set(name, workOut(next.decision, [], session));
      }
      continue;
    }
    waiting.push({ ...next, ready: true });
    for (const name of readBy(next.decision, session)) {
      const read = session.program.decisions[name];
      if (read === undefined || seen.has(name) || session.decisions.has(name)) continue;
      seen.add(name);
      waiting.push({ decision: read, ready: false });
    }
  }
}

/** Names of the decisions that are read, also by facts that follow from others. */
function readBy(decision: Decision, { program }: Session): ReadonlySet<string> {
  const found = new Set<string>();
  const facts = new Set<string>();
  const waiting: Ir[] = [...decision.appliesWhen, ...decision.requires.map(({ that }) => that)];
  if (decision.body.is === 'ir') waiting.push(decision.body.ir);
  for (let ir = waiting.pop(); ir !== undefined; ir = waiting.pop()) {
    if (ir.op === 'decision') found.add(ir.name);
    if (ir.op === 'fact' && !facts.has(ir.name)) {
      facts.add(ir.name);
      const orFrom = program.facts[ir.name]?.orFrom;
      if (orFrom !== undefined) waiting.push(orFrom);
    }
    waiting.push(...children(ir));
  }
  return found;
}

function workOut(decision: Decision, args: readonly Datum[], session: Session): Decided {
  const output = `${decision.policy}#${decision.name.slice(decision.name.lastIndexOf('.') + 1)}`;
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
  return {
    outcome: toOutcome(session.program, decision.name, toResult(result)),
    title: decision.title,
    hidden: decision.hidden,
    ...(args.length === 0 ? {} : { on: args.map((arg) => textOfDatum(arg, session)).join(', ') }),
    ...(policy === undefined ? {} : { policy }),
    span: decision.origin,
    steps,
  };
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

import type { Ir } from '../ir/ir.ts';
import { printValue } from '../value/print.ts';
import { toValue, type Datum } from './datum.ts';
import type { Holds, Step, Worded } from './explanation.ts';
import { isFalse, isTrue, type Found } from './found.ts';
import type { Frame, Session } from './frame.ts';
import { isExpression, titledWording, wording } from './wording.ts';

/** What is written down for the explanation while the walk goes on. Without one nothing is recorded. */
export interface Trace {
  steps: Step[];
  /** Nodes evaluated lately, each with its value as text, to fill expressions in. */
  texts: Map<Ir, string>;
  /** Facts and parameters that this decision's explanation has told already. */
  told: Set<string>;
  /** An expression further out will be told as a whole. */
  inExpression: boolean;
}

export function newTrace(): Trace {
  return { steps: [], texts: new Map(), told: new Set(), inExpression: false };
}

/** Adds a step, made only when somebody wants an explanation. */
export function tell(frame: Frame, make: () => Step): void {
  frame.session.trace?.steps.push(make());
}

/** The same, but once in a decision for each name. */
export function tellOnce(frame: Frame, name: string, make: () => Step): void {
  const { trace } = frame.session;
  if (trace === undefined || trace.told.has(name)) return;
  trace.told.add(name);
  trace.steps.push(make());
}

/** Runs a part of the walk and gives the steps that it told apart from those around it. */
export function apart<Result>(frame: Frame, walk: () => Result): readonly [Result, readonly Step[]] {
  const { trace } = frame.session;
  if (trace === undefined) return [walk(), []];
  const { steps, texts, inExpression } = trace;
  Object.assign(trace, { steps: [], texts: new Map(), inExpression: false });
  const result = walk();
  const told = trace.steps;
  Object.assign(trace, { steps, texts, inExpression });
  return [result, told];
}

/** Runs a part of the walk that the explanation leaves out. */
export function untold<Result>(frame: Frame, walk: () => Result): Result {
  const { trace } = frame.session;
  if (trace === undefined) return walk();
  const told = new Set(trace.told);
  const [result] = apart(frame, walk);
  trace.told = told;
  return result;
}

/** Evaluates a condition that is told in words by whoever asks, not as an expression of its own. */
export function runWorded(ir: Ir, frame: Frame): readonly [Found, Worded] {
  const { trace } = frame.session;
  if (trace === undefined) return [frame.run(ir, frame), noWords];
  const outer = trace.inExpression;
  trace.inExpression = true;
  const found = frame.run(ir, frame);
  trace.inExpression = outer;
  return [found, worded(ir, found, frame)];
}

/** The expression in words, and the same with the values that were just found. */
export function worded(ir: Ir, found: Found, frame: Frame): Worded {
  const { program, trace } = frame.session;
  const policy = policyOf(frame);
  const text = wording(ir, program, policy);
  const value = textOf(found, frame.session);
  const fill = (part: Ir): string | undefined => (part.op === 'literal' ? undefined : trace?.texts.get(part));
  const filled = isExpression(ir) ? wording(ir, program, policy, fill) : (value ?? text);
  const isCondition = ir.type.is === 'boolean';
  const said = { text, titled: titledWording(ir, program), filled, isCondition };
  return value === undefined ? said : { ...said, value };
}

/** The policy that holds the node, for wording it. */
export function policyOf({ output }: Frame): string {
  return output.slice(0, output.lastIndexOf('#'));
}

const noWords: Worded = { text: '', titled: { en: '', zh: '' }, filled: '', isCondition: false };

/** Evaluates a node, remembers its value for expressions around it, and tells an expression as a whole. */
export function runTold(ir: Ir, frame: Frame, trace: Trace, node: (ir: Ir, frame: Frame) => Found): Found {
  const outer = trace.inExpression;
  const expression = isExpression(ir);
  trace.inExpression = expression;
  const found = node(ir, frame);
  trace.inExpression = outer;
  if (found.status === 'determined' && found.value.is !== 'list' && found.value.is !== 'record') {
    trace.texts.set(ir, textOfDatum(found.value, frame.session));
  } else trace.texts.delete(ir);
  if (expression && !outer) trace.steps.push({ step: 'expression', ...worded(ir, found, frame), span: ir.origin });
  return found;
}

export function textOf(found: Found, session: Session): string | undefined {
  return found.status === 'determined' ? textOfDatum(found.value, session) : undefined;
}

export function textOfDatum(datum: Datum, { program }: Session): string {
  return printValue(toValue(datum), program);
}

/** `value` as an optional part of a step. */
export function valued(found: Found, session: Session): { readonly value?: string } {
  const value = session.trace === undefined ? undefined : textOf(found, session);
  return value === undefined ? {} : { value };
}

export function holding(found: Found): Holds {
  return isTrue(found) ? 'yes' : isFalse(found) ? 'no' : 'open';
}

import type { Ir } from '../ir/ir.ts';
import { printValue } from '../value/print.ts';
import { amountText } from './amount-text.ts';
import { toValue, type Datum } from './datum.ts';
import type { Holds, Step, Worded } from './explanation.ts';
import { isFalse, isTrue, type Found } from './found.ts';
import type { Frame, Session } from './frame.ts';
import { filled, wordsOf } from './words.ts';
import { isExpression } from './wording.ts';

/** What is written down for the explanation while the walk goes on. Without one nothing is recorded. */
export interface Trace {
  steps: Step[];
  /** Nodes evaluated lately, each with its value, to fill expressions in. */
  values: Map<Ir, Datum> | undefined;
  /** Facts and parameters that this decision's explanation has told already. */
  told: Set<string>;
  /** An expression further out will be told as a whole. */
  inExpression: boolean;
}

export function newTrace(): Trace {
  return { steps: [], values: undefined, told: new Set(), inExpression: false };
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
  const { steps, values, inExpression } = trace;
  trace.steps = [];
  trace.values = undefined;
  trace.inExpression = false;
  const result = walk();
  const told = trace.steps;
  trace.steps = steps;
  trace.values = values;
  trace.inExpression = inExpression;
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
  const { session } = frame;
  const words = wordsOf(ir, session, frame.output);
  const { text, titled } = words;
  const value = textOf(found, session);
  const shown = isExpression(ir)
    ? filled(ir, words, session.program, frame.output, (part) => valueText(part, session))
    : (value ?? text);
  const isCondition = ir.type.is === 'boolean';
  return value === undefined
    ? { text, titled, filled: shown, isCondition }
    : { text, titled, filled: shown, isCondition, value };
}

function valueText(part: Ir, session: Session): string | undefined {
  const value = session.trace?.values?.get(part);
  return value === undefined ? undefined : textOfDatum(value, session);
}

const noWords: Worded = { text: '', titled: { en: '', zh: '' }, filled: '', isCondition: false };

/** Evaluates a node, remembers its value for expressions around it, and tells an expression as a whole. */
export function runTold(ir: Ir, frame: Frame, trace: Trace, node: (ir: Ir, frame: Frame) => Found): Found {
  const outer = trace.inExpression;
  const expression = isExpression(ir);
  trace.inExpression = expression;
  const found = node(ir, frame);
  trace.inExpression = outer;
  // Expressions are told in the words of their parts, never by their own value.
  if (expression) {
    if (!outer) trace.steps.push(expressionStep(ir, found, frame));
  } else if (found.status === 'determined' && found.value.is !== 'list' && found.value.is !== 'record') {
    trace.values ??= new Map();
    trace.values.set(ir, found.value);
  } else trace.values?.delete(ir);
  return found;
}

function expressionStep(ir: Ir, found: Found, frame: Frame): Step {
  const { text, titled, filled: shown, isCondition, value } = worded(ir, found, frame);
  const span = ir.origin;
  return value === undefined
    ? { step: 'expression', text, titled, filled: shown, isCondition, span }
    : { step: 'expression', text, titled, filled: shown, isCondition, value, span };
}

export function textOf(found: Found, session: Session): string | undefined {
  return found.status === 'determined' ? textOfDatum(found.value, session) : undefined;
}

export function textOfDatum(datum: Datum, { program }: Session): string {
  if (datum.is !== 'amount') return printValue(toValue(datum), program);
  datum.text ??= amountText(datum, program);
  return datum.text;
}

/** `value` as an optional part of a step. */
export function valued(found: Found, session: Session): { readonly value?: string } {
  const value = session.trace === undefined ? undefined : textOf(found, session);
  return value === undefined ? {} : { value };
}

export function holding(found: Found): Holds {
  return isTrue(found) ? 'yes' : isFalse(found) ? 'no' : 'open';
}

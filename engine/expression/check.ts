import type { Arm, Comparison, Ir } from '../ir/ir.ts';
import { typeWords } from '../ir/type-words.ts';
import { boolean, fits, isNumeric, isOrdered, number, printType, unknown, type Type } from '../ir/type.ts';
import type { AggregateExpr, Binary, Expr, If, In, IsKnown, ListExpr, On, RecordExpr, Unary } from './ast.ts';
import { checkAlike, checkCall } from './check-calls.ts';
import { checkCell, typed } from './check-cells.ts';
import { checkLiteral } from './check-literals.ts';
import { checkMessages } from './check-messages.ts';
import { broken, checkName } from './check-names.ts';
import { operationType, operatorNamed } from './check-operators.ts';
import type { Binding, Checker, Environment } from './environment.ts';

/**
 * The typed meaning of an expression. Mistakes go to `env.report`; a part that means nothing has the type `unknown`, which
 * silences what follows from it. `expected` lets enumeration members and posts resolve; it is no promise.
 */
export function checkExpression(expr: Expr, env: Environment, expected?: Type): Ir {
  return checkerFor(env).check(expr, expected);
}

export function checkerFor(env: Environment): Checker {
  const checker: Checker = {
    env,
    check: (expr, expected) => check(expr, checker, expected),
    within: (name, binding) =>
      checkerFor({
        ...env,
        lookup: (asked) => (asked === name ? binding : env.lookup(asked)),
        knows: (asked) => asked === name || env.knows(asked),
        names: () => [name, ...env.names()],
      }),
  };
  return checker;
}

function check(expr: Expr, checker: Checker, expected: Type | undefined): Ir {
  switch (expr.syntax) {
    case 'number':
    case 'percent':
    case 'amount':
    case 'date':
    case 'time':
    case 'date-time':
    case 'text':
    case 'boolean':
    case 'none':
      return checkLiteral(expr, checker, expected) ?? broken(expr);
    case 'name':
      return checkName(expr, checker, expected);
    case 'unary':
      return checkUnary(expr, checker, expected);
    case 'binary':
      return checkBinary(expr, checker);
    case 'in':
      return checkIn(expr, checker);
    case 'is-known':
      return checkIsKnown(expr, checker);
    case 'if':
      return checkIf(expr, checker, expected);
    case 'call':
      return checkCall(expr, checker, expected);
    case 'aggregate':
      return checkAggregate(expr, checker, expected);
    case 'on':
      return checkOn(expr, checker);
    case 'list':
      return checkList(expr, checker, expected);
    case 'record':
      return checkRecord(expr, checker, expected);
    case 'missing':
      return broken(expr);
  }
}

function checkUnary(expr: Unary, checker: Checker, expected: Type | undefined): Ir {
  const origin = expr.span;
  if (expr.operator === 'not')
    return { op: 'not', type: boolean, origin, operand: typed(expr.operand, checker, boolean) };
  const operand = checker.check(expr.operand, expected);
  if (operand.op === 'literal' && 'digits' in operand.value) {
    const { digits } = operand.value;
    const negated = digits.startsWith('-') ? digits.slice(1) : /[1-9]/.test(digits) ? `-${digits}` : digits;
    return { ...operand, origin, value: { ...operand.value, digits: negated } };
  }
  if (!isNumeric(operand.type) && operand.type.is !== 'unknown') {
    checker.env.report(
      checkMessages['wrong-type']({ found: typeWords(operand.type), expected: typeWords(number) }, expr.operand.span),
    );
  }
  return { op: 'call', type: operand.type, origin, fn: 'negate', args: [operand] };
}

function checkBinary(expr: Binary, checker: Checker): Ir {
  switch (expr.operator) {
    case 'and':
    case 'or': {
      const left = typed(expr.left, checker, boolean);
      const right = typed(expr.right, checker, boolean);
      return { op: 'logic', type: boolean, origin: expr.span, connective: expr.operator, left, right };
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return checkArithmetic(expr, checker);
    default:
      return checkComparison(expr, expr.operator, checker);
  }
}

function checkArithmetic(expr: Binary, checker: Checker): Ir {
  const left = checker.check(expr.left);
  const right = checker.check(expr.right);
  const fn = operatorNamed(expr.operator);
  const type = operationType(fn, left.type, right.type);
  if (type === undefined) {
    const args = { operator: expr.operator, left: typeWords(left.type), right: typeWords(right.type) };
    checker.env.report(checkMessages['unit-clash'](args, expr.span));
    return broken(expr);
  }
  return { op: 'call', type, origin: expr.span, fn, args: [left, right] };
}

function checkComparison(expr: Binary, comparison: Comparison, checker: Checker): Ir {
  const [left, right] = checkAlike([expr.left, expr.right], checker, () => undefined) as readonly [Ir, Ir];
  const ordering = comparison !== '=' && comparison !== '!=';
  const { report } = checker.env;
  if (!fits(left.type, right.type)) {
    const sides = { left: typeWords(left.type), right: typeWords(right.type) };
    const durations = left.type.is === 'duration' && right.type.is === 'duration';
    const message = durations
      ? checkMessages['days-and-months'](sides, expr.span)
      : checkMessages['unit-clash']({ operator: comparison, ...sides }, expr.span);
    report(message);
  } else if (ordering && !isOrdered(left.type) && left.type.is !== 'unknown') {
    report(checkMessages['no-order']({ type: typeWords(left.type) }, expr.span));
  }
  return { op: 'compare', type: boolean, origin: expr.span, comparison, left, right };
}

function checkIn(expr: In, checker: Checker): Ir {
  const value = checker.check(expr.value);
  const range = checkCell(expr.cell, checker, value.type, true);
  const within: Ir = { op: 'within', type: boolean, origin: expr.span, value, range };
  return expr.negated ? { op: 'not', type: boolean, origin: expr.span, operand: within } : within;
}

function checkIsKnown(expr: IsKnown, checker: Checker): Ir {
  const of = checker.check(expr.of);
  if (of.type.is === 'unknown' && of.op === 'undetermined') return of;
  if (of.op !== 'fact' && of.op !== 'field') {
    checker.env.report(checkMessages['known-of-fact']({}, expr.of.span));
    return broken(expr);
  }
  return { op: 'known', type: boolean, origin: expr.span, of, negated: expr.negated };
}

/** `if … else if …` is one `choose`. */
function checkIf(expr: If, checker: Checker, expected: Type | undefined): Ir {
  const arms: Arm[] = [];
  let told = expected;
  let rest: Expr = expr;
  while (rest.syntax === 'if') {
    const when = typed(rest.condition, checker, boolean);
    const value = armValue(rest.consequence, checker, told);
    told ??= value.type.is === 'unknown' ? undefined : value.type;
    arms.push({ when, value, cites: [] });
    rest = rest.alternative;
  }
  const otherwise = armValue(rest, checker, told);
  return { op: 'choose', type: told ?? otherwise.type, origin: expr.span, arms, otherwise };
}

function armValue(expr: Expr, checker: Checker, told: Type | undefined): Ir {
  return told === undefined ? checker.check(expr) : typed(expr, checker, told);
}

function checkAggregate(expr: AggregateExpr, checker: Checker, expected: Type | undefined): Ir {
  const over = elementwise(expr, checker) ?? checker.check(expr.list);
  if (over.type.is !== 'list' && over.type.is !== 'unknown') {
    checker.env.report(
      checkMessages['wrong-type'](
        { found: typeWords(over.type), expected: { en: 'list', zh: '列表' } },
        expr.list.span,
      ),
    );
    return broken(expr);
  }
  if (checker.env.knows(expr.variable)) {
    checker.env.report(checkMessages.clash({ name: expr.variable }, expr.variableSpan));
  }
  const element = over.type.is === 'list' ? over.type.of : unknown;
  const local = `${expr.variable}#${checker.env.fresh()}`;
  const inner = checker.within(expr.variable, elementBinding(expr, checker, local, element));
  const where = expr.where === undefined ? undefined : typed(expr.where, inner, boolean);
  const truth = expr.operator === 'any' || expr.operator === 'all';
  const checked = truth ? typed(expr.body, inner, boolean) : inner.check(expr.body, expected);
  const counted: Ir = { op: 'literal', type: boolean, origin: expr.body.span, value: { is: 'boolean', truth: true } };
  const body = expr.operator === 'count' ? counted : checked;
  const by = expr.by === undefined ? undefined : inner.check(expr.by);
  for (const [part, place] of [
    [sumLike(expr) ? body : undefined, expr.body],
    [expr.operator === 'min' || expr.operator === 'max' ? body : by, expr.by ?? expr.body],
  ] as const) {
    const fine =
      part === undefined ||
      part.type.is === 'unknown' ||
      (part === body && sumLike(expr) ? isNumeric(part.type) : isOrdered(part.type));
    if (!fine) checker.env.report(checkMessages['no-order']({ type: typeWords(part.type) }, place.span));
  }
  return {
    op: 'aggregate',
    type: truth ? boolean : expr.operator === 'count' ? number : body.type,
    origin: expr.span,
    operator: expr.operator,
    over,
    local,
    name: expr.variable,
    ...(where === undefined ? {} : { where }),
    body,
    ...(by === undefined ? {} : { by }),
  };
}

/**
 * A decision with one value for each element of a list: its aggregates run through that list and ask the decision about each
 * element, so that one undetermined element does not hide the others.
 */
function elementwise(expr: AggregateExpr, checker: Checker): Ir | undefined {
  return eachOf(expr, checker)?.each?.over;
}

function eachOf(expr: AggregateExpr, { env }: Checker): Extract<Binding, { binds: 'decision' }> | undefined {
  const binding = expr.list.syntax === 'name' ? env.lookup(expr.list.name) : undefined;
  return binding?.binds === 'decision' && binding.each !== undefined ? binding : undefined;
}

function elementBinding(expr: AggregateExpr, checker: Checker, id: string, type: Type): Binding {
  const decision = eachOf(expr, checker);
  if (decision?.each === undefined || decision.type.is !== 'list') return { binds: 'local', id, type };
  const element: Ir = { op: 'local', type, origin: expr.variableSpan, id, name: expr.variable };
  const { conditional } = decision;
  return {
    binds: 'decision',
    name: decision.each.element,
    type: decision.type.of,
    takes: [type],
    passes: [element],
    conditional,
  };
}

const sumLike = (expr: AggregateExpr): boolean => expr.operator === 'sum' || expr.operator === 'average';

function checkOn(expr: On, checker: Checker): Ir {
  const binding = expr.decision.syntax === 'name' ? checker.env.lookup(expr.decision.name) : undefined;
  if (expr.decision.syntax !== 'name' || binding?.binds !== 'decision') {
    const decision = checker.check(expr.decision);
    if (decision.type.is !== 'unknown') {
      checker.env.report(checkMessages['takes-no-argument']({ name: printType(decision.type) }, expr.decision.span));
    }
    return broken(expr);
  }
  const [taken] = binding.takes;
  if (taken === undefined) {
    checker.env.report(checkMessages['takes-no-argument']({ name: expr.decision.name }, expr.decision.span));
    return broken(expr);
  }
  if (binding.conditional) {
    checker.env.report(checkMessages['may-not-apply']({ name: expr.decision.name }, expr.decision.span));
  }
  const argument = typed(expr.argument, checker, taken);
  return { op: 'decision', type: binding.type, origin: expr.span, name: binding.name, args: [argument] };
}

function checkList(expr: ListExpr, checker: Checker, expected: Type | undefined): Ir {
  const hint = expected?.is === 'list' ? expected.of : undefined;
  const items = checkAlike(expr.items, checker, () => hint);
  const of = items.find((item) => item.type.is !== 'unknown')?.type ?? hint ?? unknown;
  items.forEach((item, i) => {
    const place = expr.items[i];
    if (!fits(item.type, of) && place !== undefined) {
      checker.env.report(
        checkMessages['wrong-type']({ found: typeWords(item.type), expected: typeWords(of) }, place.span),
      );
    }
  });
  return { op: 'list', type: { is: 'list', of }, origin: expr.span, items };
}

function checkRecord(expr: RecordExpr, checker: Checker, expected: Type | undefined): Ir {
  const hints = expected?.is === 'record' ? expected.fields : {};
  const fields = expr.fields.map(({ name, value }) => ({ name, value: checker.check(value, hints[name]) }));
  const types = Object.fromEntries(fields.map(({ name, value }) => [name, value.type]));
  return { op: 'record', type: { is: 'record', fields: types }, origin: expr.span, fields };
}

import { suggest, writeInstead } from '../diagnostic/suggest.ts';
import { functionNamed, functions, type FunctionDefinition, type FunctionName } from '../ir/functions.ts';
import type { DecisionRead, Ir, RoundingMode } from '../ir/ir.ts';
import { listOfTypes } from '../ir/type-words.ts';
import { fits, isNumeric, printType, unknown, type Type } from '../ir/type.ts';
import type { CallExpr, Expr } from './ast.ts';
import { typed } from './check-cells.ts';
import { checkMessages } from './check-messages.ts';
import { broken, isBound } from './check-names.ts';
import type { Checker } from './environment.ts';

/** Names that look like functions and are forms of the language; completion offers them beside the function table. */
const specialForms = ['round', 'reading', 'undetermined', 'when-applies'] as const;

/** A special form, a function of the table, or a parameter read by its keys. */
export function checkCall(expr: CallExpr, checker: Checker, expected: Type | undefined): Ir {
  switch (expr.name) {
    case 'round':
      return checkRound(expr, checker, expected);
    case 'reading':
      return checkReading(expr, checker, expected);
    case 'undetermined':
      return checkUndetermined(expr, checker, expected);
    case 'when-applies':
      return checkWhenApplies(expr, checker, expected);
    default: {
      const definition = functionNamed(expr.name);
      if (definition !== undefined) return checkFunction(expr, definition, checker);
      const binding = checker.env.lookup(expr.name);
      if (binding?.binds === 'parameter' && binding.keys.length > 0) {
        return checkKeyed(expr, binding.name, binding.type, binding.keys, checker);
      }
      if (binding?.binds === 'broken') return broken(expr);
      const near = suggest(expr.name, [...functions.map(({ name }) => name), ...specialForms, ...checker.env.names()]);
      checker.env.report(
        checkMessages['unknown-function']({ name: expr.name, near }, expr.nameSpan, {
          fixes: writeInstead(near, expr.nameSpan),
        }),
      );
      return broken(expr);
    }
  }
}

function wrongArguments(expr: CallExpr, signature: string, args: readonly Ir[], { env }: Checker): Ir {
  const found = listOfTypes(args.map(({ type }) => type));
  if (!args.some(({ type }) => type.is === 'unknown') || args.length === 0) {
    env.report(checkMessages['wrong-arguments']({ signature, found }, expr.span));
  }
  return broken(expr);
}

function checkRound(expr: CallExpr, checker: Checker, expected: Type | undefined): Ir {
  const [value, step, mode] = expr.args;
  const signature = 'round(value, step, mode)';
  if (value === undefined || step === undefined || mode === undefined || expr.args.length > 3) {
    return wrongArguments(expr, signature, [], checker);
  }
  const of = checker.check(value, expected);
  const to = typed(step, checker, of.type);
  const digits = to.op === 'literal' && 'digits' in to.value ? to.value.digits : undefined;
  if (digits === undefined || digits.startsWith('-') || /^[0.]*$/.test(digits)) {
    if (to.type.is !== 'unknown') checker.env.report(checkMessages['rounding-step']({}, step.span));
    return broken(expr);
  }
  const named = mode.syntax === 'name' ? roundingModes.find((known) => known === mode.name) : undefined;
  if (named === undefined) {
    checker.env.report(checkMessages['rounding-mode']({}, mode.span));
    return broken(expr);
  }
  if (!isNumeric(of.type)) return wrongArguments(expr, signature, [of, to], checker);
  const origin = expr.span;
  return {
    op: 'round',
    type: of.type,
    origin,
    value: of,
    to: digits,
    mode: named,
    marks: [],
    declaredBy: 'expression',
  };
}
const roundingModes: readonly RoundingMode[] = ['half-up', 'half-even', 'up', 'down'];

function checkReading(expr: CallExpr, checker: Checker, expected: Type | undefined): Ir {
  const [id, taken, otherwise] = expr.args;
  if (id === undefined || taken === undefined || otherwise === undefined || expr.args.length > 3) {
    return wrongArguments(expr, 'reading(interpretation, taken, otherwise)', [], checker);
  }
  const interpretation = idOf(id, checker.env.interpretation.bind(checker.env));
  if (interpretation === undefined) {
    const name = id.syntax === 'name' ? id.name : '';
    const near = suggest(name, checker.env.interpretations());
    checker.env.report(
      checkMessages['unknown-interpretation']({ name, near }, id.span, { fixes: writeInstead(near, id.span) }),
    );
    return broken(expr);
  }
  const value = checker.check(taken, expected);
  const other = typed(otherwise, checker, value.type.is === 'unknown' ? (expected ?? unknown) : value.type);
  const type = value.type.is === 'unknown' ? other.type : value.type;
  return { op: 'reading', type, origin: expr.span, interpretation, taken: value, otherwise: other };
}

function checkUndetermined(expr: CallExpr, { env }: Checker, expected: Type | undefined): Ir {
  const [id] = expr.args;
  const gap = id === undefined ? undefined : idOf(id, env.gap.bind(env));
  if (gap === undefined || id === undefined) {
    const name = id?.syntax === 'name' ? id.name : '';
    const near = suggest(name, env.gaps());
    const { span } = id ?? expr;
    env.report(checkMessages['unknown-gap']({ name, near }, span, { fixes: writeInstead(near, span) }));
    return broken(expr);
  }
  return { op: 'undetermined', type: expected ?? unknown, origin: expr.span, gap };
}

function idOf(expr: Expr, resolve: (id: string) => string | undefined): string | undefined {
  return expr.syntax === 'name' ? resolve(expr.name) : undefined;
}

function checkWhenApplies(expr: CallExpr, checker: Checker, expected: Type | undefined): Ir {
  const [name, otherwise] = expr.args;
  const binding = name?.syntax === 'name' ? checker.env.lookup(name.name) : undefined;
  if (name === undefined || otherwise === undefined || expr.args.length > 2 || binding?.binds !== 'decision') {
    if (name?.syntax === 'name' && binding === undefined) return checker.check(name, expected);
    return wrongArguments(expr, 'when-applies(decision, value)', [], checker);
  }
  const value = typed(otherwise, checker, binding.type);
  const read: DecisionRead = {
    op: 'decision',
    type: binding.type.is === 'unknown' ? value.type : binding.type,
    origin: expr.span,
    name: binding.name,
    args: binding.passes,
    otherwise: value,
  };
  return read;
}

function checkFunction(expr: CallExpr, definition: FunctionDefinition, checker: Checker): Ir {
  const { scope } = checker.env;
  const declared = (index: number): Type | undefined => definition.expects?.(index, scope);
  const args = checkAlike(expr.args, checker, declared);
  const type = definition.infer(args.map((arg) => arg.type));
  if (type === undefined) return wrongArguments(expr, definition.signature, args, checker);
  // The table is typed as the list of its own names, so a found definition's name is one of them.
  return { op: 'call', type, origin: expr.span, fn: definition.name as FunctionName, args };
}

/**
 * Checks expressions that may take their type from each other: what can only be one thing first, bare names after it, since
 * a member of the type told by then stands before anything else that has its name (semantics 4.2).
 */
export function checkAlike(
  exprs: readonly Expr[],
  checker: Checker,
  hint: (index: number) => Type | undefined,
): readonly Ir[] {
  const rank = (expr: Expr): number => {
    if (expr.syntax !== 'name') return 0;
    if (!isBound(expr, checker)) return 2;
    return expr.name.includes('.') ? 0 : 1;
  };
  const found: Ir[] = [];
  let told: Type | undefined;
  for (const turn of [0, 1, 2]) {
    exprs.forEach((expr, i) => {
      if (rank(expr) !== turn) return;
      const ir = checker.check(expr, hint(i) ?? told);
      found[i] = ir;
      if (told === undefined && ir.type.is !== 'unknown') told = ir.type;
    });
  }
  return found;
}

function checkKeyed(expr: CallExpr, name: string, type: Type, keys: readonly Type[], checker: Checker): Ir {
  const args = expr.args.map((arg, i) => checker.check(arg, keys[i]));
  const right = args.length === keys.length && args.every((arg, i) => fits(arg.type, keys[i] ?? unknown));
  if (!right) return wrongArguments(expr, `${name}(${keys.map(printType).join(', ')})`, args, checker);
  return { op: 'parameter', type, origin: expr.span, name, keys: args };
}

import type { Checker } from '../expression/environment.ts';
import type { FunctionName } from '../ir/functions.ts';
import type { Aggregate, Comparison, Ir, Local } from '../ir/ir.ts';
import { boolean, number, text, unknown, type Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';

/** Short forms of nodes, for kinds that say more than their author writes. */

const literal = (type: Type, value: Value, origin: Span): Ir => ({ op: 'literal', type, origin, value });

export function amountOf(digits: string, origin: Span): Ir {
  return literal(number, { is: 'number', digits }, origin);
}

export function textOf(written: string, origin: Span): Ir {
  return literal(text, { is: 'text', text: written }, origin);
}

export function call(fn: FunctionName, type: Type, ...args: readonly [Ir, ...Ir[]]): Ir {
  return { op: 'call', type, origin: args[0].origin, fn, args };
}

export function compare(left: Ir, comparison: Comparison, right: Ir): Ir {
  return { op: 'compare', type: boolean, origin: left.origin, comparison, left, right };
}

/** The sum of at least one part. */
export function sumOf([first, ...more]: readonly Ir[]): Ir {
  if (first === undefined) throw new Error('a sum has parts');
  return more.reduce((sum, part) => call('add', sum.type, sum, part), first);
}

export function fieldOf(of: Ir, name: string): Ir {
  const type = of.type.is === 'record' ? of.type.fields[name] : undefined;
  return { op: 'field', type: type ?? unknown, origin: of.origin, of, name };
}

export function recordOf(fields: readonly { readonly name: string; readonly value: Ir }[], origin: Span): Ir {
  const types = Object.fromEntries(fields.map(({ name, value }) => [name, value.type]));
  return { op: 'record', type: { is: 'record', fields: types }, origin, fields };
}

export function not(operand: Ir): Ir {
  return { op: 'not', type: boolean, origin: operand.origin, operand };
}

/** Both or all of these; at least one. */
export function allOf([first, ...more]: readonly Ir[]): Ir {
  if (first === undefined) throw new Error('a conjunction has parts');
  return more.reduce<Ir>(
    (left, right) => ({ op: 'logic', type: boolean, origin: left.origin, connective: 'and', left, right }),
    first,
  );
}

/** Any of these; at least one. */
export function anyOf([first, ...more]: readonly Ir[]): Ir {
  if (first === undefined) throw new Error('a disjunction has parts');
  return more.reduce<Ir>(
    (left, right) => ({ op: 'logic', type: boolean, origin: left.origin, connective: 'or', left, right }),
    first,
  );
}

interface Over {
  /** What the element is called in explanations. */
  readonly name: string;
  readonly where?: (element: Local) => Ir;
  /** `count` has none. */
  readonly body?: (element: Local) => Ir;
}

/** An aggregate over a list whose elements are bound to a name of their own. */
export function overList(
  operator: Aggregate['operator'],
  over: Ir,
  { env }: Checker,
  { name, where, body }: Over,
): Aggregate {
  const { origin } = over;
  const id = `${name}#${env.fresh()}`;
  const element: Local = { op: 'local', type: over.type.is === 'list' ? over.type.of : unknown, origin, id, name };
  const made = body?.(element) ?? literal(boolean, { is: 'boolean', truth: true }, origin);
  const type: Type = operator === 'count' ? number : operator === 'list' ? { is: 'list', of: made.type } : made.type;
  return {
    op: 'aggregate',
    type,
    origin,
    operator,
    over,
    local: id,
    name,
    ...(where === undefined ? {} : { where: where(element) }),
    body: made,
  };
}

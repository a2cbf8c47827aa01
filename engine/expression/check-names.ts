import { suggest, writeInstead } from '../diagnostic/suggest.ts';
import type { Ir } from '../ir/ir.ts';
import { listOfTypes, typeWords } from '../ir/type-words.ts';
import { printType, unknown, type Type } from '../ir/type.ts';
import type { Name } from './ast.ts';
import { checkMessages } from './check-messages.ts';
import type { Binding, Checker } from './environment.ts';

/** Stands where something meaningless was reported, so that checking can go on. Never evaluated. */
export function broken(expr: { readonly span: Ir['origin'] }): Ir {
  return { op: 'undetermined', type: unknown, origin: expr.span, gap: '' };
}

/** A part that means nothing, and has been told already. */
export const isBroken = (ir: Ir): boolean => ir.op === 'undetermined' && 'gap' in ir && ir.gap === '';

/**
 * A name is, in this order: a member or post of the expected type, something that is bound, a field of something that is
 * bound (`lot.quantity`), or `enumeration.member` (semantics 4.2).
 */
export function checkName(expr: Name, checker: Checker, expected: Type | undefined): Ir {
  return (
    memberOf(expr, checker, expected) ??
    bound(expr, checker) ??
    fieldOf(expr, checker) ??
    qualifiedMember(expr, checker) ??
    unknownName(expr, checker, expected)
  );
}

/** Would the name mean anything without an expected type? */
export function isBound(expr: Name, checker: Checker): boolean {
  const { env } = checker;
  if (env.knows(expr.name)) return true;
  return prefixes(expr.name).some(([head]) => env.knows(head) || env.enumeration(head) !== undefined);
}

function memberOf(expr: Name, { env }: Checker, expected: Type | undefined): Ir | undefined {
  if (expected?.is === 'enumeration' && env.enumeration(expected.name)?.includes(expr.name) === true) {
    return member(expr, expected.name, expr.name);
  }
  if (expected?.is === 'post' && env.posts().includes(expr.name)) {
    return {
      op: 'literal',
      type: expected,
      origin: expr.span,
      value: { is: 'post', scope: expected.scope, name: expr.name },
    };
  }
  return undefined;
}

function member(expr: Name, enumeration: string, name: string): Ir {
  const type: Type = { is: 'enumeration', name: enumeration };
  return { op: 'literal', type, origin: expr.span, value: { is: 'member', enumeration, name } };
}

function bound(expr: Name, checker: Checker): Ir | undefined {
  const binding = checker.env.lookup(expr.name);
  return binding === undefined ? undefined : readBinding(expr, expr.name, binding, checker);
}

function readBinding(expr: Name, name: string, binding: Binding, { env }: Checker): Ir {
  const origin = expr.span;
  switch (binding.binds) {
    case 'fact':
      return { op: 'fact', type: binding.type, origin, name: binding.name };
    case 'parameter':
      if (binding.keys.length > 0) {
        const needs = binding.keys.map(printType).join(', ');
        env.report(
          checkMessages['wrong-arguments']({ signature: `${binding.name}(${needs})`, found: listOfTypes([]) }, origin),
        );
        return broken(expr);
      }
      return { op: 'parameter', type: binding.type, origin, name: binding.name, keys: [] };
    case 'decision': {
      if (binding.conditional) env.report(checkMessages['may-not-apply']({ name }, origin));
      const missing = binding.takes[binding.passes.length];
      if (missing !== undefined) {
        env.report(checkMessages['needs-argument']({ name, needs: typeWords(missing) }, origin));
      }
      return { op: 'decision', type: binding.type, origin, name: binding.name, args: binding.passes };
    }
    case 'local':
      return { op: 'local', type: binding.type, origin, id: binding.id, name };
    case 'broken':
      return broken(expr);
  }
}

/** `lot.first-passed`: the longest bound prefix, then fields. */
function fieldOf(expr: Name, checker: Checker): Ir | undefined {
  for (const [head, rest] of prefixes(expr.name)) {
    const binding = checker.env.lookup(head);
    if (binding === undefined) continue;
    if (binding.binds === 'broken') return broken(expr);
    if (binding.type.is !== 'record' && binding.type.is !== 'unknown') continue;
    return rest.reduce<Ir>((of, name) => field(expr, of, name, checker), readBinding(expr, head, binding, checker));
  }
  return undefined;
}

function field(expr: Name, of: Ir, name: string, { env }: Checker): Ir {
  if (of.type.is === 'unknown') return of;
  const fields = of.type.is === 'record' ? of.type.fields : {};
  const type = fields[name];
  if (type === undefined) {
    const near = suggest(name, Object.keys(fields));
    // The field is the end of the name, behind what has it.
    const place = { ...expr.span, start: expr.span.end - name.length };
    env.report(
      checkMessages['unknown-field']({ name, near }, expr.span, {
        fixes: expr.name.endsWith(`.${name}`) ? writeInstead(near, place) : [],
      }),
    );
    return broken(expr);
  }
  return { op: 'field', type, origin: expr.span, of, name };
}

function qualifiedMember(expr: Name, { env }: Checker): Ir | undefined {
  for (const [enumeration, rest] of prefixes(expr.name)) {
    const name = rest.join('.');
    if (env.enumeration(enumeration)?.includes(name) === true) return member(expr, enumeration, name);
  }
  return undefined;
}

function unknownName(expr: Name, { env }: Checker, expected: Type | undefined): Ir {
  const { name, span } = expr;
  const members =
    expected?.is === 'enumeration' ? env.enumeration(expected.name) : expected?.is === 'post' ? env.posts() : undefined;
  const near = suggest(name, members ?? env.names());
  const fixes = writeInstead(near, span);
  env.report(
    members === undefined || expected === undefined
      ? checkMessages['unknown-name']({ name, near }, span, { fixes })
      : checkMessages['unknown-member']({ name, of: typeWords(expected), near }, span, { fixes }),
  );
  return broken(expr);
}

/** `a.b.c` → [`a.b`, [`c`]], [`a`, [`b`, `c`]]: longest head first. */
function prefixes(name: string): readonly (readonly [string, readonly string[]])[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, i) => {
    const cut = parts.length - 1 - i;
    return [parts.slice(0, cut).join('.'), parts.slice(cut)] as const;
  });
}

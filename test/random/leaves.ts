import type { FactRead, Ir } from '../../engine/ir/ir.ts';
import type { Decision } from '../../engine/ir/program.ts';
import { fits, type Type } from '../../engine/ir/type.ts';
import { weighted } from './random.ts';
import { valueOf } from './values.ts';
import { literal, node, type Bound, type Scope } from './world.ts';

/** The smallest expression of the type: a value, or something that is read. */
export function leaf(type: Type, scope: Scope): Ir {
  const { chance, program } = scope;
  const facts = factReads(type, scope);
  const parameters = Object.values(program.parameters).filter((parameter) => fits(parameter.type, type));
  const decisions = scope.readable.filter((decision) => fits(decision.type, type));
  const locals = scope.locals.filter((local) => fits(local.type, type));
  const fields = fieldReads(type, scope);
  return weighted<() => Ir>(
    [
      [type.is === 'list' && facts.length > 0 ? 1 : 4, () => literal(type, valueOf(type, program, chance, 'round'))],
      [facts.length > 0 ? 14 : 0, () => chance.pick(facts)],
      [parameters.length > 0 ? 3 : 0, () => parameterRead(chance.pick(parameters), scope)],
      [decisions.length > 0 ? 9 : 0, () => decisionRead(chance.pick(decisions), scope)],
      [locals.length > 0 ? 20 : 0, () => localRead(chance.pick(locals))],
      [fields.length > 0 ? 20 : 0, () => chance.pick(fields)],
    ],
    chance,
  )();
}

export function factReads(type: Type, scope: Scope): readonly FactRead[] {
  return Object.values(scope.program.facts)
    .filter((fact) => fits(fact.type, type) && (scope.derived || fact.orFrom === undefined))
    .map((fact) => node('fact', type, { name: fact.name }) as FactRead);
}

/** Fields of the type of what is bound here, and of facts that are records. */
export function fieldReads(type: Type, scope: Scope): readonly Extract<Ir, { op: 'field' }>[] {
  const records = [
    ...scope.locals.map((local) => localRead(local)),
    ...Object.values(scope.program.facts)
      .filter((fact) => fact.type.is === 'record')
      .map((fact) => node('fact', fact.type, { name: fact.name })),
  ];
  return records.flatMap((of) =>
    of.type.is === 'record'
      ? Object.entries(of.type.fields)
          .filter(([, field]) => fits(field, type))
          .map(([name, field]) => node('field', field, { of, name }) as Extract<Ir, { op: 'field' }>)
      : [],
  );
}

function localRead({ id, name, type }: Bound): Ir {
  return node('local', type, { id, name });
}

function parameterRead(
  { name, type, keys }: { readonly name: string; readonly type: Type; readonly keys: readonly Type[] },
  scope: Scope,
): Ir {
  return node('parameter', type, { name, keys: keys.map((key) => scope.expression(key, 0, scope)) });
}

/** A decision that can be not applicable is mostly, but not always, read with an answer for that. */
function decisionRead(decision: Decision, scope: Scope): Ir {
  const conditional = decision.appliesWhen.length > 0;
  const answered = scope.chance.chance(conditional ? 0.9 : 0.03);
  return node('decision', decision.type, {
    name: decision.name,
    // Arguments read no decisions: one that asks for its own type again would never come to an end.
    args: decision.takes.map(({ type }) => leaf(type, { ...scope, readable: [] })),
    ...(answered
      ? { otherwise: literal(decision.type, valueOf(decision.type, scope.program, scope.chance, 'round')) }
      : {}),
  });
}

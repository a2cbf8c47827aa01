import { asFact } from '../cases/set.ts';
import type { Ir } from '../ir/ir.ts';
import { partsOf } from '../ir/parts.ts';
import type { Decision, Parameter, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { nodes } from '../ir/walk.ts';
import { replaced } from './replace.ts';

/** The fact that a parameter stands as where nobody has set it: a case may, so what is proved must hold for all its values. */
const freeFact = (parameter: string): string => `parameter ${parameter}`;

/** A program in which what the company has not set yet is given like a fact. */
export function withFreeParameters(program: Program): Program {
  const free = Object.values(program.parameters).filter(isFree);
  return {
    ...program,
    facts: {
      ...program.facts,
      ...Object.fromEntries(free.map((one) => [freeFact(one.name), asFact(one, freeFact(one.name))])),
    },
    decisions: Object.fromEntries(
      Object.entries(program.decisions).map(([name, decision]) => [name, withFreeReads(decision, program)]),
    ),
  };
}

/** What was given, told apart again: facts, and values that a case sets. */
export function tried(
  facts: Readonly<Record<string, Value>>,
  { parameters }: Program,
): { readonly facts: Readonly<Record<string, Value>>; readonly parameters: readonly Parameter[] } {
  const set = Object.values(parameters).flatMap((parameter): readonly Parameter[] => {
    const value = facts[freeFact(parameter.name)];
    return value === undefined ? [] : [{ ...parameter, value }];
  });
  const names = new Set(set.map(({ name }) => freeFact(name)));
  return { facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !names.has(name))), parameters: set };
}

const isFree = ({ value, entries, keys }: Parameter): boolean =>
  value === undefined && entries === undefined && keys.length === 0;

/** The same decision, reading facts in place of the parameters that nobody has set. */
export function withFreeReads(decision: Decision, { parameters }: Program): Decision {
  const reads = new Map<object, Ir>();
  for (const node of partsOf(decision).flatMap((part) => [...nodes(part)])) {
    if (node.op !== 'parameter') continue;
    const parameter = parameters[node.name];
    if (parameter === undefined || !isFree(parameter)) continue;
    const { type, origin, name } = node;
    reads.set(node, { op: 'fact', type, origin, name: freeFact(name) });
  }
  if (reads.size === 0) return decision;
  const { body, appliesWhen, requires } = decision;
  return {
    ...decision,
    appliesWhen: replaced(appliesWhen, reads),
    requires: replaced(requires, reads),
    body: replaced(body, reads),
  };
}

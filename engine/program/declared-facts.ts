import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Ir, Range } from '../ir/ir.ts';
import type { Fact, FieldRule } from '../ir/program.ts';
import { printType, type Type } from '../ir/type.ts';
import type { Span } from '../source/span.ts';
import { sameValue } from '../value/compare.ts';
import { printRange } from '../value/print.ts';
import { policyFactMessages } from './fact-messages.ts';
import type { ReadPolicy } from './read.ts';

/**
 * Facts that policies declare themselves. Facts have no versions (semantics 4.4): the newest version says what people read,
 * and what older ones read besides stays. What both say about a value must be the same, or past outcomes would change.
 */
export function declaredFacts(
  policies: readonly ReadPolicy[],
  report: (diagnostic: Diagnostic) => void,
): readonly Fact[] {
  const facts = policies
    .toSorted((a, b) => b.policy.version - a.policy.version)
    .flatMap(({ declaration }) => declaration.facts);
  return [...Map.groupBy(facts, ({ name }) => name).values()].map((same) =>
    same.reduce((newer, older) => joined(newer, older, report)),
  );
}

function joined(newer: Fact, older: Fact, report: (diagnostic: Diagnostic) => void): Fact {
  const fields = { ...older.fields, ...newer.fields };
  for (const [name, before] of Object.entries(older.fields ?? {})) {
    const now = newer.fields?.[name];
    if (now !== undefined) fields[name] = joinedRule(`${newer.name}.${name}`, now, before, newer.origin, report);
  }
  const rule = joinedRule(newer.name, newer, older, newer.origin, report);
  return {
    ...newer,
    ...rule,
    type: joinedType(newer.type, older.type),
    ...(newer.fields === undefined ? {} : { fields }),
  };
}

function joinedRule(
  name: string,
  now: FieldRule,
  before: FieldRule,
  span: Span,
  report: (diagnostic: Diagnostic) => void,
): FieldRule {
  const range = joinedSet(now.range, before.range);
  if (range !== undefined) return { ...now, range };
  const [mine, other] = [textOf(now), textOf(before)];
  if (mine !== other) report(policyFactMessages['fact-changed']({ name, now: mine, before: other }, span));
  return now;
}

/** What may be named in one version may still be read by it. */
function joinedSet(now: Range | undefined, before: Range | undefined): Range | undefined {
  if (now?.range !== 'set' || before?.range !== 'set') return undefined;
  const more = before.items.filter((item) => !now.items.some((other) => isSame(item, other)));
  return { ...now, items: [...now.items, ...more] };
}

const isSame = (a: Ir, b: Ir): boolean => a.op === 'literal' && b.op === 'literal' && sameValue(a.value, b.value);

function joinedType(now: Type, before: Type): Type {
  if (now.is !== 'list' || before.is !== 'list' || now.of.is !== 'record' || before.of.is !== 'record') return now;
  return { is: 'list', of: { is: 'record', fields: { ...before.of.fields, ...now.of.fields } } };
}

/** `number [0 .. 100], scale 2`; a list's fields are compared one by one. */
function textOf({ type, range, scale }: FieldRule): string {
  const words = { moneyDecimals: 0, units: {} };
  const values = range === undefined ? '' : ` ${printRange(range, words)}`;
  return `${type.is === 'list' ? 'list' : printType(type)}${values}${scale === undefined ? '' : `, scale ${scale}`}`;
}

/** The types of the facts that policies declare themselves; where several declare one fact, the first says its type. */
export function typesOfDeclared(policies: readonly ReadPolicy[]): ReadonlyMap<string, Type> {
  const all = policies.flatMap(({ declaration }) => declaration.facts);
  return new Map(all.toReversed().map(({ name, type }) => [name, type]));
}

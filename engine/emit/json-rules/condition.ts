import type { Crossing } from './crossing.ts';
import type { OperatorName } from './operators.ts';

/** A condition while it is put together: groups are never empty, and what always or never holds is known as such. */
export type Condition =
  | { readonly is: 'always' }
  | { readonly is: 'never' }
  | {
      readonly is: 'leaf';
      readonly fact: string;
      readonly operator: OperatorName;
      readonly value: Crossing | { readonly fact: string };
    }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[]; readonly name?: string }
  | { readonly is: 'not'; readonly of: Condition }
  /** One that several rules share, by its name. */
  | { readonly is: 'shared'; readonly name: string };

export const always: Condition = { is: 'always' };
export const never: Condition = { is: 'never' };

export const holds = (
  fact: string,
  operator: OperatorName,
  value: Crossing | { readonly fact: string } = true,
): Condition => ({ is: 'leaf', fact, operator, value });

export const all = (...parts: readonly Condition[]): Condition => group('all', parts);
export const any = (...parts: readonly Condition[]): Condition => group('any', parts);

/** Groups within groups of their own sort are one; a part that decides alone is the whole. */
function group(is: 'all' | 'any', parts: readonly Condition[]): Condition {
  const [idle, decides] = is === 'all' ? [always, never] : [never, always];
  const flat = parts.flatMap((part) => (part.is === is && part.name === undefined ? part.of : [part]));
  if (flat.some((part) => part.is === decides.is)) return decides;
  const of = [...new Map(flat.map((part) => [JSON.stringify(part), part])).values()].filter(
    (part) => part.is !== idle.is,
  );
  const [only] = of;
  if (only === undefined) return idle;
  return of.length === 1 ? only : { is, of };
}

export function not(of: Condition): Condition {
  if (of.is === 'always') return never;
  if (of.is === 'never') return always;
  return of.is === 'not' ? of.of : { is: 'not', of };
}

/** The same, with the clause that it carries out. */
export function citing(clauses: readonly string[], condition: Condition): Condition {
  if (clauses.length === 0 || condition.is === 'always' || condition.is === 'never') return condition;
  const of = condition.is === 'all' && condition.name === undefined ? condition.of : [condition];
  return { is: 'all', of, name: clauses.join(', ') };
}

/** A condition as json-rules-engine reads it. */
type RuleCondition =
  | {
      readonly fact: string;
      readonly operator: string;
      readonly value: Crossing | { readonly fact: string };
    }
  | { readonly condition: string }
  | RuleGroup;
export type RuleGroup =
  | { readonly all: readonly RuleCondition[]; readonly name?: string }
  | { readonly any: readonly RuleCondition[]; readonly name?: string }
  | { readonly not: RuleCondition };

/** A fact that is always true: json-rules-engine takes an empty `any` for true, so no group is ever empty. */
export const alwaysTrue = 'bylaw.always';

/** The condition as a root: always an `all`, since a root must be a group. Only what can hold is written. */
export function asRoot(condition: Condition): RuleGroup {
  const written = asRule(condition);
  return 'all' in written ? written : { all: [written] };
}

function asRule(condition: Condition): RuleCondition {
  switch (condition.is) {
    case 'always':
      return { fact: alwaysTrue, operator: 'is.eq', value: true };
    case 'never':
      return { fact: alwaysTrue, operator: 'is.eq', value: false };
    case 'leaf': {
      const { fact, operator, value } = condition;
      return { fact, operator, value };
    }
    case 'all':
      return { ...named(condition), all: condition.of.map(asRule) };
    case 'any':
      return { ...named(condition), any: condition.of.map(asRule) };
    case 'not':
      return { not: asRule(condition.of) };
    case 'shared':
      return { condition: condition.name };
  }
}

const named = ({ name }: { readonly name?: string }): { readonly name?: string } =>
  name === undefined ? {} : { name };

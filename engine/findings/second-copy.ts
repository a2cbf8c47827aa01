import type { Decision, Fact, Program } from '../ir/program.ts';

/** Under which name the second copy knows the fact; no policy can write it. */
export const otherName = (fact: string): string => `${fact} ′`;

/** The same program, reading everywhere another fact in the place of one: two copies side by side tell what the one fact changes. */
export function secondCopy(program: Program, fact: string): Program {
  const before = known.get(program)?.get(fact);
  if (before !== undefined) return before;
  const copy = copied(program, fact);
  known.set(program, (known.get(program) ?? new Map<string, Program>()).set(fact, copy));
  return copy;
}

// Many promises are about one fact.
const known = new WeakMap<Program, Map<string, Program>>();

function copied(program: Program, fact: string): Program {
  const own = program.facts[fact];
  if (own === undefined) return program;
  const decisions = Object.fromEntries(
    Object.entries(program.decisions).map(([name, decision]): [string, Decision] => [name, renamed(decision, fact)]),
  );
  const facts = Object.fromEntries(
    Object.entries(program.facts).map(([name, one]): [string, Fact] => [name, renamed(one, fact)]),
  );
  return { ...program, decisions, facts: { ...facts, [otherName(fact)]: { ...own, name: otherName(fact) } } };
}

/** The IR is plain data, so one walk over it reaches every read whatever holds it; what does not change stays the same object. */
function renamed<T>(part: T, fact: string): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) {
    const items = part.map((item: unknown) => renamed(item, fact));
    return items.every((item, i) => item === part[i]) ? part : (items as T);
  }
  const entries = Object.entries(part).map(
    ([key, value]: [string, unknown]) => [key, value, renamed(value, fact)] as const,
  );
  const isRead = 'op' in part && part.op === 'fact' && 'name' in part && part.name === fact;
  if (!isRead && entries.every(([, before, after]) => before === after)) return part;
  const copy = Object.fromEntries(entries.map(([key, , after]) => [key, after]));
  return (isRead ? { ...copy, name: otherName(fact) } : copy) as T;
}

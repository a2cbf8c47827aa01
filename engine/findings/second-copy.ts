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
  const named = <T extends Decision | Fact>(all: Readonly<Record<string, T>>): Record<string, T> => {
    const copies = { ...all };
    for (const name of Object.keys(all)) {
      const one = all[name];
      if (one !== undefined && factsReadIn(one).has(fact)) copies[name] = renamed(one, fact);
    }
    return copies;
  };
  const [decisions, facts] = [named(program.decisions), named(program.facts)];
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

/** All facts that the part reads anywhere; found once, since a hundred promises are about as many facts. */
function factsReadIn(part: Decision | Fact): ReadonlySet<string> {
  const before = readIn.get(part);
  if (before !== undefined) return before;
  const found = new Set<string>();
  const look = (one: object): void => {
    if ('op' in one && one.op === 'fact' && 'name' in one && typeof one.name === 'string') found.add(one.name);
    for (const [key, value] of Object.entries(one) as [string, unknown][])
      if (typeof value === 'object' && value !== null && !readsNothing.has(key)) look(value);
  };
  look(part);
  readIn.set(part, found);
  return found;
}

// Most of the IR by its size.
const readsNothing = new Set(['origin', 'type']);
const readIn = new WeakMap<Decision | Fact, ReadonlySet<string>>();

import { partsOf } from '../../ir/parts.ts';
import type { Fact, Program } from '../../ir/program.ts';
import { nodes } from '../../ir/walk.ts';
import { meaningOf, meaningText } from '../meaning.ts';
import { readBy } from '../read-by.ts';
import type { Stretch } from './states.ts';

/** What differs by itself between two sides, as `decision x`, `fact x`, `parameter x`, `organization scope`. */
export function rootsOf({ before, after }: Stretch): ReadonlySet<string> {
  const differing = <T extends object>(sort: string, was: Named<T>, is: Named<T>, of: (one: T) => unknown): string[] =>
    [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) => {
      const [a, b] = [was[name], is[name]];
      if (a === b || (a !== undefined && b !== undefined && kept(a, of) === kept(b, of))) return [];
      return [`${sort} ${name}`];
    });
  const [a, b] = [before.program, after.program];
  return new Set([
    ...differing('decision', a.decisions, b.decisions, meaningOf),
    ...differing('fact', a.facts, b.facts, ruleOf),
    ...differing('parameter', a.parameters, b.parameters, ({ value, entries, type }) => ({ value, entries, type })),
    ...differing('organization', a.organizations, b.organizations, ({ posts }) => ({ posts })),
  ]);
}

type Named<T> = Readonly<Record<string, T>>;

/** What outcomes may depend on, beside names and titles. */
const ruleOf = ({ type, range, scale, closed, orFrom, fields }: Fact): unknown => ({
  type,
  range,
  scale,
  closed,
  orFrom,
  fields,
});

const texts = new WeakMap<object, string | undefined>();

/** The same version stands in the programs of many days. */
function kept<T extends object>(one: T, of: (one: T) => unknown): string | undefined {
  if (!texts.has(one)) texts.set(one, meaningText(of(one)));
  return texts.get(one);
}

/** For all that reads one of the roots, directly or through others: which ones. */
export function readersOfRoots(
  { before, after }: Stretch,
  roots: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, Set<string>>();
  for (const { program } of [before, after]) noteReaders(program, readers);
  const found = new Map<string, string[]>();
  for (const root of roots) {
    const reached = new Set([root]);
    for (const key of reached) for (const reader of readers.get(key) ?? []) reached.add(reader);
    for (const key of reached) {
      if (key === root) continue;
      const known = found.get(key);
      if (known === undefined) found.set(key, [root]);
      else known.push(root);
    }
  }
  return found;
}

function noteReaders({ decisions, facts }: Program, readers: Map<string, Set<string>>): void {
  const note = (reader: string, part: Parameters<typeof nodes>[0]): void => {
    for (const node of nodes(part)) {
      const key = readBy(node);
      if (key === undefined) continue;
      const known = readers.get(key);
      if (known === undefined) readers.set(key, new Set([reader]));
      else known.add(reader);
    }
  };
  for (const decision of Object.values(decisions))
    for (const part of partsOf(decision)) note(`decision ${decision.name}`, part);
  for (const { name, orFrom } of Object.values(facts)) if (orFrom !== undefined) note(`fact ${name}`, orFrom);
}

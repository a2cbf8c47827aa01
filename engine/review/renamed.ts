import type { Decision } from '../ir/program.ts';
import type { Version } from '../program/handbook.ts';
import { meaningOf, meaningText } from './meaning.ts';

/**
 * A version under the names that its local definitions had before, as far as these say the same: only their own policy can
 * read them, so another name is no other meaning.
 */
export function withOldNames(before: Version, after: Version): Version {
  let { decisions } = after;
  for (;;) {
    const pairs = renamedIn(before.decisions, decisions);
    if (pairs.size === 0) return { ...after, decisions };
    decisions = rename(decisions, pairs) as readonly Decision[];
  }
}

/** New name → old name, of definitions that are gone on one side and stand on the other. */
function renamedIn(before: readonly Decision[], after: readonly Decision[]): ReadonlyMap<string, string> {
  const [old, now] = [before, after].map((all) => new Set(all.map(({ name }) => name)));
  const free = before.filter(({ name, hidden }) => hidden && now?.has(name) !== true);
  const pairs = new Map<string, string>();
  for (const decision of after) {
    if (!decision.hidden || old?.has(decision.name) === true) continue;
    const text = meaningText(meaningOf(decision));
    const at = free.findIndex((one) => meaningText(meaningOf(one)) === text);
    const [same] = at === -1 ? [] : free.splice(at, 1);
    if (same !== undefined) pairs.set(decision.name, same.name);
  }
  return pairs;
}

/** Names stand in the decisions themselves and where others read them. */
function rename(part: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(part)) return part.map((item) => rename(item, names));
  if (typeof part !== 'object' || part === null) return part;
  const isNamed = ('op' in part && part.op === 'decision') || 'body' in part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => [
      key,
      isNamed && key === 'name' && typeof value === 'string' ? (names.get(value) ?? value) : rename(value, names),
    ]),
  );
}

import type { Handbook } from '../program/handbook.ts';
import { changedFrom } from '../host/git-changes.ts';
import type { ReviewSides } from './review-sides.ts';

/** The tables on which the base tries changes, of those that the change itself alters or no longer tries on: a change could pass every gate by them. */
export async function alteredTables({ since, base, head }: ReviewSides): Promise<readonly string[]> {
  const named = tablesOf(base.handbook);
  const kept = new Set(tablesOf(head.handbook));
  const changed = new Set(await changedFrom(head.dir, since.base, named));
  return named.filter((name) => changed.has(name) || !kept.has(name));
}

/** With the mappings that say what their columns are. */
function tablesOf({ manifest }: Handbook): readonly string[] {
  const { population, closed } = manifest?.review ?? {};
  const tables = [...(population === undefined ? [] : [population]), ...(closed?.populations ?? [])];
  return [...new Set(tables.flatMap(({ file, map }) => (map === undefined ? [file] : [file, map])))];
}

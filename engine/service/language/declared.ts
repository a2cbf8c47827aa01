import type { Handbook } from '../../program/handbook.ts';
import { thingsOf, type Thing } from './things.ts';

interface Declared {
  readonly thing: Thing;
  readonly end: number;
}

const known = new WeakMap<Handbook, ReadonlyMap<string, ReadonlyMap<number, Declared>>>();
const nothing: ReadonlyMap<number, Declared> = new Map();

/** What a file declares, by the place of the name. A name that only comes with its policy is declared at the policy's. */
export function declaredIn(handbook: Handbook, path: string): ReadonlyMap<number, Declared> {
  const before = known.get(handbook);
  if (before !== undefined) return before.get(path) ?? nothing;
  const made = new Map<string, Map<number, Declared>>();
  const { function: _functions, ...declaring } = thingsOf(handbook);
  // What comes first wins where several are declared at one place: a policy before the decisions that come with it.
  for (const sort of [declaring.policy, ...Object.values(declaring)]) {
    for (const thing of sort().values()) {
      for (const { file, start, end } of thing.ats) {
        const own = made.get(file) ?? new Map<number, Declared>();
        if (!own.has(start)) own.set(start, { thing, end });
        made.set(file, own);
      }
    }
  }
  known.set(handbook, made);
  return made.get(path) ?? nothing;
}

import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Decision } from '../ir/program.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import type { Sides } from '../symbolic/difference.ts';
import { decisionKey } from '../symbolic/meaning-key.ts';
import { readersOf } from './readers.ts';
import { followWords } from './where/follows.ts';

// The policy's own first, then what is paid or done in the end: more would hide what was changed.
const mostTold = 3;

/** How decisions come out differently that only read the changed ones, a few of them, each in a sentence. */
export function followerWords(
  changed: readonly Decision[],
  { decisions, head: { from } }: Version,
  handbook: Handbook,
  sides: Sides,
): readonly Texts[] {
  const own = new Set(changed.map(({ name }) => name));
  const readers = changed.flatMap((decision) => readersOf(decision, handbook, from).map(({ name }) => name));
  const names = new Set([...decisions.filter(({ hidden }) => !hidden).map(({ name }) => name), ...readers]);
  return [...names]
    .filter((name) => !own.has(name))
    .flatMap((name) => {
      const [was, is] = [sides.before.decisions[name], sides.after.decisions[name]];
      return was === undefined || is === undefined || isSame(name, sides) ? [] : [is];
    })
    .slice(0, mostTold)
    .flatMap((decision) => followWords(decision, sides) ?? []);
}

const isSame = (name: string, { before, after, meanings }: Sides): boolean =>
  decisionKey(name, before, meanings) === decisionKey(name, after, meanings);

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Decision } from '../../ir/program.ts';
import { decisionDifference } from '../difference.ts';
import { newMeanings } from '../../symbolic/meaning-key.ts';
import { mostParts } from '../linked.ts';
import { unitsInChinese } from '../where/in-chinese.ts';
import { followWords } from '../where/follows.ts';
import type { Stretch } from './states.ts';

// Of a change that everything follows, the rest is told without what comes of it.
const mostFollowed = 30_000;

/**
 * How each of these decisions comes out differently, in sentences: for which facts, and from what to what. Those that only follow
 * others have one sentence, or none where it is not decided soon.
 */
export function sentencesOf(
  { before, after }: Stretch,
  changed: readonly string[],
  following: readonly string[],
  all: boolean,
): ReadonlyMap<string, readonly Texts[]> {
  const meanings = newMeanings();
  const sides = {
    before: before.program,
    after: after.program,
    meanings,
    ...(all ? {} : { allowance: { left: mostParts } }),
  };
  const aside = { ...sides, allowance: { left: mostFollowed } };
  const chinese = unitsInChinese(after.handbook.units);
  const handbooks = { base: before.handbook, head: after.handbook, sides: () => sides, all };
  const told = (
    names: readonly string[],
    say: (was: Decision, is: Decision) => readonly Texts[],
  ): readonly (readonly [string, readonly Texts[]])[] =>
    names.flatMap((name) => {
      const [was, is] = [before.program.decisions[name], after.program.decisions[name]];
      return was === undefined || is === undefined ? [] : [[name, say(was, is).map(chinese)] as const];
    });
  return new Map([
    ...told(changed, (was, is) => decisionDifference(was, is, handbooks)),
    ...told(following, (_, is) => {
      const words = followWords(is, aside);
      return words === undefined ? [] : [words];
    }),
  ]);
}

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Decision } from '../../ir/program.ts';
import { outlineOf, regionsOf, type Sides } from '../../symbolic/difference.ts';
import { boxWords } from './box-words.ts';
import { changeOf, isShown, untold } from './sentences.ts';
import { decisionTitle, when } from './titles.ts';

// A tenth of a second or so: what is followed has been told already.
const mostParts = 2_000;
// What a person reads in one breath.
const mostSigns = 160;

/**
 * How a decision that says the same as before answers differently because of what it reads, in a sentence: where, and from what to
 * what unless that is long. Undefined where it is not decided, or what is looked into says nothing of it.
 */
export function followWords(decision: Decision, sides: Sides): Texts | undefined {
  const { name } = decision;
  const exactly = regionsOf(name, sides, mostParts);
  if ('notDecided' in exactly) return undefined;
  const called = decisionTitle(decision);
  if (exactly.length === 0) {
    return {
      en: `${called.en} comes out the same for all facts that are given.`,
      zh: `${called.zh}在事实齐备时结果相同。`,
    };
  }
  const outline = outlineOf(name, sides, mostParts);
  const regions = 'notDecided' in outline || outline.length === 0 ? exactly : outline;
  const [first, ...more] = regions;
  const change = first === undefined ? untold : changeOf(name, first, sides);
  if (first === undefined || change === untold || !isShown(decision, first, sides)) return undefined;
  const box = boxWords(first.box, sides.after);
  const isLong = (text: string): boolean => text.length > mostSigns;
  if (more.length > 0 || (box !== undefined && isLong(box.en))) {
    const parts = more.length + 1;
    return {
      en: `${called.en} differs with it, in ${parts} ${parts === 1 ? 'part' : 'parts'} of what facts can be.`,
      zh: `${called.zh}随之不同，涉及事实的 ${parts} 种情形。`,
    };
  }
  const where: Texts =
    box === undefined ? { en: 'Always', zh: '任何情况下，' } : { en: `For ${box.en}`, zh: when(box.zh) };
  const how: Texts = isLong(change.en) ? { en: 'differs with it', zh: '随之不同' } : change;
  return { en: `${where.en}, ${called.en} ${how.en}.`, zh: `${where.zh}${called.zh}${how.zh}。` };
}

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Decision } from '../../ir/program.ts';
import { outlineOf, regionsOf, type Sides } from '../../symbolic/difference.ts';
import { boxWords } from './box-words.ts';
import { changeOf, isShown, untold } from './sentences.ts';
import { decisionTitle, when } from './titles.ts';

// A tenth of a second or so: what is followed has been told already.
const mostParts = 2_000;
// Further cases are counted.
const mostTold = 3;
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
  if (exactly.length === 0) {
    const called = decisionTitle(decision);
    return {
      en: `${called.en} comes out the same for all facts that are given.`,
      zh: `${called.zh}在事实齐备时结果相同。`,
    };
  }
  const outline = outlineOf(name, sides, mostParts);
  const regions = 'notDecided' in outline || outline.length === 0 ? exactly : outline;
  const [first] = regions;
  const called = decisionTitle(decision);
  const changes = regions.map((region) => changeOf(name, region, sides));
  if (first === undefined || changes[0] === untold || !isShown(decision, first, sides)) return undefined;
  const boxes = regions.map(({ box }) => boxWords(box, sides.after));
  const isLong = (text: string): boolean => text.length > mostSigns;
  const parts = boxes.map((box, i): Texts => {
    const change = changes[i] ?? untold;
    const where: Texts =
      box === undefined ? { en: 'always', zh: '任何情况下，' } : { en: `for ${box.en}`, zh: when(box.zh) };
    const how: Texts = isLong(change.en) ? { en: 'differs with it', zh: '随之改变' } : change;
    return { en: `${where.en}, ${called.en} ${how.en}`, zh: `${where.zh}${called.zh}${how.zh}` };
  });
  const isTooMuch =
    parts.length > mostTold || boxes.some((box) => box !== undefined && isLong(box.en)) || changes.includes(untold);
  if (isTooMuch) {
    const count = parts.length;
    return {
      en: `${called.en} differs with it, in ${count} ${count === 1 ? 'case' : 'cases'}.`,
      zh: `${called.zh}随之改变，共 ${count} 种情形。`,
    };
  }
  const en = parts.map((part) => part.en).join('; ');
  return { en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.`, zh: `${parts.map(({ zh }) => zh).join('；')}。` };
}

import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Bands } from '../ir/ir.ts';
import { partsOf } from '../ir/parts.ts';
import type { Decision } from '../ir/program.ts';
import { printType, type Type } from '../ir/type.ts';
import { isLine } from '../proof/line.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { restedOn } from '../program/interpretations.ts';
import type { PrintWords } from '../value/print.ts';
import { describing } from './describing.ts';
import { followerWords } from './followers.ts';
import { headChanges } from './head-changes.ts';
import { marksWords, movedMarksWords, otherReadingWords } from './marks.ts';
import { bare, meaningOf, otherwiseChanged, sameMeaning, sameUnmarked } from './meaning.ts';
import { quoterOf, type Quote } from './quote.ts';
import { readersOf } from './readers.ts';
import { differingRegions } from './regions.ts';
import type { Sides } from '../symbolic/difference.ts';
import { unitsInChinese } from './where/in-chinese.ts';
import { restWords, some, whereWords } from './where/sentences.ts';
import { decisionTitle, when } from './where/titles.ts';
import { changeWords, regionWords, scaleWords } from './words.ts';
import { decimalsOf } from '../program/rounding.ts';

/** What changed between two versions: in meaning, and in what only describes. */
export interface Difference {
  readonly meaning: readonly Texts[];
  readonly description: readonly Texts[];
}

/** Two states of a handbook: what is quoted of a version stands in the texts of its own state. */
export interface Handbooks {
  readonly base: Handbook;
  readonly head: Handbook;
}

/** Both states, linked to the days that are compared. */
export interface Compared extends Handbooks {
  readonly sides: () => Sides;
  /** Each part is told in which a decision differs, however many there are. */
  readonly all?: boolean;
}

/** Compares a version with the one that held in its place. */
export function differenceOf(before: Version, after: Version, handbooks: Compared): Difference {
  const old = new Map(before.decisions.map((decision) => [decision.name, decision]));
  const now = new Set(after.decisions.map(({ name }) => name));
  const gone = before.decisions
    .filter(({ name }) => !now.has(name))
    .map((decision) => changed(decision, 'is gone', '已删除'));
  const otherwise: Decision[] = [];
  const compared = after.decisions.flatMap((decision) => {
    const was = old.get(decision.name);
    if (was === undefined) return [changed(decision, 'is new', '为新增')];
    if (sameMeaning(meaningOf(was), meaningOf(decision))) return [];
    otherwise.push(decision);
    return [...decisionDifference(was, decision, handbooks), ...readers(decision, after, handbooks)];
  });
  const follow = otherwise.length === 0 ? [] : followerWords(otherwise, after, handbooks.head, handbooks.sides());
  return {
    meaning: [...headChanges(before, after, wordsOf(handbooks)), ...gone, ...compared, ...follow].map(
      unitsInChinese(handbooks.head.units),
    ),
    description: describing(before, after),
  };
}

const wordsOf = ({ head }: Handbooks): PrintWords => ({
  moneyDecimals: decimalsOf(head.money),
  units: head.units,
});

function changed(decision: Decision, en: string, zh: string): Texts {
  const title = decisionTitle(decision);
  return { en: `${title.en} ${en}.`, zh: `${title.zh}${zh}。` };
}

/** Who else decides differently now. */
function readers(decision: Decision, { head: { from } }: Version, { head }: Handbooks): readonly Texts[] {
  const others = decision.hidden ? [] : readersOf(decision, head, from);
  if (others.length === 0) return [];
  const told = [...Map.groupBy(others, ({ policy }) => policy)].map(([policy, some]): Texts => {
    const title = head.versions.get(policy)?.[0]?.head.title ?? { en: policy, zh: policy };
    const [en, zh] = [some.map((one) => one.title.en).join(', '), some.map((one) => one.title.zh).join('、')];
    return { en: `${title.en} (${policy}): ${en}`, zh: `${title.zh}（${policy}）的${zh}` };
  });
  const [en, zh] = [told.map((one) => one.en).join('; '), told.map((one) => one.zh).join('；')];
  return [changed(decision, `is read, directly or not, in ${en}`, `被直接或间接用于：${zh}`)];
}

/** How a decision comes out differently by itself: by regions of its scale where they tell all. */
export function decisionDifference(was: Decision, decision: Decision, handbooks: Compared): readonly Texts[] {
  if (isOfAnotherType(was.type, decision.type)) return [typeWords(was, decision)];
  const [before, after] = [bandsOf(was), bandsOf(decision)];
  const regions =
    before === undefined || after === undefined || !sameBut(was, decision, before, after)
      ? undefined
      : differingRegions(before, after);
  if (regions === undefined || after === undefined) return computedOtherwise(was, decision, handbooks);
  const words = wordsOf(handbooks);
  const quotes: readonly [Quote, Quote] = [quoterOf(handbooks.base), quoterOf(handbooks.head)];
  const title = decisionTitle(decision);
  const by = scaleWords(after.by, handbooks.head, quotes[1]);
  const told = some(regions, handbooks).map((region) => {
    const where = regionWords(region, words);
    const change = changeWords(region.before, region.after, words, quotes);
    const blank = /^\d/.test(where.zh) ? ' ' : '';
    return {
      en: `For ${by.en} ${where.en}, ${title.en} ${change.en}.`,
      zh: `${when(`${by.zh}${blank}${where.zh}`)}${title.zh}${change.zh}。`,
    };
  });
  return [...told, ...restWords(decision, regions.length - told.length)];
}

function computedOtherwise(was: Decision, decision: Decision, { sides, all = false }: Compared): readonly Texts[] {
  const [before, after] = [partsOf(was), partsOf(decision)];
  const [rested, rests] = [[...restedOn(before)], [...restedOn(after)]];
  const marks = marksWords(rested, rests);
  const others = otherwiseChanged(before, after);
  const flags = others.length === 0 ? [] : [otherReadingWords(decision, others, sides().after)];
  if (sameUnmarked(meaningOf(was), meaningOf(decision))) {
    if (marks !== undefined)
      return [changed(decision, `is computed as before but ${marks.en}`, `的计算方式不变，但${marks.zh}`), ...flags];
    const asBefore = changed(decision, 'is computed as before', '的计算方式不变');
    return [asBefore, ...(flags.length > 0 ? flags : [movedMarksWords(decision, rests, sides().after)])];
  }
  const resting = [...(marks === undefined ? [] : [changed(decision, marks.en, marks.zh)]), ...flags];
  const where = whereWords(decision, sides(), all);
  if (!('notDecided' in where)) return [...where, ...resting];
  const { en, zh } = where.notDecided;
  const { en: title, zh: titleZh } = decisionTitle(decision);
  const differently: Texts = {
    en: `${title} is computed differently (see the line diff). For which facts it differs is not decided: ${en}`,
    zh: `${titleZh}的计算方式已改变（见逐行差异）。在哪些事实下不同，未能判定：${zh}`,
  };
  return [differently, ...resting];
}

/** Numbers of another unit are of another type: three cans are not three boxes. */
function isOfAnotherType(was: Type, is: Type): boolean {
  return was.is !== is.is || (isLine(is) && printType(was) !== printType(is));
}

function typeWords(was: Decision, decision: Decision): Texts {
  const [before, after] = [printType(was.type), printType(decision.type)];
  return changed(decision, `was ${before} and is now ${after}`, `的类型由 ${before} 改为 ${after}`);
}

/** Tiers of which the one that is reached is the whole answer; those that add up change what lies above them as well. */
function bandsOf({ body }: Decision): Bands | undefined {
  const whole = body.is === 'ir' ? bare(body.ir) : undefined;
  return whole?.op === 'bands' && whole.mode === 'slab' ? whole : undefined;
}

/** Is everything the same but the tiers? Then the regions tell all. */
function sameBut(was: Decision, decision: Decision, before: Bands, after: Bands): boolean {
  const without = ({ appliesWhen, requires, body }: Decision, bands: Bands): unknown => ({
    appliesWhen,
    requires: requires.map(({ that }) => that),
    body: JSON.parse(JSON.stringify(body, (_key, value: unknown) => (value === bands ? 'tiers' : value))) as unknown,
  });
  return sameMeaning(before.by, after.by) && sameMeaning(without(was, before), without(decision, after));
}

import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Bands, Ir } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { decimalsOf } from '../program/handbook.ts';
import type { PrintWords } from '../value/print.ts';
import { sameDecision, sameMeaning } from './meaning.ts';
import { differingRegions } from './regions.ts';
import { changeWords, regionWords } from './words.ts';

/** What changed between two versions: in meaning, and in what only describes. */
export interface Difference {
  readonly meaning: readonly Texts[];
  readonly description: readonly Texts[];
}

/** Compares a version with the one that held in its place; both handbooks are needed to print and to quote. */
export function differenceOf(
  before: Version,
  after: Version,
  handbooks: { readonly base: Handbook; readonly head: Handbook },
): Difference {
  const words: PrintWords = { moneyDecimals: decimalsOf(handbooks.head.money), units: handbooks.head.units };
  const quote = quoterOf([handbooks.base, handbooks.head]);
  const old = new Map(before.decisions.map((decision) => [decision.name, decision]));
  const now = new Map(after.decisions.map((decision) => [decision.name, decision]));
  const gone = [...old.values()]
    .filter(({ name }) => !now.has(name))
    .map((decision) => changed(decision, 'is gone', '已删除'));
  const compared = [...now.values()].flatMap((decision) => {
    const was = old.get(decision.name);
    if (was === undefined) return [changed(decision, 'is new', '为新增')];
    return sameDecision(was, decision) ? [] : decisionDifference(was, decision, words, quote);
  });
  return { meaning: [...gone, ...compared], description: describing(before, after) };
}

type Quote = (ir: Ir) => string;

/** The text that a piece of IR was written as; handbooks have files of one name, so the newest that has the place wins. */
function quoterOf(handbooks: readonly Handbook[]): Quote {
  const files = handbooks.flatMap(({ sources }) => sources.files);
  return ({ origin }) => {
    const file = files.findLast(({ name, text }) => name === origin.file && text.length >= origin.end);
    return file === undefined ? '' : file.text.slice(origin.start, origin.end);
  };
}

const titleOf = ({ title, name }: Decision): Texts => ({
  en: `“${title.en}” (${name})`,
  zh: `“${title.zh}”（${name}）`,
});

function changed(decision: Decision, en: string, zh: string): Texts {
  const title = titleOf(decision);
  return { en: `${title.en} ${en}.`, zh: `${title.zh}${zh}。` };
}

function decisionDifference(was: Decision, decision: Decision, words: PrintWords, quote: Quote): readonly Texts[] {
  const [before, after] = [bandsOf(was), bandsOf(decision)];
  const regions =
    before === undefined || after === undefined || !sameBut(was, decision, before, after)
      ? undefined
      : differingRegions(before, after);
  if (regions === undefined || after === undefined) {
    return was.type.is !== decision.type.is
      ? [changed(decision, 'has another type', '的类型已改变')]
      : [changed(decision, `is computed differently (see the line diff)`, '的计算方式已改变（见逐行差异）')];
  }
  const title = titleOf(decision);
  return regions.map((region) => {
    const where = regionWords(region, words);
    const change = changeWords(region.before, region.after, words, quote);
    const by = quote(after.by);
    return {
      en: `For ${by} ${where.en}, ${title.en} ${change.en}.`,
      zh: `${by} ${where.zh}时，${title.zh}${change.zh}。`,
    };
  });
}

function bandsOf({ body }: Decision): Bands | undefined {
  if (body.is !== 'ir') return undefined;
  for (const node of nodes(body.ir)) if (node.op === 'bands') return node;
  return undefined;
}

/** Is everything the same but the tiers? Then the regions tell all. */
function sameBut(was: Decision, decision: Decision, before: Bands, after: Bands): boolean {
  const without = ({ appliesWhen, requires, body }: Decision, bands: Bands): unknown => ({
    appliesWhen,
    requires: requires.map(({ that }) => that),
    body: JSON.parse(JSON.stringify(body, (_key, value: unknown) => (value === bands ? 'tiers' : value))) as unknown,
  });
  return (
    before.mode === after.mode &&
    sameMeaning(before.by, after.by) &&
    sameMeaning(without(was, before), without(decision, after))
  );
}

/** Titles, citations, interpretations and gaps: no change of meaning, listed apart. */
function describing(before: Version, after: Version): readonly Texts[] {
  const found: Texts[] = [];
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  if (differs(before.head.title, after.head.title)) {
    found.push({ en: `The title is now “${after.head.title.en}”.`, zh: `名称改为“${after.head.title.zh}”。` });
  }
  if (differs(before.head.cites, after.head.cites)) {
    const [was, is] = [before.head.cites.join(', '), after.head.cites.join(', ')];
    found.push({ en: `Clauses cited: ${was} → ${is}.`, zh: `所依据条款：${was} → ${is}。` });
  }
  const old = new Map(before.interpretations.map((one) => [one.id, one]));
  for (const one of after.interpretations) {
    const was = old.get(one.id);
    old.delete(one.id);
    if (was === undefined)
      found.push({ en: `New interpretation ${one.id}: ${one.answer.en}`, zh: `新增解释 ${one.id}：${one.answer.zh}` });
    else if (differs(was.answer, one.answer)) {
      found.push({ en: `${one.id} is now answered: ${one.answer.en}`, zh: `${one.id} 的答复改为：${one.answer.zh}` });
    } else if (differs(was.status, one.status))
      found.push({ en: `${one.id} was decided.`, zh: `${one.id} 已作决定。` });
  }
  for (const { id } of old.values()) found.push({ en: `Interpretation ${id} is gone.`, zh: `解释 ${id} 已删除。` });
  return found;
}

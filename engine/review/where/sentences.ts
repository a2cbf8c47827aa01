import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { Decision, Program } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import type { NotDecided } from '../../proof/domain.ts';
import { isLine, valueAt } from '../../proof/line.ts';
import { minus, constantOf } from '../../symbolic/quotient.ts';
import { differingFacts } from '../../symbolic/differing-facts.ts';
import { outlineOf, regionsOf, roundingOf, type Region, type Sides } from '../../symbolic/difference.ts';
import { parseExact } from '../../value/exact.ts';
import { printValue } from '../../value/print.ts';
import { boxWords } from './box-words.ts';
import { symbolWords } from './formula-words.ts';
import { decisionTitle, spaced, titleOf, valueWords, when } from './titles.ts';

// More than a person reads; the rest is counted.
const mostSentences = 8;
const mostTried = 4;
// Half a second or so for each decision; ten times as much where somebody asks for all.
const mostParts = 6_000;
const mostOfAll = 60_000;

/**
 * Where a decision answers differently, one sentence for each part of all that facts can be, with an example that was asked on
 * both sides; of many parts the first ones, unless `all` are wanted.
 */
export function whereWords(decision: Decision, sides: Sides, all: boolean): readonly Texts[] | NotDecided {
  const parts = all ? mostOfAll : mostParts;
  const exactly = regionsOf(decision.name, sides, parts);
  if (!('notDecided' in exactly) && exactly.length === 0) return [comesOutSame(decision, sides)];
  const outline = outlineOf(decision.name, sides, parts);
  const regions = 'notDecided' in outline || outline.length === 0 ? exactly : outline;
  if ('notDecided' in regions) return regions;
  const told = some(regions, { all }).map((region) => regionSentence(decision, region, sides));
  const rest = restWords(decision, regions.length - told.length);
  const example = regions.every(isPlain) || 'notDecided' in exactly ? undefined : exampleOf(decision, exactly, sides);
  return [...told, ...rest, ...(example === undefined ? [] : [example])];
}

/** As many parts as a person reads, or all of them. */
export function some<Part>(parts: readonly Part[], { all = false }: { readonly all?: boolean }): readonly Part[] {
  return all || parts.length === mostSentences + 1 ? parts : parts.slice(0, mostSentences);
}

/** How many parts are not told, and how to have them told. */
export function restWords(decision: Decision, rest: number): readonly Texts[] {
  if (rest === 0) return [];
  const title = decisionTitle(decision);
  return [
    {
      en: `${title.en} differs in ${rest} more parts (\`bylaw diff … --all\` tells them).`,
      zh: `${title.zh}另有 ${rest} 处不同（\`bylaw diff … --all\` 逐一列出）。`,
    },
  ];
}

function comesOutSame(decision: Decision, sides: Sides): Texts {
  const title = decisionTitle(decision);
  // What the company has not set yet, or sets anew, may bring out a difference that does not show today.
  const freely = regionsOf(decision.name, sides, mostParts, { openParameters: true });
  const isAlways = !('notDecided' in freely) && freely.length === 0;
  const [en, zh] = isAlways ? ['', ''] : [', as parameters are set now', '（按参数现行取值）'];
  return {
    en: `${title.en} is written differently and comes out the same for all facts that are given${en}.`,
    zh: `${title.zh}写法已改变，但在事实齐备时结果相同${zh}。`,
  };
}

function regionSentence(decision: Decision, region: Region, sides: Sides): Texts {
  const where = boxWords(region.box, sides.after);
  const change = changeOf(decision.name, region, sides);
  const title = decisionTitle(decision);
  const doubt = isShown(decision, region, sides) ? nothing : notShown;
  return {
    en: `${where === undefined ? 'Always' : `For ${where.en}`}, ${title.en} ${change.en}${doubt.en}.`,
    zh: `${where === undefined ? '任何情况下，' : when(where.zh)}${title.zh}${change.zh}${doubt.zh}。`,
  };
}

/** Is there anybody for whom it shows? What is not looked into may keep a part from ever happening. */
export function isShown(decision: Decision, region: Region, sides: Sides): boolean {
  if (decision.takes.length > 0) return true;
  return (isPlain(region) && isAboutFacts(region)) || differingFacts(decision.name, region, sides) !== undefined;
}

const nothing: Texts = { en: '', zh: '' };
const notShown: Texts = {
  en: ' (not decided: no facts were found that show it)',
  zh: '（未能判定：未找到能体现此差异的事实）',
};

export const untold: Texts = { en: 'is computed differently', zh: '的计算方式已改变' };

/** From what to what; `untold` where words see no difference between the two. */
export function changeOf(name: string, { before, after }: Region, sides: Sides): Texts {
  const [was, is] = [symbolWords(before, sides.before), symbolWords(after, sides.after)];
  const more =
    before.is === 'amount' && after.is === 'amount' ? constantOf(minus(after.of, before.of))?.top : undefined;
  const [en, zh] =
    more === undefined || more === 0n ? ['changes', '改'] : more > 0n ? ['rises', '提高'] : ['falls', '降低'];
  if (was.en !== is.en || was.zh !== is.zh) {
    return { en: `${en} from ${was.en} to ${is.en}`, zh: spaced(`由 ${was.zh} ${zh}为 ${is.zh}`) };
  }
  const [rounded, rounds] = [sides.before, sides.after].map((program) =>
    roundingWords(program.decisions[name], program),
  );
  if (rounded === undefined || rounds === undefined || rounded.en === rounds.en) return untold;
  return { en: `is ${rounds.en}; it was ${rounded.en}`, zh: `${rounds.zh}，原为${rounded.zh}` };
}

/** How a decision rounds at the end, by the words that policies write. */
function roundingWords(decision: Decision | undefined, program: Program): Texts | undefined {
  if (decision === undefined || !isLine(decision.type)) return undefined;
  const round = roundingOf(decision);
  if (round === undefined) return { en: 'not rounded', zh: '不取整' };
  const step = printValue(valueAt(decision.type, parseExact(round.to)), program);
  return { en: `rounded to ${step} (${round.mode})`, zh: `按 ${step} 取整（${round.mode}）` };
}

/** Facts of somebody whose answer changes, and both answers; nothing where the change was only proven. */
function exampleOf({ name, takes, type }: Decision, regions: readonly Region[], sides: Sides): Texts | undefined {
  if (takes.length > 0) return undefined;
  for (const region of regions.slice(0, mostTried)) {
    const found = differingFacts(name, region, sides);
    if (found === undefined) continue;
    const facts = Object.entries(found.facts).map(([fact, value]): Texts => {
      const [title, is] = [titleOf(fact, sides.after), valueWords(value, sides.after)];
      return { en: `${title.en} ${is.en}`, zh: `${title.zh} ${is.zh}` };
    });
    const [was, is] = [found.before, found.after].map((outcome) => answer(outcome, type, sides.after));
    if (was === undefined || is === undefined) return undefined;
    const given: Texts =
      facts.length === 0
        ? { en: 'nothing given', zh: '什么都未提供' }
        : { en: facts.map(({ en }) => en).join(', '), zh: facts.map(({ zh }) => zh).join('，') };
    return {
      en: `For example, with ${given.en}: ${was.en} → ${is.en}.`,
      zh: `例如，${given.zh}：${was.zh} → ${is.zh}。`,
    };
  }
  return undefined;
}

/** One fact and two values: an example would only say them again. */
function isPlain({ box, before, after }: Region): boolean {
  const isKnown = ({ is }: Region['before'], constant: unknown): boolean => is !== 'amount' || constant !== undefined;
  const [was, now] = [before, after].map((one) => (one.is === 'amount' ? constantOf(one.of) : undefined));
  return box.columns.size <= 1 && isKnown(before, was) && isKnown(after, now);
}

function isAboutFacts({ box }: Region): boolean {
  return [...box.columns.values()].every((column) => column.is === 'given' || column.atom?.fact !== undefined);
}

function answer(outcome: Outcome, type: Type, program: Program): Texts {
  const { value = '' } = outcome;
  switch (outcome.status) {
    case 'determined':
      return type.is === 'enumeration'
        ? valueWords({ is: 'member', enumeration: type.name, name: value }, program)
        : { en: value, zh: value };
    case 'undetermined':
      return { en: 'undetermined', zh: '未定' };
    case 'not-applicable':
      return { en: 'not applicable', zh: '不适用' };
    case 'error':
      return { en: `error ${outcome.error?.code ?? ''}`, zh: `错误 ${outcome.error?.code ?? ''}` };
  }
}

import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Decision, Program } from '../ir/program.ts';
import { own } from './meaning.ts';
import { decisionTitle } from './where/titles.ts';

/** What a place newly rests on and what no longer, in words; undefined when that is the same. */
export function marksWords(was: readonly string[], is: readonly string[]): Texts | undefined {
  const lost = was.filter((id) => !is.includes(id));
  const gained = is.filter((id) => !was.includes(id));
  const parts = [...lost.filter((id) => id !== own).map(noLonger), ...gained.filter((id) => id !== own).map(now)];
  if (gained.includes(own)) parts.push({ en: "now counts as the company's own figure", zh: '今后视为公司自定' });
  if (lost.includes(own)) parts.push({ en: "no longer counts as the company's own figure", zh: '不再视为公司自定' });
  if (parts.length === 0) return undefined;
  const source: Texts =
    is.length > 0 ? { en: '', zh: '' } : { en: ": the value now counts as the source's", zh: '：该值今后视为原文所定' };
  return {
    en: `${parts.map(({ en }) => en).join(' and ')}${source.en}`,
    zh: `${parts.map(({ zh }) => zh).join('，')}${source.zh}`,
  };
}

/** What was not taken decides no value, but where the two readings differ. */
export function otherReadingWords(decision: Decision, ids: readonly string[], program: Program): Texts {
  const named = namesOf(ids, program);
  return flaggedElsewhere(decision, ids, {
    en: `What the other reading of ${named.en} says has changed`,
    zh: `${named.zh}的另一种读法已改变`,
  });
}

/** The same interpretations, at other places. */
export function movedMarksWords(decision: Decision, ids: readonly string[], program: Program): Texts {
  const named = namesOf(ids, program);
  return flaggedElsewhere(decision, ids, {
    en: `Other parts of it rest on ${named.en} now`,
    zh: `依据${named.zh}之处已改变`,
  });
}

/** Interpretations by what they answer, with their names behind. */
function namesOf(ids: readonly string[], { interpretations }: Program): Texts {
  const named = ids.map((id): Texts => {
    const question = Object.hasOwn(interpretations, id) ? interpretations[id]?.question : undefined;
    if (question === undefined || question.en === '') return { en: id, zh: `解释 ${id} ` };
    return { en: `“${question.en}” (${id})`, zh: `解释“${question.zh}”（${id}）` };
  });
  return { en: named.map(({ en }) => en).join(', '), zh: named.map(({ zh }) => zh).join('、') };
}

function flaggedElsewhere(decision: Decision, ids: readonly string[], what: Texts): Texts {
  const title = decisionTitle(decision);
  const [flag, it] = ids.length === 1 ? ['that flag', 'it'] : ['these flags', 'them'];
  return {
    en: `${what.en}: for which facts ${title.en} carries ${flag} changes, and where it carries ${it} the answer by the source alone.`,
    zh: `${what.zh}：${title.zh}在哪些情形下带有其标记、此时仅按原文会得出什么，均随之改变。`,
  };
}

const noLonger = (id: string): Texts => ({ en: `no longer rests on ${id}`, zh: `不再依据 ${id}` });
const now = (id: string): Texts => ({ en: `now rests on ${id}`, zh: `今后依据 ${id}` });

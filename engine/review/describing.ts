import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Interpretation } from '../ir/program.ts';
import type { Version } from '../program/handbook.ts';

/** Titles, citations, interpretations and gaps: no change of meaning, listed apart. */
export function describing(before: Version, after: Version): readonly Texts[] {
  const found: Texts[] = [];
  if (differs(before.head.title, after.head.title)) {
    found.push({ en: `The title is now “${after.head.title.en}”.`, zh: `名称改为“${after.head.title.zh}”。` });
  }
  if (differs(before.head.cites, after.head.cites)) {
    const [was, is] = [before.head.cites.join(', '), after.head.cites.join(', ')];
    found.push({ en: `Clauses cited: ${was} → ${is}.`, zh: `所依据条款：${was} → ${is}。` });
  }
  return [...found, ...interpretationChanges(before.interpretations, after.interpretations)];
}

/** Of a new version that changes no meaning: of one with errors nobody knows that yet. */
export function nothingElse({ head: { version: before } }: Version, { head, blockedBy }: Version): Texts {
  const { version } = head;
  return blockedBy === undefined
    ? {
        en: `Version ${version} says the same as version ${before}.`,
        zh: `第 ${version} 版与第 ${before} 版内容相同。`,
      }
    : {
        en: `Version ${version} has errors: what it changes can be told once they are mended.`,
        zh: `第 ${version} 版有错误，改正后才能列出变化。`,
      };
}

/** Interpretations, or conventions of the manifest, that are new, gone, answered otherwise or decided. */
export function interpretationChanges(
  before: readonly Interpretation[],
  after: readonly Interpretation[],
): readonly Texts[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const changes = after.flatMap((one): readonly Texts[] => {
    const was = old.get(one.id);
    if (was === undefined)
      return [{ en: `New interpretation ${one.id}: ${one.answer.en}`, zh: `新增解释 ${one.id}：${one.answer.zh}` }];
    const called = calledBy(one);
    if (differs(was.answer, one.answer))
      return [{ en: `${called.en} is now answered: ${one.answer.en}`, zh: `${called.zh}的答复改为：${one.answer.zh}` }];
    if (!differs(was.status, one.status)) return [];
    return one.status === 'proposed'
      ? [{ en: `${called.en} is no longer decided.`, zh: `${called.zh}不再是已决定。` }]
      : [{ en: `${called.en} was decided.`, zh: `${called.zh}已作决定。` }];
  });
  const gone = before
    .filter(({ id }) => !kept.has(id))
    .map((one): Texts => {
      const { en, zh } = calledBy(one);
      return { en: `Interpretation ${en} is gone.`, zh: `${zh}已删除。` };
    });
  return [...changes, ...gone];
}

/** By what it answers, with its name behind; some ask nothing. */
const calledBy = ({ id, question }: Interpretation): Texts =>
  question.en === ''
    ? { en: id, zh: `解释 ${id} ` }
    : { en: `“${question.en}” (${id})`, zh: `解释“${question.zh}”（${id}）` };

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

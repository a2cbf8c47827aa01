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
    if (differs(was.answer, one.answer))
      return [{ en: `${one.id} is now answered: ${one.answer.en}`, zh: `${one.id} 的答复改为：${one.answer.zh}` }];
    if (!differs(was.status, one.status)) return [];
    return one.status === 'proposed'
      ? [{ en: `${one.id} is no longer decided.`, zh: `${one.id} 不再是已决定。` }]
      : [{ en: `${one.id} was decided.`, zh: `${one.id} 已作决定。` }];
  });
  const gone = before
    .filter(({ id }) => !kept.has(id))
    .map(({ id }): Texts => ({ en: `Interpretation ${id} is gone.`, zh: `解释 ${id} 已删除。` }));
  return [...changes, ...gone];
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import { code as asCode, plain, prose } from './markdown.ts';
import type { Change, PolicyReview, Review } from './review.ts';

/** What sort of change it is, for people. */
export const changeTitles: Readonly<Record<Change, Texts>> = {
  new: { en: 'new policy', zh: '新制度' },
  removed: { en: 'removed before it is in force', zh: '施行前删除' },
  'removed-in-force': { en: 'REFUSED: a version that held was deleted', zh: '拒绝：曾经施行的版本被删除' },
  amended: { en: 'amended', zh: '修订' },
  edited: { en: 'edited before it is in force', zh: '施行前修改' },
  'edited-in-force': { en: 'REFUSED: a version in force was edited in place', zh: '拒绝：已施行的版本被直接修改' },
  unreadable: { en: 'REFUSED: it can no longer be read', zh: '拒绝：现已无法读取' },
  'not-compared': { en: 'could not be read before, so it is not compared', zh: '原先无法读取，故未比较' },
  described: { en: 'described otherwise, same meaning', zh: '仅说明有变，含义不变' },
};

/** What changes, policy by policy, each under a heading. */
export function changeLines(review: Pick<Review, 'shared' | 'policies'>, language: Language): readonly string[] {
  const say = (texts: Texts): string => texts[language];
  return [...sharedLines(review, say), ...review.policies.flatMap((policy) => policyLines(policy, say))];
}

/** What has a version before it: all that is told is all that changes. */
const compared: readonly Change[] = ['amended', 'edited', 'edited-in-force'];

function sharedLines({ shared }: Pick<Review, 'shared'>, say: (texts: Texts) => string): readonly string[] {
  if (shared.length === 0) return [];
  const heading: Texts = { en: 'Vocabulary and manifest', zh: '词汇表与清单' };
  const refused: Texts = { en: '**REFUSED**: ', zh: '**拒绝**：' };
  return [
    '',
    `## ${say(heading)}`,
    '',
    ...shared.map((change) => `- ${change.refused ? say(refused) : ''}${prose(say(change.says))}`),
  ];
}

function daysWords({ from, to }: PolicyReview): Texts {
  return to === undefined
    ? { en: `from ${from} on`, zh: `自 ${from} 起` }
    : { en: `from ${from} to ${to}`, zh: `${from} 至 ${to}` };
}

function policyLines(policy: PolicyReview, say: (texts: Texts) => string): readonly string[] {
  const { title, change, version, because, meaning, description, why } = policy;
  const days = daysWords(policy);
  const since: Texts =
    version === 0
      ? { en: 'nothing of it is known', zh: '内容不详' }
      : { en: `version ${version}, ${days.en}`, zh: `第 ${version} 版，${days.zh}` };
  const nothingElse: Texts = { en: 'Nothing else changes.', zh: '其余不变。' };
  return [
    '',
    `## ${say({ en: `${plain(title.en)} (${asCode(policy.policy)})`, zh: `${plain(title.zh)}（${asCode(policy.policy)}）` })}`,
    '',
    `${say(changeTitles[change])} · ${say(since)}`,
    ...(because === undefined ? [] : ['', `> ${plain(say(because))}`]),
    '',
    ...(why === undefined ? [] : [`- ${plain(why.span.file)}: ${prose(say(why.message))}`]),
    ...meaning.map((texts) => `- ${prose(say(texts))}`),
    ...(meaning.length > 0 && compared.includes(change) ? [`- ${say(nothingElse)}`] : []),
    ...(description.length > 0
      ? [
          '',
          say({ en: 'Without effect on outcomes:', zh: '不影响结果：' }),
          '',
          ...description.map((texts) => `- ${prose(say(texts))}`),
        ]
      : []),
  ];
}

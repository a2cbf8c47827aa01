import type { Language, Texts } from '../../diagnostic/diagnostic.ts';
import { cell, code, plain } from '../markdown.ts';
import type { Approvals } from './approvals.ts';

/** Who has to agree, and whose agreement stands in a commit. */
export function approvalLines(approvals: Approvals, language: Language): readonly string[] {
  const { needed, ownerless, required } = approvals;
  if (needed.length + ownerless.length === 0) return [];
  const say = (texts: Texts): string => texts[language];
  const heads: readonly Texts[] = [
    { en: 'policy', zh: '制度' },
    { en: 'owner', zh: '负责人' },
    { en: 'approved in', zh: '批准于' },
  ];
  const missing: Texts = required ? { en: '**missing**', zh: '**尚缺**' } : { en: 'missing', zh: '尚缺' };
  const rows = needed.map(({ policy, owner, scope, title, commits }) => {
    const post = code(`${scope}/${owner}`);
    const who: Texts = { en: `${plain(title.en)} (${post})`, zh: `${plain(title.zh)}（${post}）` };
    return [code(policy), say(who), commits.length === 0 ? say(missing) : commits.join(', ')];
  });
  const none: Texts = { en: 'it names no owner', zh: '未写明负责人' };
  const open = ownerless.map((policy) => [code(policy), say(none), '–']);
  return [
    '',
    `## ${say({ en: 'Approvals', zh: '批准' })}`,
    '',
    `| ${heads.map(say).join(' | ')} |`,
    '| --- | --- | --- |',
    ...[...rows, ...open].map((cells) => `| ${cells.map(cell).join(' | ')} |`),
  ];
}

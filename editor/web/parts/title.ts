import type { Language, Outline } from '../../../engine/service/index.ts';

const cases = /\.cases\.yaml$/;

/** What a file is called by people: its title, else its name. The examples of a policy are called after it. */
export function titleOf(path: string, outline: Pick<Outline, 'files'>, language: Language): string {
  const head = outline.files.find((one) => one.path === path);
  if (head?.title !== undefined) return head.title[language];
  const policy = path.replace(cases, '.yaml');
  if (policy !== path && outline.files.some((one) => one.path === policy && one.title !== undefined))
    return `${titleOf(policy, outline, language)} · ${language === 'zh' ? '示例' : 'Cases'}`;
  return head?.policy ?? path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}

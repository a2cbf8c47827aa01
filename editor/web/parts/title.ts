import type { Language, Outline, Texts } from '../../../engine/service/index.ts';

const cases = /\.cases\.yaml$/;

/** What a file is called by people: its title, else its name. The examples of a policy are called after it, others after the rule set beside them. */
export function titleOf(path: string, outline: Pick<Outline, 'files' | 'scopes'>, language: Language): string {
  const head = outline.files.find((one) => one.path === path);
  if (head?.title !== undefined) return head.title[language];
  const policy = path.replace(cases, '.yaml');
  if (policy !== path && outline.files.some((one) => one.path === policy && one.title !== undefined))
    return `${titleOf(policy, outline, language)} · ${language === 'zh' ? '示例' : 'Cases'}`;
  const scope = policy === path ? undefined : scopeBeside(path, outline);
  if (scope !== undefined) {
    const name = path.replace(cases, '');
    return { en: `${scope.en} · Cases (${name})`, zh: `${scope.zh} · 示例（${name}）` }[language];
  }
  return head?.policy ?? nameOf(path);
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');

/** The rule set of the policies in the same folder. */
function scopeBeside(path: string, { files, scopes }: Pick<Outline, 'files' | 'scopes'>): Texts | undefined {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const beside = files.find((file) => file.scope !== undefined && file.path.startsWith(folder));
  return scopes.find(({ id }) => id === beside?.scope)?.title;
}

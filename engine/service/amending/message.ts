import type { Language, Texts } from '../../diagnostic/diagnostic.ts';
import type { ChangeInWords, PolicyInWords } from './difference.ts';

/** What git and most sites show of a title. */
const longest = 72;

/** A commit message about a change: a title of at most 72 characters, and what changes in sentences. */
export function messageOf(
  { policies, shared }: Pick<ChangeInWords, 'policies' | 'shared'>,
  language: Language,
): string {
  const say = (texts: Texts): string => texts[language];
  const subject = subjectOf(policies, shared.length, language);
  const heading = ({ title, policy, ...rest }: PolicyInWords): Texts => ({
    en: `${title.en} (${policy}): ${daysOf(rest).en}`,
    zh: `${title.zh}（${policy}）：${daysOf(rest).zh}`,
  });
  // The subject has said it already, where it is about one version and not cut short.
  const [only] = policies.length === 1 ? policies : [];
  const isSaid = only !== undefined && subject === `${say(only.title)}${behind(only, 0)[language]}`;
  const parts = policies.map((policy) => [
    ...(isSaid ? [] : [say(heading(policy))]),
    ...(policy.because === undefined ? [] : [say(policy.because)]),
    ...[...policy.meaning, ...policy.description].map((sentence) => `- ${say(sentence)}`),
  ]);
  const all = [...parts, ...(shared.length === 0 ? [] : [shared.map(({ says }) => `- ${say(says)}`)])];
  return [subject, ...all.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))].join('\n\n');
}

function subjectOf(policies: readonly PolicyInWords[], shared: number, language: Language): string {
  // What changes in meaning is what the change is about.
  const [first, ...others] = [...policies.filter(({ meaning }) => meaning.length > 0), ...policies];
  const more = new Set(others.map(({ policy }) => policy).filter((policy) => policy !== first?.policy)).size;
  if (first === undefined) {
    if (shared === 0) return language === 'en' ? 'Texts without effect on outcomes' : '不影响结果的文字修改';
    return language === 'en' ? 'Vocabulary and manifest' : '修改词汇表与清单';
  }
  const days = behind(first, more)[language];
  return `${shortened(first.title[language], longest - [...days].length)}${days}`;
}

/** What stands behind the title in the first line: the version and its days, and how many policies change beside it. */
const behind = (first: PolicyInWords, more: number): Texts => ({
  en: `: ${daysOf(first).en}${more === 0 ? '' : `, and ${more} more`}`,
  zh: `：${daysOf(first).zh}${more === 0 ? '' : `，另有 ${more} 项制度`}`,
});

function daysOf({ version, from, to, change }: Pick<PolicyInWords, 'version' | 'from' | 'to' | 'change'>): Texts {
  if (version === 0) return { en: 'cannot be read', zh: '无法读取' };
  if (change === 'removed' || change === 'removed-in-force')
    return { en: `version ${version} deleted`, zh: `删除第 ${version} 版` };
  // Its first day lies behind: with it alone the change would read as if it had held since then.
  if (change === 'edited-in-force')
    return {
      en: `version ${version}, in force since ${from}, edited in place`,
      zh: `直接修改自 ${from} 起施行的第 ${version} 版`,
    };
  if (change === 'described') return { en: `version ${version}, its description`, zh: `仅修改第 ${version} 版的说明` };
  return to === undefined
    ? { en: `version ${version} from ${from}`, zh: `第 ${version} 版，自 ${from} 起` }
    : { en: `version ${version} from ${from} to ${to}`, zh: `第 ${version} 版，${from} 至 ${to}` };
}

function shortened(text: string, room: number): string {
  const letters = [...text];
  return letters.length <= room ? text : `${letters.slice(0, Math.max(1, room - 1)).join('')}…`;
}

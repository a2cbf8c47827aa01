import type { Language, Texts } from '../../diagnostic/diagnostic.ts';
import { spaced } from '../where/titles.ts';
import type { CaseChange } from './case-changes.ts';
import type { DatedChange, Diff, PolicyDiff } from './report.ts';
import type { Days } from './states.ts';

/** A comparison as lines for people, in one language. */
export function renderDiff(diff: Diff, language: Language): readonly string[] {
  const say = (texts: Texts): string => texts[language];
  const meant = diff.policies.filter(({ changes }) => changes.length > 0);
  const described = diff.policies.filter((policy) => policy.described.length > 0);
  const nothing = meant.length + diff.shared.length === 0;
  return [
    say({ en: `From ${diff.from} to ${diff.to}:`, zh: `由 ${diff.from} 到 ${diff.to}：` }),
    ...section(
      diff.unread.length,
      { en: 'Not read, so what these files say is not compared', zh: '未能读取，故未比较以下文件的内容' },
      say,
      () => diff.unread.map((text) => `  ${say(text)}`),
    ),
    ...(nothing && !diff.incomplete ? [say({ en: 'No outcome changes.', zh: '没有任何结果改变。' })] : []),
    ...section(diff.shared.length, { en: 'Vocabulary and manifest', zh: '词汇表与清单' }, say, () =>
      diff.shared.map((text) => `  ${say(text)}`),
    ),
    ...meant.flatMap((policy) => policyLines(policy, policy.changes, say)),
    ...section(described.length, { en: 'Without effect on outcomes', zh: '不影响结果' }, say, () =>
      described.flatMap((policy) => policyLines(policy, policy.described, say).slice(1)),
    ),
    ...section(diff.cases.length, { en: 'Cases', zh: '示例' }, say, () =>
      diff.cases.map((one) => `  ${one.policy}: ${say(caseWords(one))}`),
    ),
  ];
}

function section(
  count: number,
  heading: Texts,
  say: (texts: Texts) => string,
  lines: () => readonly string[],
): readonly string[] {
  return count === 0 ? [] : ['', say(heading), ...lines()];
}

function policyLines(
  { policy, title }: PolicyDiff,
  changes: readonly DatedChange[],
  say: (texts: Texts) => string,
): readonly string[] {
  return [
    '',
    say({ en: `${title.en} (${policy})`, zh: `${title.zh}（${policy}）` }),
    ...changes.flatMap((change) => changeWords(change).map((text) => `  ${say(text)}`)),
  ];
}

/** A change in sentences, each with its days. */
function changeWords(change: DatedChange): readonly Texts[] {
  const { is, decision = '', says, days } = change;
  const called = change.called ?? { en: decision, zh: decision };
  const when = daysWords(days);
  const dated = ({ en, zh }: Texts): Texts => ({ en: `${when.en}${en}`, zh: `${when.zh}${zh}` });
  switch (is) {
    case 'changed':
    case 'policy':
      return says.map(dated);
    case 'described':
      return says.map(({ en, zh }) =>
        dated(decision === '' ? { en, zh } : { en: `${called.en}: ${en}`, zh: `${called.zh}：${zh}` }),
      );
    case 'new':
      return [dated({ en: `${called.en} is new.`, zh: `新增${called.zh}。` })];
    case 'gone':
      return [dated({ en: `${called.en} is gone.`, zh: `${called.zh}已删除。` })];
    case 'reads': {
      const through = change.throughCalled ?? (change.through ?? []).map((name) => ({ en: name, zh: name }));
      return [
        dated({
          en: `${called.en} follows ${through.map(({ en }) => en).join(', ')}.${says.map(({ en }) => ` ${en}`).join('')}`,
          zh: spaced(
            `${called.zh}随 ${through.map(({ zh }) => zh).join('、')} 改变。${says.map(({ zh }) => zh).join('')}`,
          ),
        }),
      ];
    }
    case 'unreadable':
      return says.map(({ en, zh }) => ({
        en: `${called.en} cannot be compared: ${en}`,
        zh: spaced(`${called.zh} 无法比较：${zh}`),
      }));
  }
}

/** `From 2027-01-01 on: `; nothing where the sides are of days of their own. */
function daysWords(days: readonly Days[]): Texts {
  const words = days.map(({ from, to }): Texts => {
    if (from === undefined) return { en: '', zh: '' };
    if (to === undefined) return { en: `from ${from} on`, zh: `自 ${from} 起` };
    return from === to ? { en: `on ${from}`, zh: from } : { en: `from ${from} to ${to}`, zh: `${from} 至 ${to}` };
  });
  const [en, zh] = [words.map((text) => text.en).join(' and '), words.map((text) => text.zh).join('及')];
  return en === '' ? { en: '', zh: '' } : { en: `${en.charAt(0).toUpperCase()}${en.slice(1)}: `, zh: `${zh}：` };
}

function caseWords({ added, changed, gone }: CaseChange): Texts {
  const parts = [
    { ids: added, en: 'new', zh: '新增' },
    { ids: changed, en: 'changed', zh: '改动' },
    { ids: gone, en: 'gone', zh: '删除' },
  ].filter(({ ids }) => ids.length > 0);
  return {
    en: `${parts.map(({ ids, en }) => `${en}: ${ids.join(', ')}`).join('; ')}.`,
    zh: `${parts.map(({ ids, zh }) => `${zh}：${ids.join('、')}`).join('；')}。`,
  };
}

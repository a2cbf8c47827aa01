import type { Texts } from '../../diagnostic/diagnostic.ts';
import { changeText } from '../../value/change-text.ts';
import type { Effect } from '../effect/effect.ts';
import { effectTitle } from '../effect/title.ts';
import { code, plain, prose } from '../markdown.ts';
import type { PolicyReview } from '../review.ts';
import type { Basis, Report } from './report.ts';

/** Three lines: what changes, on whom and how much, and whether it may be merged. */
export function summaryLines(report: Report): readonly Texts[] {
  return [labelled({ en: 'Change', zh: '变化' }, changeLine(report)), effectLine(report), verdictLine(report)];
}

const labelled = (label: Texts, { en, zh }: Texts): Texts => ({
  en: `**${label.en}**: ${en}`,
  zh: `**${label.zh}**：${zh}`,
});

function changeLine({ policies, shared }: Report): Texts {
  // Several versions of a policy are one policy, told by the first that is listed.
  const meant = [
    ...new Map(
      policies
        .filter(isMeant)
        .map((one) => [one.policy, one] as const)
        .toReversed(),
    ).values(),
  ].toReversed();
  const described = new Set(policies.map(({ policy }) => policy)).size - meant.length;
  const sharing: Texts =
    shared.length === 0
      ? { en: '', zh: '' }
      : {
          en: ` The vocabulary or the manifest changes in ${shared.length} ${shared.length === 1 ? 'place' : 'places'}.`,
          zh: `词汇表与清单有 ${shared.length} 处变化。`,
        };
  if (policies.length + shared.length === 0)
    return { en: 'no rule changes, in meaning or in description.', zh: '没有制度改变，含义与说明均不变。' };
  const most = 5;
  const named = meant.slice(0, most);
  const [en, zh] = [
    named.map(({ title, from, change }) => `${plain(title.en)}${isDated(change) ? ` (from ${from})` : ''}`).join(', '),
    named
      .map(({ title, from, change }) => `${plain(title.zh)}${isDated(change) ? `（自 ${from} 起）` : ''}`)
      .join('、'),
  ];
  const more = meant.length > most ? { en: ' and others', zh: '等' } : { en: '', zh: '' };
  const names: Texts = meant.length === 0 ? { en: '', zh: '' } : { en: `: ${en}${more.en}`, zh: `：${zh}${more.zh}` };
  const only: Texts =
    described === 0
      ? { en: '', zh: '' }
      : { en: `; ${described} in description only`, zh: `；${described} 项仅说明改变` };
  return {
    en: `${meant.length} ${meant.length === 1 ? 'policy changes' : 'policies change'} in meaning${names.en}${only.en}.${sharing.en}`,
    zh: `${meant.length} 项制度含义改变${names.zh}${only.zh}。${sharing.zh}`,
  };
}

const isMeant = ({ meaning, change }: PolicyReview): boolean =>
  meaning.length > 0 || change === 'unreadable' || change === 'not-compared';

const isDated = (change: PolicyReview['change']): boolean => ['new', 'amended', 'edited'].includes(change);

function effectLine(report: Report): Texts {
  const label: Texts = { en: 'Effect', zh: '影响' };
  const paid = paidWords(report);
  if (paid === undefined) return labelled(label, ended(triedWords(report)));
  const { effect } = report;
  if (effect === undefined) return labelled(label, ended(paid));
  const tried = triedWords(report);
  return labelled(label, ended({ en: `${tried.en}. ${capital(paid.en)}`, zh: `${tried.zh}。${paid.zh}` }));
}

const ended = ({ en, zh }: Texts): Texts => ({ en: `${en}.`, zh: `${zh}。` });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the change comes to on the table on which it was tried, or why there is nothing to tell. */
function triedWords({ effect, basis, policies }: Report): Texts {
  if (effect === undefined && basis.untried !== undefined)
    return {
      en: `not tried: ${unended(prose(basis.untried.en))}`,
      zh: `未试算：${unended(prose(basis.untried.zh))}`,
    };
  if (!policies.some(isMeant) && (effect?.effects.length ?? 0) === 0)
    return { en: 'none, since no outcome changes', zh: '无：没有结果改变' };
  if (effect === undefined)
    return {
      en: 'not tried, since no population was named (`--population FILE`, or `review.population` in the manifest)',
      zh: '未试算：没有指明人群表（`--population FILE`，或清单中的 `review.population`）',
    };
  const changed = effect.effects.filter((one) => one.changed > 0);
  if (effect.effects.length + effect.without.length === 0)
    return {
      en: `nothing was tried on ${plain(effect.file)}: no number that changes reads a column of it`,
      zh: `未在 ${plain(effect.file)} 上试算：改变的数值均不读取其中的列`,
    };
  if (changed.length === 0)
    return {
      en: `none of the outcomes tried on ${plain(effect.file)} changes`,
      zh: `在 ${plain(effect.file)} 上试算的结果均不变`,
    };
  return {
    en: `on ${plain(effect.file)}: ${changed.map((one) => effectWords(one).en).join('; ')}`,
    zh: `在 ${plain(effect.file)} 上：${changed.map((one) => effectWords(one).zh).join('；')}`,
  };
}

const unended = (text: string): string => text.replace(/[.。]$/, '');

/** What closed months come to anew. */
function paidWords({ retroactive }: Report): Texts | undefined {
  const months = retroactive.settled.flatMap(({ period, effect }) => {
    const words = effect.effects
      .filter(({ changed, amounts }) => changed > 0 && amounts?.totals !== undefined)
      .map(effectWords);
    return words.length === 0 ? [] : [{ period, words }];
  });
  if (months.length === 0) return undefined;
  return {
    en: `to pay for closed months: ${months.map(({ period, words }) => `${period} ${words.map(({ en }) => en).join(', ')}`).join('; ')}`,
    zh: `已结算月份应补：${months.map(({ period, words }) => `${period} ${words.map(({ zh }) => zh).join('、')}`).join('；')}`,
  };
}

/** Of more groups only the sum is told in a line. */
const mostGroups = 4;

function effectWords(effect: Effect): Texts {
  const { decision, changed, rows, amounts, shared, groups } = effect;
  const total = amounts?.totals?.change;
  const sum = total === undefined ? '' : changeText(total).en;
  const title = effectTitle(effect);
  // What adds up over groups may be of different kinds: a few of them are told apart.
  const moved = groups.filter((group) => group.changed > 0 && group.value !== undefined && group.totals !== undefined);
  const told = moved.map((group) => `${plain(group.value ?? '')} ${changeText(group.totals?.change ?? '').en}`);
  const isTold = groups.length > 1 && told.length > 0 && told.length <= mostGroups;
  const by: Texts = isTold ? { en: `: ${told.join(', ')}`, zh: `：${told.join('，')}` } : { en: '', zh: '' };
  // Rows of one department say one amount several times, and nobody said which belong together.
  const mayRepeat = shared !== undefined && shared.column === undefined && rows > 1;
  const careful: Texts = mayRepeat
    ? { en: `, each row of one ${shared.title.en.toLowerCase()} counted`, zh: `，同一${shared.title.zh}的各行重复计入` }
    : { en: '', zh: '' };
  return {
    en: `${plain(title.en)} (${code(decision)})${sum === '' ? '' : ` ${sum}`} (${changed} of ${rows} rows${careful.en}${by.en})`,
    zh: `${plain(title.zh)}（${code(decision)}）${sum}（${rows} 行中 ${changed} 行${careful.zh}${by.zh}）`,
  };
}

function verdictLine({ verdicts, newFindings }: Report): Texts {
  const errors = [...verdicts, ...newFindings].filter(({ severity }) => severity === 'error').length;
  const warnings = [...verdicts, ...newFindings].filter(({ severity }) => severity === 'warning').length;
  const look: Texts =
    warnings === 0
      ? { en: '', zh: '' }
      : {
          en: ` ${warnings} ${warnings === 1 ? 'thing' : 'things'} to look at.`,
          zh: `有 ${warnings} 处请留意。`,
        };
  const verdict: Texts =
    errors === 0
      ? { en: 'nothing stands against merging.', zh: '没有阻止合并的问题。' }
      : {
          en: `it must not be merged, for ${errors} ${errors === 1 ? 'reason' : 'reasons'} (below).`,
          zh: `不应合并，原因 ${errors} 条，见下。`,
        };
  return labelled({ en: 'Verdict', zh: '结论' }, { en: `${verdict.en}${look.en}`, zh: `${verdict.zh}${look.zh}` });
}

/** What was compared with what, and what of it nobody has committed. */
export function basisLines({ base, behind, commits, uncommitted }: Basis): readonly Texts[] {
  const files = uncommitted.map(({ path, is }) => `${code(path)} (${is})`);
  const dirty: readonly Texts[] =
    files.length === 0
      ? []
      : [
          {
            en: `Not committed, but included here: ${files.join(', ')}.`,
            zh: `尚未提交、但已计入：${uncommitted.map(({ path, is }) => `${code(path)}（${states[is] ?? is}）`).join('、')}。`,
          },
        ];
  return [
    {
      en: `Compared with ${code(base)}, ${commits} ${commits === 1 ? 'commit' : 'commits'} since.${behind === 0 ? '' : ` ${code(base)} has ${behind} more, which ${behind === 1 ? 'is' : 'are'} left out here: merge it to see both together.`}`,
      zh: `与 ${code(base)} 比较，其后有 ${commits} 个提交。${behind === 0 ? '' : `${code(base)} 另有 ${behind} 个提交，此处未计入：合并后可一并查看。`}`,
    },
    ...dirty,
  ];
}

const states: Readonly<Record<string, string>> = {
  changed: '已改动',
  deleted: '已删除',
  untracked: '未跟踪',
  ignored: '被 git 忽略',
};

import { counted, countedTitle, countedTitles } from '../../cases/covered/counted.ts';
import type { Missing, Share } from '../../cases/covered/coverage.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { code, plain } from '../markdown.ts';
import { isSame, type CoverageChange } from './coverage.ts';
import { differenceWords } from './difference-words.ts';
import type { Report } from './report.ts';

type Say = (texts: Texts) => string;

/** So many of anything are listed; the rest is counted. */
const most = 10;

/** Cases that are new, changed or gone, and those that do not hold. */
export function caseLines({ cases }: Report, say: Say): readonly string[] {
  const { changes, failing, mended } = cases;
  const sum = (of: (one: (typeof changes)[number]) => readonly string[]): number =>
    changes.reduce((all, one) => all + of(one).length, 0);
  const [added, changed, gone] = [sum((one) => one.added), sum((one) => one.changed), sum((one) => one.gone)];
  // Those that held, or are new, stand above among the reasons.
  const failed = failing.filter(({ before }) => before === 'failed');
  const old = failed.length;
  const fixed: Texts =
    mended === 0
      ? { en: '', zh: '' }
      : { en: ` ${mended} failed before and no longer do.`, zh: `${mended} 个原来不成立的不再如此。` };
  return [
    '',
    `## ${say({ en: 'Cases', zh: '示例' })}`,
    '',
    say({
      en: `${cases.cases} answers were checked: ${failing.length} wrong${old === 0 ? '' : `, ${old} of them before already`}. Cases: ${added} added, ${changed} changed, ${gone} gone.${fixed.en}`,
      zh: `核对了 ${cases.cases} 个结果：${failing.length} 个不符${old === 0 ? '' : `，其中 ${old} 个原已不符`}。示例：新增 ${added} 个，改动 ${changed} 个，删除 ${gone} 个。${fixed.zh}`,
    }),
    ...(changes.length + old === 0 ? [] : ['']),
    ...changes.flatMap(({ policy, ...ids }) =>
      (['added', 'changed', 'gone'] as const).flatMap((what) =>
        ids[what].length === 0 ? [] : [`- ${code(policy)} ${say(words[what])}${say(colon)}${listed(ids[what], say)}`],
      ),
    ),
    ...failed.slice(0, most).map(({ id, policies, decision, differences }) => {
      const text: Texts = { en: 'failed before and still does', zh: '原已不成立' };
      return `- ${code(policies.join(', '))} ${say(text)}${say(colon)}${plain(id)}, ${code(decision)} – ${plain(say(differenceWords(differences)))}`;
    }),
    ...more(old - most, say),
  ];
}

const colon: Texts = { en: ': ', zh: '：' };
const words = {
  added: { en: 'added', zh: '新增' },
  changed: { en: 'changed', zh: '改动' },
  gone: { en: 'gone', zh: '删除' },
} as const;

const listed = (ids: readonly string[], say: Say): string =>
  ids.slice(0, most).map(plain).join(', ') +
  (ids.length > most ? say({ en: ` and ${ids.length - most} more`, zh: ` 等 ${ids.length} 个` }) : '');

const more = (left: number, say: Say): readonly string[] =>
  left > 0 ? [`- ${say({ en: `… and ${left} more`, zh: `……另有 ${left} 个` })}`] : [];

/** How much of the policies all cases go through, where that changed. */
export function coverageLines({ total, lost, gained }: CoverageChange, say: Say): readonly string[] {
  const moved = counted.filter((sort) => !isSame(total[sort]));
  if (moved.length + lost.length + gained.length === 0) return [];
  const line = ({ sort, policy, text, needs }: Missing): string => {
    const [first] = needs;
    const input: Texts =
      first === undefined
        ? { en: '', zh: '' }
        : { en: `; try: ${plain(first.input.en)}`, zh: `；可试：${plain(first.input.zh)}` };
    return `- ${code(policy)} ${say(countedTitle[sort])} ${code(text)}${say(input)}`;
  };
  const heads: readonly Texts[] = [
    { en: 'covered', zh: '覆盖' },
    { en: 'before', zh: '变更前' },
    { en: 'after', zh: '变更后' },
  ];
  return [
    '',
    `## ${say({ en: 'Coverage', zh: '覆盖' })}`,
    '',
    ...(moved.length === 0
      ? []
      : [
          `| ${heads.map(say).join(' | ')} |`,
          '| --- | ---: | ---: |',
          ...moved.map(
            (sort) => `| ${say(countedTitles[sort])} | ${of(total[sort].before)} | ${of(total[sort].after)} |`,
          ),
        ]),
    ...(lost.length === 0
      ? []
      : [
          '',
          say({ en: 'With this change no case goes through:', zh: '变更后没有示例经过：' }),
          '',
          ...lost.slice(0, most).map(line),
          ...more(lost.length - most, say),
        ]),
  ];
}

const of = ({ covered, of: all }: Share): string => `${covered}/${all}`;

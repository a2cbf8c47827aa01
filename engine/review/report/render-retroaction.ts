import type { Language, Texts } from '../../diagnostic/diagnostic.ts';
import type { Effect } from '../effect/effect.ts';
import { effectTitle } from '../effect/title.ts';
import { code, plain } from '../markdown.ts';
import { monthsOf, type Retroaction } from './retroactive.ts';

/** What reaches back, into which closed months, and what is still to pay for them. */
export function retroactionLines(retroaction: Retroaction, language: Language): readonly string[] {
  const { versions, through, isDeclared, settled, untried } = retroaction;
  if (versions.length === 0) return [];
  const say = (texts: Texts): string => texts[language];
  const isClosed = versions.some(({ closed }) => closed !== undefined);
  const closed: Texts = isDeclared
    ? { en: `Months through ${through} are closed (manifest).`, zh: `截至 ${through} 的月份已结算（清单）。` }
    : {
        en: `The manifest does not say which months are closed (\`review.closed.through\`), so all that have ended count: through ${through}.`,
        zh: `清单未写明哪些月份已结算（\`review.closed.through\`），故已结束的月份均计入：截至 ${through}。`,
      };
  return [
    '',
    `## ${say({ en: 'Retroactive effect', zh: '追溯影响' })}`,
    '',
    ...versions.map((one) => {
      const { policy, version, from, published } = one;
      const [en, zh] =
        from < published
          ? [`, before it was published on ${published}`, `，早于公布日 ${published}`]
          : [`, published on ${published}`, `，公布于 ${published}`];
      const months = monthsOf(one);
      const reached: Texts =
        one.closed === undefined
          ? { en: 'no closed month is reached', zh: '未涉及已结算的月份' }
          : { en: `closed months: ${months}`, zh: `已结算的月份：${months}` };
      return `- ${say({
        en: `${code(policy)} version ${version} holds from ${from}${en}; ${reached.en}.`,
        zh: `${code(policy)} 第 ${version} 版自 ${from} 起有效${zh}；${reached.zh}。`,
      })}`;
    }),
    ...(isClosed ? ['', say(closed)] : []),
    ...settled.flatMap(({ period, effect }) => {
      const changed = effect.effects.filter((one) => one.changed > 0);
      const title: Texts = {
        en: `To pay for ${period}, by ${plain(effect.file)}`,
        zh: `${period} 应补差额（依 ${plain(effect.file)}）`,
      };
      const none: Texts = { en: 'No outcome of this month changes.', zh: '该月结果均不变。' };
      return [
        '',
        `### ${say(title)}`,
        '',
        ...(changed.length === 0 ? [say(none)] : changed.flatMap((one) => toPay(one).map(say))),
      ];
    }),
    ...(untried.length === 0
      ? []
      : [
          '',
          say({
            en: `No table was given for ${untried.join(', ')}, so the difference to pay is not known (\`--closed MONTH=FILE\`, or \`review.closed.populations\` in the manifest).`,
            zh: `未给出 ${untried.join('、')} 的表格，应补差额不详（\`--closed 月份=文件\`，或清单中的 \`review.closed.populations\`）。`,
          }),
        ]),
  ];
}

/** The sum, and those whose difference is largest. */
function toPay(effect: Effect): readonly Texts[] {
  const { decision, changed, rows, amounts, largest, becameUndetermined } = effect;
  const called = effectTitle(effect);
  const total = amounts?.totals;
  const [sum, sumZh] = total === undefined ? ['', ''] : [`: ${signed(total.change)}`, `：${signed(total.change)}`];
  const open: Texts =
    becameUndetermined === 0
      ? { en: '', zh: '' }
      : { en: `; ${becameUndetermined} became undetermined`, zh: `；${becameUndetermined} 行变为未定` };
  return [
    {
      en: `- ${plain(called.en)} (${code(decision)})${sum}, ${changed} of ${rows} rows${open.en}`,
      zh: `- ${plain(called.zh)}（${code(decision)}）${sumZh}，${rows} 行中 ${changed} 行${open.zh}`,
    },
    ...(total === undefined
      ? []
      : largest.map(({ line, who, before, after, change }) => ({
          en: `  - ${who === undefined ? `line ${line}` : plain(who)}: ${before} → ${after}, to pay ${signed(change)}`,
          zh: `  - ${who === undefined ? `第 ${line} 行` : plain(who)}：${before} → ${after}，应补 ${signed(change)}`,
        }))),
  ];
}

const signed = (amount: string): string => (amount.startsWith('-') ? amount : `+${amount}`);

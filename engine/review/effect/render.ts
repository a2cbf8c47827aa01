import type { Language, Texts } from '../../diagnostic/diagnostic.ts';
import { approximated } from '../../value/approximate.ts';
import { cell, code, plain, prose } from '../markdown.ts';
import type { Amounts, Effect, Group, LargestChange } from './effect.ts';

/** One decision's effect as lines of Markdown, which also reads well on a terminal, in one language. */
export function effectLines(effect: Effect, by: string | undefined, language: Language): readonly string[] {
  const say = (texts: Texts): string => approximated(texts[language], language);
  const { decision, title, values = [], groups, largest } = effect;
  return [
    `### ${plain(say(title))} (${code(decision)})`,
    '',
    ...effectSentences(effect).map((texts) => `- ${say(texts)}`),
    ...values.map(({ from, to, rows }) => `- ${plain(from)} → ${plain(to)}: ${say(rowsWord(rows))}`),
    ...(by === undefined || groups.length === 0 ? [] : ['', ...groupTable(groups, by, say)]),
    ...(largest.length === 0 ? [] : ['', ...largestLines(largest, say)]),
  ];
}

/** How many rows come out differently, and what that comes to in all. */
export function effectSentences(effect: Effect): readonly Texts[] {
  const { amounts } = effect;
  return [...counts(effect), ...(amounts === undefined || isWithout(effect) ? [] : amountsWords(amounts))];
}

const rowsWord = (rows: number): Texts => ({ en: `${rows} ${rows === 1 ? 'row' : 'rows'}`, zh: `${rows} 行` });

function counts(effect: Effect): readonly Texts[] {
  const { rows, changed, type, typeBefore, becameUndetermined, noLongerUndetermined, reasons, before, after } = effect;
  const of = rowsWord(rows);
  return [
    changed === 0
      ? {
          en: rows === 1 ? 'The row has the same outcome.' : `None of ${of.en} has another outcome.`,
          zh: `${of.zh}的结果均不变。`,
        }
      : {
          en: `${changed} of ${of.en} ${changed === 1 ? 'has' : 'have'} another outcome.`,
          zh: `${of.zh}中有 ${changed} 行结果改变。`,
        },
    ...(typeBefore === undefined
      ? []
      : [
          {
            en: `The type was ${typeBefore} and is ${type}, so amounts are not compared.`,
            zh: `类型由 ${typeBefore} 改为 ${type}，故不比较数额。`,
          },
        ]),
    ...(becameUndetermined + noLongerUndetermined === 0
      ? []
      : [
          {
            en: `${becameUndetermined} became undetermined, ${noLongerUndetermined} no longer are.`,
            zh: `${becameUndetermined} 行变为未定，${noLongerUndetermined} 行不再未定。`,
          },
        ]),
    ...reasons.map(({ says, rows: some }) => ({
      en: `Now undetermined (${rowsWord(some).en}): ${prose(says.en)}`,
      zh: `今后未定（${rowsWord(some).zh}）：${prose(says.zh)}`,
    })),
    ...(isSameCount(before, after)
      ? statusWords({ en: 'Before and after', zh: '变更前后' }, after)
      : [...statusWords({ en: 'Before', zh: '变更前' }, before), ...statusWords({ en: 'After', zh: '变更后' }, after)]),
  ];
}

/** Has no row a value on either side? Then nothing adds up. */
const isWithout = ({ before, after }: Effect): boolean => before.determined + after.determined === 0;

const isSameCount = (a: Effect['before'], b: Effect['before']): boolean =>
  (Object.keys(a) as (keyof Effect['before'])[]).every((status) => a[status] === b[status]);

/** Only where some rows have no value. */
function statusWords(when: Texts, counted: Effect['before']): readonly Texts[] {
  const { determined, undetermined, error, absent, 'not-applicable': not } = counted;
  if (undetermined + error + absent + not === 0) return [];
  const parts = [
    [determined, 'with a value', '有值'],
    [undetermined, 'undetermined', '未定'],
    [not, 'not applicable', '不适用'],
    [error, 'in error', '错误'],
    [absent, 'without such a decision', '没有该决定'],
  ] as const;
  const some = parts.filter(([rows]) => rows > 0);
  return [
    {
      en: `${when.en}: ${some.map(([rows, en]) => `${rows} ${en}`).join(', ')}.`,
      zh: `${when.zh}：${some.map(([rows, , zh]) => `${rows} 行${zh}`).join('，')}。`,
    },
  ];
}

function amountsWords({ rises, falls, totals, spread }: Amounts): readonly Texts[] {
  const [up, down] = [moved(rises, totals?.rises, way.up), moved(falls, totals?.falls, way.down)];
  const isNothing = (amount: string): boolean => /^0(?:\.0+)?\D*$/.test(amount);
  return [
    ...(totals === undefined
      ? [{ en: `${up.en}, ${down.en}.`, zh: `${up.zh}，${down.zh}。` }]
      : rises + falls === 0
        ? [{ en: `In all ${totals.after}, as before.`, zh: `合计 ${totals.after}，与原来相同。` }]
        : [
            {
              en: `In all ${signed(totals.change)} (${totals.before} → ${totals.after}): ${up.en}, ${down.en}.`,
              zh: `合计 ${signed(totals.change)}（${totals.before} → ${totals.after}）：${up.zh}，${down.zh}。`,
            },
          ]),
    ...(totals === undefined || (isNothing(totals.onlyBefore) && isNothing(totals.onlyAfter))
      ? []
      : [
          {
            en: `Not in these sums: ${totals.onlyBefore} of rows that have no amount any more, ${totals.onlyAfter} of rows that had none.`,
            zh: `未计入以上合计：不再有金额的行原为 ${totals.onlyBefore}，原无金额的行现为 ${totals.onlyAfter}。`,
          },
        ]),
    ...(spread === undefined
      ? []
      : [
          {
            en: `Of the changes: median ${signed(spread.median)}${betweenWords(spread.between).en}, from ${signed(spread.least)} to ${signed(spread.most)}.`,
            zh: `变化额：中位数 ${signed(spread.median)}${betweenWords(spread.between).zh}，自 ${signed(spread.least)} 至 ${signed(spread.most)}。`,
          },
        ]),
  ];
}

const way = {
  up: { en: ['rises', 'rise'], zh: '增加' },
  down: { en: ['falls', 'fall'], zh: '减少' },
} as const;

/** How many rows go one way, and by how much together: `2 rise by 750.00 CNY`. */
function moved(rows: number, by: string | undefined, { en: [one, many], zh }: (typeof way)['up' | 'down']): Texts {
  if (rows === 0) return { en: `none ${one}`, zh: `无${zh}` };
  const [sum, sumZh] = by === undefined ? ['', ''] : [` by ${by}`, ` ${by}`];
  return { en: `${rows} ${rows === 1 ? one : many}${sum}`, zh: `${rows} 行${zh}${sumZh}` };
}

function betweenWords(between: readonly [string, string] | undefined): Texts {
  if (between === undefined) return { en: '', zh: '' };
  const [a, b] = between.map(signed);
  return { en: ` (the mean of ${a ?? ''} and ${b ?? ''})`, zh: `（${a ?? ''} 与 ${b ?? ''} 的平均）` };
}

/** A change has its sign, whichever it is. */
function signed(amount: string): string {
  return amount.startsWith('-') || /^0(?:\.0+)?\D*$/.test(amount) ? amount : `+${amount}`;
}

function groupTable(groups: readonly Group[], by: string, say: (texts: Texts) => string): readonly string[] {
  const heads: readonly Texts[] = [
    { en: 'rows', zh: '行' },
    { en: 'changed', zh: '改变' },
    { en: 'rise by', zh: '增加' },
    { en: 'fall by', zh: '减少' },
    { en: 'in all', zh: '合计' },
  ];
  const others = say({ en: '(all others)', zh: '（其余）' });
  const empty = say({ en: '(empty)', zh: '（空）' });
  return [
    `| ${cell(plain(by))} | ${heads.map(say).join(' | ')} |`,
    `|---|${heads.map(() => '--:|').join('')}`,
    ...groups.map(({ value, rows, changed, rises, falls, totals }) => {
      const name = value === undefined ? others : value === '' ? empty : cell(plain(value));
      const sums =
        totals === undefined
          ? [String(rises), String(falls), '']
          : [`${rises}: ${totals.rises}`, `${falls}: ${totals.falls}`, signed(totals.change)];
      return `| ${[name, String(rows), String(changed), ...sums].join(' | ')} |`;
    }),
  ];
}

function largestLines(largest: readonly LargestChange[], say: (texts: Texts) => string): readonly string[] {
  const heading: Texts = { en: 'The largest changes:', zh: '最大的变化：' };
  return [
    say(heading),
    '',
    ...largest.map(({ line, who, before, after, change, causes }, i) => {
      const place = say({ en: `line ${line}`, zh: `第 ${line} 行` });
      const why = prose(causes.map(say).join(say({ en: '; ', zh: '；' })));
      const whose: Texts =
        who === undefined
          ? { en: place, zh: place }
          : { en: `${plain(who)} (${place})`, zh: `${plain(who)}（${place}）` };
      return say({
        en: `${i + 1}. ${whose.en}: ${before} → ${after} (${signed(change)})${why === '' ? '' : `: ${why}`}`,
        zh: `${i + 1}. ${whose.zh}：${before} → ${after}（${signed(change)}）${why === '' ? '' : `：${why}`}`,
      });
    }),
  ];
}

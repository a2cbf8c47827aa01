import type { Language, Texts } from '../../diagnostic/diagnostic.ts';
import { approximated } from '../../value/approximate.ts';
import { changeText } from '../../value/change-text.ts';
import { cell, code, plain, prose } from '../markdown.ts';
import type { Amounts, Effect, Group, LargestChange } from './effect.ts';
import { effectTitle, headed } from './title.ts';
import { sharedWords } from './shared-words.ts';

/** One decision's effect as lines of Markdown, which also reads well on a terminal, in one language. */
export function effectLines(effect: Effect, by: string | undefined, language: Language): readonly string[] {
  const say = (texts: Texts): string => approximated(texts[language], language);
  const { decision, values = [], groups, largest } = effect;
  return [
    `### ${say(headed(effectTitle(effect), code(decision)))}`,
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
  return [
    ...sharedWords(effect),
    ...counts(effect),
    ...(amounts === undefined || isWithout(effect) ? [] : amountsWords(amounts, effect)),
  ];
}

const rowsWord = (rows: number): Texts => ({ en: `${rows} ${rows === 1 ? 'row' : 'rows'}`, zh: `${rows} 行` });

function counts(effect: Effect): readonly Texts[] {
  const { rows, changed, type, typeBefore, becameUndetermined, noLongerUndetermined } = effect;
  const { reasons, stillOpen, before, after } = effect;
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
    ...turnedWords(becameUndetermined, noLongerUndetermined),
    ...reasons.map(({ says, rows: some }) => ({
      en: `Now undetermined (${rowsWord(some).en}): ${prose(says.en)}`,
      zh: `今后未定（${rowsWord(some).zh}）：${prose(says.zh)}`,
    })),
    ...stillOpen.map(({ says, rows: some }) => ({
      en: `Undetermined before and after (${rowsWord(some).en}): ${prose(says.en)}`,
      zh: `变更前后均未定（${rowsWord(some).zh}）：${prose(says.zh)}`,
    })),
    ...(isSameCount(before, after)
      ? statusWords({ en: 'Before and after', zh: '变更前后' }, after)
      : [...statusWords({ en: 'Before', zh: '变更前' }, before), ...statusWords({ en: 'After', zh: '变更后' }, after)]),
  ];
}

/** How many rows became undetermined, and how many were; only what there is. */
function turnedWords(became: number, were: number): readonly Texts[] {
  const parts = [
    ...(became === 0 ? [] : [{ en: `${became} became undetermined`, zh: `${became} 行变为未定` }]),
    ...(were === 0
      ? []
      : [{ en: `${were} no longer ${were === 1 ? 'is' : 'are'} undetermined`, zh: `${were} 行不再未定` }]),
  ];
  if (parts.length === 0) return [];
  return [{ en: `${parts.map(({ en }) => en).join(', ')}.`, zh: `${parts.map(({ zh }) => zh).join('，')}。` }];
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

function amountsWords(
  { compared, rises, falls, totals, spread }: Amounts,
  { before, after }: Effect,
): readonly Texts[] {
  const [up, down] = [moved(rises, totals?.rises, way.up), moved(falls, totals?.falls, way.down)];
  // A sum over the rows with an amount on both sides is not the sum of all, where rows dropped out or came.
  const [gone, come] = [before.determined - compared, after.determined - compared];
  const whose: Texts =
    gone + come === 0
      ? { en: 'In all', zh: '合计' }
      : {
          en: `Over the ${rowsWord(compared).en} with an amount before and after:`,
          zh: `变更前后均有金额的 ${compared} 行合计`,
        };
  return [
    ...(totals === undefined
      ? [{ en: `${up.en}, ${down.en}.`, zh: `${up.zh}，${down.zh}。` }]
      : gone + come > 0 && compared === 0
        ? []
        : rises + falls === 0
          ? [{ en: `${whose.en} ${totals.after}, as before.`, zh: `${whose.zh} ${totals.after}，与原来相同。` }]
          : [
              {
                en: `${whose.en} ${signed(totals.change)} (${totals.before} → ${totals.after}): ${up.en}, ${down.en}.`,
                zh: `${whose.zh} ${signed(totals.change)}（${totals.before} → ${totals.after}）：${up.zh}，${down.zh}。`,
              },
            ]),
    ...(totals === undefined ? [] : droppedWords([gone, totals.onlyBefore], [come, totals.onlyAfter])),
    ...(spread === undefined ? [] : [spreadWords(spread)]),
  ];
}

/** What the sums leave out: amounts of rows that have none any more, and of rows that had none. */
function droppedWords([gone, was]: readonly [number, string], [come, is]: readonly [number, string]): readonly Texts[] {
  const parts = [
    ...(gone === 0
      ? []
      : [
          {
            en: `${was} before, of ${rowsWord(gone).en} without an amount now`,
            zh: `${gone} 行今后无金额，原为 ${was}`,
          },
        ]),
    ...(come === 0
      ? []
      : [{ en: `${is} now, of ${rowsWord(come).en} without an amount before`, zh: `${come} 行原无金额，现为 ${is}` }]),
  ];
  if (parts.length === 0) return [];
  return [
    {
      en: `Not compared: ${parts.map(({ en }) => en).join('; ')}.`,
      zh: `未比较：${parts.map(({ zh }) => zh).join('；')}。`,
    },
  ];
}

function spreadWords({ median, between, least, most }: NonNullable<Amounts['spread']>): Texts {
  const [middle, low, high] = [median, least, most].map(changeText);
  const mean = betweenWords(between);
  if (least === most) return { en: `Each change is ${middle?.en ?? ''}.`, zh: `变化额均为 ${middle?.zh ?? ''}。` };
  return {
    en: `Of the changes: median ${middle?.en ?? ''}${mean.en}, from ${low?.en ?? ''} to ${high?.en ?? ''}.`,
    zh: `变化额：中位数 ${middle?.zh ?? ''}${mean.zh}，自 ${low?.zh ?? ''} 至 ${high?.zh ?? ''}。`,
  };
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
  const [a, b] = between.map(changeText);
  return { en: ` (the mean of ${a?.en ?? ''} and ${b?.en ?? ''})`, zh: `（${a?.zh ?? ''} 与 ${b?.zh ?? ''} 的平均）` };
}

/** A sum of changes, which is never one of percentages. */
const signed = (sum: string): string => changeText(sum).en;

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
        en: `${i + 1}. ${whose.en}: ${before} → ${after} (${changeText(change).en})${why === '' ? '' : `: ${why}`}`,
        zh: `${i + 1}. ${whose.zh}：${before} → ${after}（${changeText(change).zh}）${why === '' ? '' : `：${why}`}`,
      });
    }),
  ];
}

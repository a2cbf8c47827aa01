import type { Language, Texts } from '../../../../engine/service/index.ts';
import type { PageWord } from '../../words.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of the Try panel. */
export const tryWords = {
  title: t('Try', '试算'),
  facts: t('Facts', '事实'),
  notGiven: t('not given', '未提供'),
  yes: t('yes', '是'),
  no: t('no', '否'),
  optional: t('computed if not given', '未提供时自动推算'),
  sourceOnly: t('Source only', '仅按原文'),
  sourceOnlyHint: t('Leave out our interpretations and own figures.', '不采用我们的解释与自定数字。'),
  clear: t('Clear', '清空'),
  outcome: t('Outcome', '结果'),
  determined: t('determined', '已确定'),
  undetermined: t('undetermined', '未定'),
  'not-applicable': t('not applicable', '不适用'),
  failed: t('error', '错误'),
  explanation: t('How it came out', '计算过程'),
  contradicted: t('Other parts of the handbook say otherwise', '手册其他部分另有规定'),
  flag: t('Rests on an interpretation', '依据解释'),
  missing: t('Undetermined because', '未定的原因'),
  otherVersion: t('On this date another version is in force than the one shown', '该日期适用的不是左侧显示的版本'),
  noVersion: t('On this date no version of this policy is in force.', '该日期没有施行中的版本。'),
  tryOn: t('Try on', '改用日期'),
  open: t('open', '未定'),
  notSet: t('not set', '未设定'),
  closed: t('not recorded, so no', '未记录，视为否'),
  computed: t('computed', '推算'),
  unusable: t('cannot be used', '不可用'),
  condition: t('Condition', '条件'),
  taken: t('taken', '采用'),
  row: t('Row', '行'),
  noRow: t('No row holds', '没有符合的行'),
  leftOut: t('left out', '不计入'),
  leftTo: t('Left to', '由其决定：'),
  declaredBy: t('declared by', '声明于'),
  byExpression: t('the expression', '算式'),
  byDecision: t('the decision', '该决定'),
  byPolicy: t('the policy', '该制度'),
  byHandbook: t('the handbook', '手册总则'),
  decision: t('Decision', '决定'),
  allDecisions: t('All decisions', '全部决定'),
  needed: t('needed for the outcome', '得出结果需要此项'),
  fillIn: t('Fill in', '去填写'),
  otherFacts: t('Facts that do not matter with these', '按现有情况用不到的事实'),
  emptyList: t('Given, and empty', '已提供，为空'),
  addElement: t('Add one', '添加一项'),
  removeElement: t('Remove', '移除'),
  makeEmpty: t('There is none', '一项也没有'),
  makeNotGiven: t('Not given', '改为未提供'),
  startFrom: t('Start from', '从已有数据填入'),
  startFromNothing: t('— choose a case or a row of the sample —', '— 选择示例或样本中的一行 —'),
  casesOfPolicy: t('Cases', '示例'),
  whatChanges: t('What would change this', '怎样会改变结果'),
  edgesNotInSource: t(
    'With “source only” this is not looked at: take the tick away first.',
    '“仅按原文”时不作此项考察，请先取消勾选。',
  ),
  noFactsGiven: t('Give a fact first.', '请先填写事实。'),
  working: t('Working it out …', '正在计算……'),
  tryIt: t('Try it', '试一试'),
  noDecisions: t('This file computes nothing that could be tried.', '此文件没有可试算的决定。'),
} as const satisfies Readonly<Record<string, Texts>>;

/** How a fact that was not given came to its value, in a word. */
export const factWords = {
  missing: 'notGiven',
  closed: 'closed',
  computed: 'computed',
  unusable: 'unusable',
} as const satisfies Readonly<Record<string, keyof typeof tryWords | PageWord>>;

/** Who declared a rounding, in a word. */
export const declarers = {
  expression: 'byExpression',
  decision: 'byDecision',
  policy: 'byPolicy',
  handbook: 'byHandbook',
} as const satisfies Readonly<Record<string, keyof typeof tryWords | PageWord>>;

/** A range as the language writes it (`>= 0%`, `[1 .. 5]`), for people who do not read brackets. */
export function rangeWords(range: string, language: Language): string {
  const said = (texts: Texts): string => texts[language];
  const between = /^([[(])(.+) \.\. (.+)([\])])$/.exec(range);
  if (between !== null) {
    const [, open = '', low = '', high = '', close = ''] = between;
    const from = open === '[' ? low : said(t(`more than ${low}`, `大于 ${low}`));
    const to = close === ']' ? high : said(t(`less than ${high}`, `小于 ${high}`));
    return said(t(`${from} to ${to}`, `${from} 至 ${to}`));
  }
  const [, sign = '', end = ''] = /^(>=|<=|>|<) (.+)$/.exec(range) ?? [];
  switch (sign) {
    case '>=':
      return said(t(`at least ${end}`, `不小于 ${end}`));
    case '<=':
      return said(t(`at most ${end}`, `不大于 ${end}`));
    case '>':
      return said(t(`more than ${end}`, `大于 ${end}`));
    case '<':
      return said(t(`less than ${end}`, `小于 ${end}`));
    default:
      return range === 'any' ? '' : range;
  }
}

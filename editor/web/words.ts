import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Texts } from '../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** Every word of the page that does not come from the handbook or the engine. */
export const pageWords = {
  policies: t('Policies', '制度'),
  otherFiles: t('Other files', '其他文件'),
  language: t('Language', '语言'),
  date: t('On the date', '日期'),
  loading: t('Opening the handbook …', '正在打开手册……'),
  cannotLoad: t('The handbook could not be read. Is the server still running?', '无法读取手册。服务是否仍在运行？'),
  broken: t('The page met an error of its own. Reload it.', '页面出现内部错误，请重新加载。'),
  unread: t('Files that were not read', '未读取的文件'),
  unsaved: t('Changed here only', '仅在此处修改'),
  readOnly: t('Changes are tried here and not saved yet.', '此处的修改仅供试用，暂不保存。'),
  undo: t('Undo all changes', '撤销全部修改'),
  editor: t('Text of the policy', '制度文本'),
  problems: t('Problems', '问题'),
  noProblems: t('No problems', '没有问题'),
  error: t('Error', '错误'),
  warning: t('Warning', '警告'),
  info: t('Note', '提示'),
  reading: t('Reading', '释读'),
  trying: t('Try', '试算'),
  version: t('Version', '版本'),
  inForceFrom: t('In force from', '生效日期'),
  inForceTo: t('until', '至'),
  published: t('Published', '公布日期'),
  clauses: t('Clauses', '条款'),
  clause: t('Clause', '条款'),
  because: t('Why it was amended', '修订原因'),
  kind: t('Kind', '类型'),
  now: t('in force', '现行'),
  future: t('not yet in force', '尚未生效'),
  past: t('no longer in force', '已失效'),
  noReading: t('This file holds no policy.', '此文件不是制度。'),
  blockedReading: t('This policy cannot be read until its errors are mended.', '请先修正错误，之后才能释读此制度。'),
  tier: t('Tier', '档'),
  restsOn: t('Rests on', '依据'),
  own: t("company's own figure", '公司自定'),
  noTier: t('No tier', '无档'),
  overlap: t('Tiers overlap', '两档重叠'),
  chartOf: t('Chart of the tiers', '分档图'),
  legendPlain: t('from the source', '原文'),
  legendMarked: t('interpretation', '解释'),
  legendOwn: t('own figure', '自定'),
  legendHole: t('no tier', '无档'),
  legendOverlap: t('overlap', '重叠'),
  showInText: t('Show in the text', '在文本中显示'),
  slab: t('The rate of the tier reached holds for the whole base.', '达到某档后，全部基数均按该档比率计算。'),
  graduated: t('Each part is taken at the rate of its own tier.', '各段按各自所在档的比率计算。'),
  interpolated: t('Within a tier the amount grows evenly.', '档内金额按比例递增。'),
  interpretations: t('Interpretations', '解释'),
  question: t('Question', '疑问'),
  answer: t('Answer', '解答'),
  proposed: t('proposed', '拟定'),
  decided: t('decided by', '决定人'),
  convention: t('convention', '惯例'),
  doubt: t('doubt', '存疑'),
  fills: t('fills a gap', '补缺'),
  chooses: t('chooses a reading', '择一'),
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
  noVersion: t('On this date no version of this policy is in force.', '该日期没有任何版本生效。'),
  tryOn: t('Try on', '改用日期'),
  noFiles: t('The handbook has no files.', '手册中没有文件。'),
  open: t('open', '未定'),
  notSet: t('not set', '未设定'),
  closed: t('not recorded, so no', '未记录，视为否'),
  computed: t('computed', '推算'),
  unusable: t('cannot be used', '不可用'),
  'applies-when': t('Applies when', '适用条件'),
  requires: t('Requires', '前提'),
  when: t('When', '条件'),
  inside: t('seen inside only', '仅内部使用'),
  condition: t('Condition', '条件'),
  otherwise: t('otherwise', '否则'),
  taken: t('taken', '采用'),
  row: t('Row', '行'),
  noRow: t('No row holds', '没有符合的行'),
  leftOut: t('left out', '不计入'),
  leftTo: t('Left to', '由其决定：'),
  rounded: t('Rounded to', '取整至'),
  'half-up': t('half up', '四舍五入'),
  'half-even': t('half to even', '四舍六入五成双'),
  up: t('up', '进位'),
  down: t('down', '舍去'),
  declaredBy: t('declared by', '声明于'),
  byExpression: t('the expression', '算式'),
  byDecision: t('the decision', '该决定'),
  byPolicy: t('the policy', '该制度'),
  byHandbook: t('the handbook', '手册总则'),
  noDecisions: t('This file computes nothing that could be tried.', '此文件没有可试算的决定。'),
} as const satisfies Readonly<Record<string, Texts>>;

export type PageWord = keyof typeof pageWords;

/** Where in a file, for people. */
export const lineWords = (line: number): Texts => t(`line ${line}`, `第 ${line} 行`);

/** The language that the page speaks. */
export const LanguageContext = createContext<Language>('zh');

export interface Words {
  readonly language: Language;
  readonly say: (word: PageWord) => string;
  readonly pick: (texts: Texts) => string;
}

/** The page's own words, and texts of the handbook, in the language chosen. */
export function useWords(): Words {
  const language = useContext(LanguageContext);
  return { language, say: (word) => pageWords[word][language], pick: (texts) => texts[language] };
}

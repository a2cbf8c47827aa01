import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Texts } from '../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** Every word of the page that does not come from the handbook or the engine. */
export const pageWords = {
  policies: t('Policies', '制度'),
  language: t('Language', '语言'),
  date: t('On the date', '日期'),
  reading: t('Reading the handbook …', '正在读取手册……'),
  close: t('Close', '关闭'),
  loading: t('Opening the handbook …', '正在打开手册……'),
  cannotLoad: t('The handbook could not be read. Is the server still running?', '无法读取手册。服务是否仍在运行？'),
  broken: t('The page met an error of its own. Reload it.', '页面出现内部错误，请重新加载。'),
  unsaved: t('Not saved', '未保存'),
  editor: t('Text of the policy', '制度文本'),
  problems: t('Problems', '问题'),
  error: t('Error', '错误'),
  warning: t('Warning', '警告'),
  info: t('Note', '提示'),
  version: t('Version', '版本'),
  inForceFrom: t('In force from', '施行日期'),
  clause: t('Clause', '条款'),
  now: t('in force', '现行'),
  future: t('not yet in force', '尚未施行'),
  past: t('no longer in force', '已失效'),
  tier: t('Tier', '档'),
  own: t("company's own figure", '公司自定'),
  noTier: t('No tier', '无档'),
  showInText: t('Show in the text', '在文本中显示'),
  interpretations: t('Interpretations', '解释'),
  question: t('Question', '疑问'),
  answer: t('Answer', '解答'),
  proposed: t('proposed', '拟定'),
  decided: t('decided by', '决定人'),
  convention: t('convention', '惯例'),
  doubt: t('doubt', '存疑'),
  fills: t('fills a gap', '填补空缺'),
  chooses: t('chooses a reading', '选定一种读法'),
  noFiles: t('The handbook has no files.', '手册中没有文件。'),
  'applies-when': t('Applies when', '适用条件'),
  requires: t('Requires', '前提'),
  otherwise: t('otherwise', '否则'),
  rounded: t('Rounded to', '取整至'),
  'half-up': t('half up', '四舍五入'),
  'half-even': t('half to even', '四舍六入五成双'),
  up: t('up', '进位'),
  down: t('down', '舍去'),
} as const satisfies Readonly<Record<string, Texts>>;

export type PageWord = keyof typeof pageWords;

/** Where in a file, for people. */
export const lineWords = (line: number): Texts => t(`line ${line}`, `第 ${line} 行`);

/** The language that the page speaks. */
export const LanguageContext = createContext<Language>('zh');

type Table = Readonly<Record<string, Texts>>;

export interface Words<Own extends Table> {
  readonly language: Language;
  /** A word of the page, or of the table given. */
  readonly say: (word: PageWord | (keyof Own & string)) => string;
  readonly pick: (texts: Texts) => string;
}

/** The page's own words, those of one of its parts, and texts of the handbook, in the language chosen. */
export function useWords<Own extends Table = Record<never, Texts>>(own?: Own): Words<Own> {
  const language = useContext(LanguageContext);
  const table: Table = { ...pageWords, ...own };
  return { language, say: (word) => table[word]?.[language] ?? word, pick: (texts) => texts[language] };
}

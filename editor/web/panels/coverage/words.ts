import type { Texts } from '../../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of the Coverage panel. */
export const coverageWords = {
  title: t('Coverage', '覆盖'),
  about: t(
    'The registers list every clause of the sources with its figures and unclear points. Here is which of them the handbook carries out, and what is missing.',
    '条款登记列出了来源的全部条款、数值与疑问。此处显示手册已落实哪些，还缺什么。',
  ),
  working: t('Counting in the background …', '正在后台统计……'),
  howToRead: t('A number alone: all of them; 9/10: one is missing.', '只有一个数字表示全部；9/10 表示缺一项。'),
  here: t('This file', '此文件'),
  noneHere: t('This file cites no clause.', '此文件没有引用条款。'),
  clauses: t('Clauses that it cites', '所引用的条款'),
  ownClauses: t('Clauses of this register', '此登记中的条款'),
  whole: t('The whole handbook', '整本手册'),
  missing: t('Missing in the handbook', '手册中的遗漏'),
  nothingMissing: t('Nothing is missing: every clause, figure and unclear point is carried out or answered.', '没有遗漏：全部条款、数值与疑问均已落实或作答。'),
  unread: t('These registers are not there or cannot be read, so their clauses are not counted:', '下列条款登记不存在或无法读取，其条款未计入：'),
  covered: t('covered', '已落实'),
  lacking: t('something is missing', '有遗漏'),
  cases: t('Worked examples', '示例'),
  casesAbout: t(
    'Which decisions, rows, branches and boundaries no worked example goes through. A rule without an example may be wrong without anybody noticing.',
    '哪些决定、行、分支与分界没有示例经过。没有示例的规则即使有误也无人察觉。',
  ),
  runHere: t('Look at this policy', '检查此制度'),
  runAll: t('Look at the whole handbook', '检查整本手册'),
  stop: t('Stop', '停止'),
  failing: t('Examples that do not hold count for nothing.', '不符的示例不计入。'),
  allCovered: t('Every part has a worked example.', '各部分均有示例。'),
  tryThis: t('try', '可试'),
  outOfDate: t('The text has changed since.', '此后文本已改动。'),
  incomplete: t('Policies with parts that have no example', '尚有部分没有示例的制度'),
  carried: t('stands here', '见于此'),
  part: t('Source', '来源'),
  all: t('All', '全部'),
} as const satisfies Readonly<Record<string, Texts>>;

export const casesWords = (cases: number, failing: number): Texts =>
  t(
    `${String(cases)} worked ${cases === 1 ? 'example' : 'examples'}${failing === 0 ? '' : `, ${String(failing)} of them do not hold`}`,
    `${String(cases)} 个示例${failing === 0 ? '' : `，其中 ${String(failing)} 个不符`}`,
  );
/** The file of worked examples of a policy. */
export const examplesWords = (title: Texts): Texts => t(`Examples: ${title.en}`, `示例：${title.zh}`);
export const progressWords = (done: number, of: number): Texts =>
  t(`${String(done)} of ${String(of)} policies`, `${String(done)}/${String(of)} 项制度`);
export const moreWords = (number: number): Texts => t(`and ${String(number)} more`, `另有 ${String(number)} 处`);

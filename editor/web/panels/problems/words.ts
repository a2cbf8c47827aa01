import type { Texts } from '../../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of the Problems panel. */
export const problemsWords = {
  title: t('Problems', '问题'),
  noProblems: t('No problems in the whole handbook.', '整本手册没有问题。'),
  noneShown: t('Nothing of the kinds chosen.', '没有所选类别的问题。'),
  here: t('In this file', '此文件'),
  noneHere: t('No problems here.', '此文件没有问题。'),
  more: t('Further ones:', '其余：'),
  show: t('Show', '显示'),
  errors: t('Errors', '错误'),
  warnings: t('Warnings', '警告'),
  notes: t('Notes', '提示'),
  why: t('Why this is told', '为何提示'),
  cure: t('How to mend it', '如何处理'),
  noCause: t('There is no explanation of this code.', '此代码没有说明。'),
  explain: t('Explain', '说明'),
  also: t('See also', '另见'),
  proved: t('Proved for all possible facts', '对所有可能的事实所作的证明'),
  provedTag: t('proved', '证明'),
  provedBefore: t('proved of the text before your last change', '按修改前的文本证明'),
  provingAnew: t(
    'The text has changed: what stands below is of the text before, and is being worked out anew …',
    '文本已修改：以下是按修改前的文本所作的证明，正在重新计算……',
  ),
  proving: t('Working through all possible facts in the background …', '正在后台逐一证明所有可能的事实……'),
  nothingProved: t(
    'Beyond what is told above, nothing in it can never hold, no promise is broken, and nobody gets less for more.',
    '除上述问题外，没有永不成立之处，没有违背的承诺，也没有多做反而少得的断崖。',
  ),
  noDecisions: t('This file decides nothing, so there is nothing to prove.', '此文件不作任何决定，无可证明。'),
  notDecidedMeans: t(
    '“Not decided” is no mistake: the proof would have taken too long, or needs arithmetic that it does not do. It says neither that the policy is right nor that it is wrong; worked examples have to show it there.',
    '“未能判定”不是错误：证明耗时过长，或需要证明所不具备的运算。它既不表示制度正确，也不表示有误；此处须由示例说明。',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

export const decidedWords = (decided: number, notDecided: number): Texts =>
  t(
    `${String(decided)} ${decided === 1 ? 'decision' : 'decisions'} looked at whole, ${String(notDecided)} not decided.`,
    `完整考察 ${String(decided)} 个决定，${String(notDecided)} 个未能判定。`,
  );

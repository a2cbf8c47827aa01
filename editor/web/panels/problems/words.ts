import type { Texts } from '../../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of the Problems panel. */
export const problemsWords = {
  title: t('Problems', '问题'),
  noProblems: t('No problems in the whole handbook.', '整本手册没有问题。'),
  here: t('In this file', '此文件'),
  noneHere: t('No problems here.', '此文件没有问题。'),
  elsewhere: t('In other files', '其他文件'),
  more: t('Further ones:', '其余：'),
} as const satisfies Readonly<Record<string, Texts>>;

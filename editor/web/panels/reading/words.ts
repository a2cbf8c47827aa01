import type { Texts } from '../../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of the Reading panel. */
export const readingWords = {
  title: t('Reading', '释读'),
  noReading: t('This file holds no policy.', '此文件不是制度。'),
  blockedReading: t('This policy cannot be read until its errors are mended.', '请先修正错误，之后才能释读此制度。'),
  inForceTo: t('until', '至'),
  published: t('Published', '公布日期'),
  clauses: t('Clauses', '条款'),
  because: t('Why it was amended', '修订原因'),
  kind: t('Kind', '类型'),
  restsOn: t('Rests on', '依据'),
  overlap: t('Tiers overlap', '两档重叠'),
  chartOf: t('Chart of the tiers', '分档图'),
  legendPlain: t('from the source', '原文'),
  legendMarked: t('interpretation', '解释'),
  legendOwn: t('own figure', '自定'),
  legendHole: t('no tier', '无档'),
  legendOverlap: t('overlap', '重叠'),
  slab: t('The rate of the tier reached holds for the whole base.', '达到某档后，全部基数均按该档比率计算。'),
  graduated: t('Each part is taken at the rate of its own tier.', '各段按各自所在档的比率计算。'),
  interpolated: t('Within a tier the amount grows evenly.', '档内金额按比例递增。'),
  when: t('When', '条件'),
  inside: t('seen inside only', '仅内部使用'),
} as const satisfies Readonly<Record<string, Texts>>;

import type { Texts } from '../../../../engine/service/index.ts';

const t = (en: string, zh: string): Texts => ({ en, zh });

/** The words of the Reading panel. */
export const readingWords = {
  title: t('Reading', '释读'),
  leads: t(
    'Click a line, or press Enter on it, to see where it is written.',
    '点击一行，或在其上按 Enter 键，即可查看其出处。',
  ),
  noReading: t(
    'There is nothing to read here: the file holds no policy, or it cannot be read until its errors are mended.',
    '此处无可读内容：此文件不是制度，或须先修正错误才能释读。',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

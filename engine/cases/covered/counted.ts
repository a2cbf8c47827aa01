import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Counted } from './coverage.ts';

/** What is counted, in the order in which it is told. */
export const counted: readonly Counted[] = ['decision', 'row', 'branch', 'boundary', 'clause'];

export const countedTitles: Readonly<Record<Counted, Texts>> = {
  decision: { en: 'decisions', zh: '决定' },
  row: { en: 'rows and tiers', zh: '行与档' },
  branch: { en: 'branches', zh: '分支' },
  boundary: { en: 'boundaries', zh: '分界' },
  clause: { en: 'executable clauses', zh: '可执行条款' },
};

/** The same of one. */
export const countedTitle: Readonly<Record<Counted, Texts>> = {
  decision: { en: 'decision', zh: '决定' },
  row: { en: 'row', zh: '行' },
  branch: { en: 'branch', zh: '分支' },
  boundary: { en: 'boundary', zh: '分界' },
  clause: { en: 'clause', zh: '条款' },
};

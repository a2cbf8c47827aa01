import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Scene } from '../scene.ts';
import { viewLabels } from './labels.ts';

export const weekdayWords: Readonly<Record<string, Texts>> = {
  monday: { en: 'Monday', zh: '星期一' },
  tuesday: { en: 'Tuesday', zh: '星期二' },
  wednesday: { en: 'Wednesday', zh: '星期三' },
  thursday: { en: 'Thursday', zh: '星期四' },
  friday: { en: 'Friday', zh: '星期五' },
  saturday: { en: 'Saturday', zh: '星期六' },
  sunday: { en: 'Sunday', zh: '星期日' },
};

/** `monday`, `first monday of month`, `last friday of month`, `working-day` in words. */
export function recurrence(written: string, { say, language }: Scene): string {
  if (written === 'working-day') return say(viewLabels.workingDay);
  const parts = /^(?:(?<which>first|last) )?(?<day>\w+)(?: of month)?$/.exec(written)?.groups ?? {};
  const day = weekdayWords[parts['day'] ?? ''];
  if (day === undefined) return written;
  if (parts['which'] === undefined) return language === 'zh' ? `每${day.zh}` : `every ${day.en}`;
  const isFirst = parts['which'] === 'first';
  if (language === 'zh') return `每月${isFirst ? '第一个' : '最后一个'}${day.zh}`;
  return `the ${isFirst ? 'first' : 'last'} ${day.en} of each month`;
}

/** Monday to Sunday, short, as heads of columns. */
export const weekdayHeads: readonly Texts[] = Object.values(weekdayWords).map(({ en, zh }) => ({
  en: en.slice(0, 2),
  zh: zh.slice(2),
}));

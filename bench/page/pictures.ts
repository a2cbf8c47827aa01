import type { Language, Texts } from '../../engine/diagnostic/diagnostic.ts';
import type { Measure } from '../peers/field.ts';
import { growthPlot, speedPlot } from './plots.ts';
import { kept, type Name } from './results.ts';

type Growth = Extract<Name, `growth-${string}`>;

const speeds: Readonly<Partial<Record<Measure, Texts>>> = {
  one: { en: 'One row after the other', zh: '逐行决定' },
  explained: { en: 'With what explains each answer', zh: '附每个答案的解释' },
  batch: { en: 'A batch of 100,000 rows', zh: '十万行一批' },
};

/** What grows: with what, in which unit. */
export const growths: Readonly<Record<Growth, { readonly title: Texts; readonly size: Texts; readonly cost: Texts }>> =
  {
    'growth-tables': {
      title: { en: 'One decision by a table', zh: '按表作出一次决定' },
      size: { en: 'rows of the table', zh: '表的行数' },
      cost: { en: 'nanoseconds', zh: '纳秒' },
    },
    'growth-facts': {
      title: { en: 'One decision that sums facts', zh: '一次对事实求和的决定' },
      size: { en: 'facts', zh: '事实数' },
      cost: { en: 'nanoseconds', zh: '纳秒' },
    },
    'growth-rows': {
      title: { en: 'All three decisions for a population', zh: '对全体人员作出三项决定' },
      size: { en: 'rows', zh: '行数' },
      cost: { en: 'milliseconds', zh: '毫秒' },
    },
    'growth-policies': {
      title: { en: 'A handbook and its editor', zh: '手册与编辑器' },
      size: { en: 'policies', zh: '制度数' },
      cost: { en: 'milliseconds', zh: '毫秒' },
    },
  };

/** The pictures of what was kept so far, by the name of their file without the language. */
export function pictures(language: Language): ReadonlyMap<string, object> {
  const all = new Map<string, object>();
  const peers = kept('peers')?.result;
  for (const [measure, title] of Object.entries(speeds) as [Measure, Texts][])
    if (peers !== undefined) all.set(`peers-${measure}`, speedPlot(title, measure, peers, language));
  for (const [name, told] of Object.entries(growths) as [Growth, (typeof growths)[Growth]][]) {
    const series = kept(name)?.result;
    if (series !== undefined) all.set(name, growthPlot(told, series, language));
  }
  return all;
}

/** Where a picture stands, from the folder of results. */
export const pictureFile = (name: string, language: Language): string =>
  language === 'zh' ? `${name}.zh-CN.svg` : `${name}.svg`;

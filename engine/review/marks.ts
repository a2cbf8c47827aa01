import type { Texts } from '../diagnostic/diagnostic.ts';
import { own } from './meaning.ts';

/** What a place newly rests on and what no longer, in words; undefined when that is the same. */
export function marksWords(was: readonly string[], is: readonly string[]): Texts | undefined {
  const lost = was.filter((id) => !is.includes(id));
  const gained = is.filter((id) => !was.includes(id));
  const parts = [...lost.filter((id) => id !== own).map(noLonger), ...gained.filter((id) => id !== own).map(now)];
  if (gained.includes(own)) parts.push({ en: "now counts as the company's own figure", zh: '今后视为公司自定' });
  if (lost.includes(own)) parts.push({ en: "no longer counts as the company's own figure", zh: '不再视为公司自定' });
  if (parts.length === 0) return undefined;
  const source: Texts =
    is.length > 0 ? { en: '', zh: '' } : { en: ": the value now counts as the source's", zh: '：该值今后视为原文所定' };
  return {
    en: `${parts.map(({ en }) => en).join(' and ')}${source.en}`,
    zh: `${parts.map(({ zh }) => zh).join('，')}${source.zh}`,
  };
}

const noLonger = (id: string): Texts => ({ en: `no longer rests on ${id}`, zh: `不再依据 ${id}` });
const now = (id: string): Texts => ({ en: `now rests on ${id}`, zh: `今后依据 ${id}` });

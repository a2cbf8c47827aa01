import type { Texts } from '../../diagnostic/diagnostic.ts';
import { plain } from '../markdown.ts';
import type { Effect } from './effect.ts';

/** A decision by its policy and its own title: many are called Amount or Rate. */
export function effectTitle({ policy, title }: Pick<Effect, 'policy' | 'title'>): Texts {
  return { en: `${policy.en} · ${title.en}`, zh: `${policy.zh} · ${title.zh}` };
}

/** A title with the name behind it, as a heading has them. */
export function headed(title: Texts, name: string): Texts {
  return { en: `${plain(title.en)} (${name})`, zh: `${plain(title.zh)}（${name}）` };
}

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Effect } from './effect.ts';

/** A decision by its policy and its own title: many are called Amount or Rate. */
export function effectTitle({ policy, title }: Pick<Effect, 'policy' | 'title'>): Texts {
  return { en: `${policy.en}: ${title.en}`, zh: `${policy.zh}：${title.zh}` };
}

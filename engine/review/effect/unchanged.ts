import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Effect } from './effect.ts';
import { effectTitle } from './title.ts';

/** A decision of which no row comes out differently: how many rows keep a value, how many had none and have none, and why. */
export function unchangedWords(effect: Effect): Texts {
  const { decision, rows, before, amounts, stillOpen } = effect;
  const { determined, undetermined, error, absent, 'not-applicable': not } = before;
  const total = amounts?.totals?.before;
  const sum: Texts = total === undefined ? nothing : { en: ` (in all ${total})`, zh: `（合计 ${total}）` };
  const why = whyWords(stillOpen.map(({ says }) => says));
  const parts = [
    [determined, ['keeps its value', 'keep their values', '的值不变'], sum],
    [undetermined, ['is undetermined before and after', 'are undetermined before and after', '变更前后均未定'], why],
    [not, ['does not apply before and after', 'do not apply before and after', '变更前后均不适用'], nothing],
    [error, ['is in error before and after', 'are in error before and after', '变更前后均为错误'], nothing],
    [absent, ['has no such decision', 'have no such decision', '没有该决定'], nothing],
  ] as const;
  const some = parts.filter(([count]) => count > 0);
  const [only] = some;
  const is = (one: (typeof parts)[number]): Texts => ({
    en: `${one[1][one[0] === 1 ? 0 : 1]}${one[2].en}`,
    zh: `${one[1][2]}${one[2].zh}`,
  });
  const said: Texts =
    some.length === 1 && only !== undefined
      ? rows === 1
        ? { en: `the row ${is(only).en}`, zh: `该行${is(only).zh}` }
        : { en: `all ${rows} rows ${is(only).en}`, zh: `${rows} 行${is(only).zh}` }
      : {
          en: `of ${rows} rows, ${some.map((one) => `${one[0]} ${is(one).en}`).join(', ')}`,
          zh: `${rows} 行中 ${some.map((one) => `${one[0]} 行${is(one).zh}`).join('，')}`,
        };
  const { en, zh } = effectTitle(effect);
  return { en: `${en} (${decision}): ${said.en}.`, zh: `${zh}（${decision}）：${said.zh}。` };
}

const nothing: Texts = { en: '', zh: '' };

/** The first reason, as it stands in brackets; more than one would hide what is told of the decision. */
function whyWords(reasons: readonly Texts[]): Texts {
  const [first] = reasons;
  if (first === undefined) return nothing;
  const more = reasons.length > 1 ? { en: ' and more', zh: '等' } : nothing;
  return { en: ` (${inBrackets(first.en)}${more.en})`, zh: `（${inBrackets(first.zh)}${more.zh}）` };
}

/** A sentence without its end, and the clause behind it without brackets of its own: `Nobody said, O-1.3`. */
export function inBrackets(text: string): string {
  return text
    .replace(/[.。] ?([(（])([^()（）]*)[)）]$/u, (_, open: string, clause: string) =>
      open === '（' ? `，${clause}` : `, ${clause}`,
    )
    .replace(/[.。]$/u, '');
}

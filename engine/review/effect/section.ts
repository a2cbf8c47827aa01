import type { Language, Texts } from '../../diagnostic/diagnostic.ts';
import { approximated } from '../../value/approximate.ts';
import type { Effect } from './effect.ts';
import { gateWords, type GateResult } from './gates.ts';
import { plain, prose } from '../markdown.ts';
import { effectLines } from './render.ts';
import { unchangedWords } from './unchanged.ts';

/** What a change comes to for a population, decision by decision. */
export interface EffectSection {
  readonly file: string;
  /** The days on which the two sides were asked. */
  readonly before: string;
  readonly after: string;
  /** Rows that could not be asked about at all, beside those of the effects. */
  readonly unread: number;
  /** The column by which gains and losses are told. */
  readonly by?: string;
  readonly effects: readonly Effect[];
  /** Decisions that nobody named and that no row has a value of, before or after. */
  readonly without: readonly Effect[];
  readonly gates: readonly GateResult[];
}

/** The section as lines of Markdown, in one language. */
export function effectSection(section: EffectSection, language: Language): readonly string[] {
  const { file, before, after, unread, by, effects, without, gates } = section;
  const say = (texts: Texts): string => approximated(texts[language], language);
  const changed = effects.filter((effect) => effect.changed > 0 || effect.typeBefore !== undefined);
  const same = [...effects.filter((effect) => !changed.includes(effect)), ...without];
  const days: Texts =
    before === after
      ? { en: `on ${after}`, zh: `按 ${after}` }
      : { en: `on ${before} and on ${after}`, zh: `按 ${before} 与 ${after}` };
  return [
    `## ${say({ en: `Effect on ${plain(file)}, ${days.en}`, zh: `对 ${plain(file)} 的影响（${days.zh}）` })}`,
    '',
    ...(unread === 0
      ? []
      : [
          say({
            en: `${unread} ${unread === 1 ? 'row is' : 'rows are'} left out, since nothing can be asked about ${unread === 1 ? 'it' : 'them'}.`,
            zh: `有 ${unread} 行无法求取，未计入。`,
          }),
          '',
        ]),
    ...gates.map((gate) => {
      const verdict = gate.failed
        ? say({ en: '**FAILED**: ', zh: '**不通过**：' })
        : say({ en: 'Passed: ', zh: '通过：' });
      return `- ${verdict}${prose(say(gateWords(gate)))}`;
    }),
    ...(gates.length === 0 ? [] : ['']),
    ...(effects.length + without.length > 0
      ? []
      : [
          say({
            en: 'Nothing that comes out differently is a number and reads a column of this table. Decisions can be named.',
            zh: '改变的决定中没有读取此表各列的数值。可以写明要试算的决定。',
          }),
        ]),
    ...changed.flatMap((effect, i) => [...(i === 0 ? [] : ['']), ...effectLines(effect, by, language)]),
    ...(changed.length === 0 || same.length === 0 ? [] : ['']),
    ...(same.length === 0 ? [] : [`### ${say({ en: 'Without a change', zh: '没有变化' })}`, '']),
    ...same.map((effect) => `- ${prose(say(unchangedWords(effect)))}`),
  ];
}

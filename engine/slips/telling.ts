import type { Language } from '../diagnostic/diagnostic.ts';
import type { Explanation, Holds, Worded } from '../evaluate/explanation.ts';
import type { Sentences } from '../evaluate/render-words.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { PolicyHead } from '../ir/program.ts';
import type { Readable } from './readable.ts';
import { entriesIn } from './entries.ts';
import type { Clause, Line, Part, SlipSource } from './slip.ts';
import { entriesInWords } from './words.ts';

/** What is known while one slip is told in one language. */
export interface Telling extends Pick<SlipSource, 'program' | 'clauses'> {
  readonly language: Language;
  readonly say: Sentences;
  readonly readable: Readable;
  /** The interpretations met so far, in order: the first has mark 1. */
  readonly notes: string[];
  /** Decision → number of the part that tells it. */
  readonly numbers: Map<string, string>;
  readonly policies: Map<string, PolicyHead>;
  /** The clauses that stand on the slip so far. */
  readonly cited: Set<string>;
  /** Tells a decision as a part; `reader` is the policy of the part above, whose version needs no second mention. */
  part(explanation: Explanation, number: string, reader: string | undefined): Part;
}

/** A part that is being told: decisions that it reads become parts below it. */
export interface Open {
  readonly number: string;
  readonly parts: Part[];
}

/** One decision asked about two things is two parts. */
export function partKey(decision: string, on: string | undefined): string {
  return on === undefined ? decision : `${decision} on ${on}`;
}

/** The marks of interpretations, counted from 1 in the order in which they come up. */
export function marksOf(ids: readonly string[], { notes }: Telling): readonly number[] {
  for (const id of ids) if (!notes.includes(id)) notes.push(id);
  return ids.map((id) => notes.indexOf(id) + 1).sort((a, b) => a - b);
}

export function clausesOf(ids: readonly string[], { clauses, language, cited }: Telling): readonly Clause[] {
  return ids.map((id) => {
    cited.add(id);
    const title = clauses.get(id)?.[language];
    return title === undefined ? { id } : { id, title };
  });
}

/** Why there is no value, in sentences. */
export function reasonsOf({ reasons, error }: Outcome, { readable, language }: Telling): readonly string[] {
  const texts = [...reasons.map(({ text }) => text), ...(error === undefined ? [] : [error.message])];
  return texts.map((text) => readable.text(text[language]));
}

/** What a condition or branch came to, as a sort of line. */
export const sortOf: Readonly<Record<Holds, Line['sort']>> = { yes: 'met', no: 'unmet', open: 'open' };

/** A value in words. Of a list only the number of its entries: they may be other people. */
export function valueText(value: string, { readable, language }: Telling): string {
  const entries = entriesIn(value);
  if (entries !== undefined) return entriesInWords(entries, language);
  return value === 'true' || value === 'false' ? readable.value(value, 'boolean') : readable.text(value);
}

/** `Net sales × Rate = 40,000.00 CNY × 1.5%`, saying nothing twice. */
export function wordedText({ titled, filled, value, text, isCondition }: Worded, telling: Telling): string {
  const { readable, language, say } = telling;
  const words = readable.text(titled[language]);
  // Where the value stays open, names would stand between the values.
  if (filled === text || filled === value || value === undefined) return words;
  const values = readable.filled(filled);
  return values === undefined ? words : `${words}${isCondition ? say.colon : ' = '}${values}`;
}

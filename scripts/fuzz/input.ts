import { random } from '../../test/random/random.ts';
import { corpora, corpusOf } from './corpus.ts';
import { mutate } from './mutate.ts';

/** A handbook with something changed, and what is asked of it. */
export interface Input {
  readonly corpus: number;
  /** Only the texts that differ from the corpus. */
  readonly changed: Readonly<Record<string, string>>;
  readonly facts: string;
  readonly date: string;
  /** Only the changed files are read, which is quick; else all is done that the engine can do. */
  readonly isShort: boolean;
}

/** The input of a number: the same each time. */
export function inputOf(seed: number): Input {
  const chance = random(seed);
  // The small one says as much and is quicker.
  const corpus = chance.chance(0.3) ? 0 : chance.between(1, corpora.length - 1);
  const { texts, facts, dates } = corpusOf(corpus);
  const all = corpora.flatMap((one) => Object.values(one.texts));
  const changed: Record<string, string> = {};
  const files = chance.chance(0.85) ? 1 : 2;
  for (let i = 0; i < files; i += 1) {
    const path = chance.pick(Object.keys(texts));
    changed[path] = mutate(changed[path] ?? texts[path] ?? '', chance, all);
  }
  const fact = chance.pick(facts);
  return {
    corpus,
    changed,
    facts: chance.chance(0.5) ? mutate(fact, chance, facts) : fact,
    date: chance.pick(dates),
    isShort: chance.chance(0.6),
  };
}

import MiniSearch from 'minisearch';
import { searchTokens } from './tokens.ts';
import { indexOptions, type Entry } from './options.ts';

/** The index as a script, since a page without a server may load scripts and nothing else. */
export function indexScript(entries: readonly Entry[]): string {
  const index = new MiniSearch<Entry>({
    fields: [...indexOptions.fields],
    storeFields: [...indexOptions.storeFields],
    tokenize: searchTokens,
    processTerm: (term) => term,
  });
  index.addAll(entries);
  return `globalThis.bylawIndex = ${JSON.stringify(JSON.stringify(index))};\n`;
}

import type { Documents } from '../documents/store.ts';
import { startLanguage, type LanguageClient } from './client.ts';

/**
 * A second worker with the same texts, for what takes seconds: proofs, cases, tables of people. It is started when it is first
 * asked, so that nobody who does not need it waits or pays for it, and typing never waits behind it.
 */
export function startBackground(documents: Documents): Pick<LanguageClient, 'ask'> {
  let started: Promise<LanguageClient> | undefined;
  const start = async (): Promise<LanguageClient> => {
    const client = startLanguage();
    documents.onChange((path, now, before) => {
      if (now?.text !== before?.text) client.change(path, now?.text);
    });
    await client.open([...documents.all().values()].map(({ path, text }) => ({ path, text })));
    return client;
  };
  return {
    ask: async (name, ...args) => {
      started ??= start();
      return (await started).ask(name, ...args);
    },
  };
}

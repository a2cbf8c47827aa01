import type { Language } from '../../../../engine/service/index.ts';
import type { LanguageClient } from '../../language/client.ts';
import type { Answer, Args, Ask } from '../../language/protocol.ts';
import type { Notices } from '../../notices.ts';
import { pathOf, type Models } from '../models.ts';
import type { monaco } from '../setup.ts';

/** What Monaco's questions are answered with. */
export interface Desk {
  readonly client: LanguageClient;
  readonly models: Models;
  readonly tell: Notices['tell'];
}

type PlaceAsk = Extract<Ask, `language/${string}`>;
/** What a question takes beside the file. */
type Rest<Name extends PlaceAsk> = Args<Name> extends readonly [string, ...infer Others] ? Others : never;

/** Asks the worker about a model's file; nothing for the page's own models, and where the text went on meanwhile. */
export async function askAbout<Name extends PlaceAsk>(
  { client }: Desk,
  name: Name,
  model: monaco.editor.ITextModel,
  token: monaco.CancellationToken,
  ...rest: Rest<Name>
): Promise<Answer<Name> | undefined> {
  const path = pathOf(model.uri);
  if (path === undefined) return undefined;
  // The rest of the arguments is the rest of the question's.
  const isWanted = (): boolean => !token.isCancellationRequested && !model.isDisposed();
  const answer = await client.askWhile(isWanted, name, ...([path, ...rest] as unknown as Args<Name>));
  return isWanted() ? answer : undefined;
}

/** The page says its language on the document, where screen readers look for it too. */
export const languageNow = (): Language => (document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');

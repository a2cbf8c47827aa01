import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../source/span.ts';
import type { Workspace } from '../workspace.ts';
import { keyOffers } from './complete-keys.ts';
import { docOf, type PlacedOffer } from './complete-names.ts';
import { valueOffers } from './complete-values.ts';
import { contextOf, type Context } from './context.ts';
import { cursorAt } from './cursor.ts';
import { matchOf } from './match.ts';

/** What an offered word is; editors show each sort by a sign of its own. */
export type CompletionSort =
  | 'key'
  | 'value'
  | 'fact'
  | 'decision'
  | 'local'
  | 'parameter'
  | 'function'
  | 'member'
  | 'unit'
  | 'word'
  | 'clause'
  | 'person'
  | 'id'
  | 'type';

/** A word to choose at the cursor. */
export interface Completion {
  readonly label: string;
  readonly sort: CompletionSort;
  /** What people call it. */
  readonly title?: Texts;
  /** Type, range, signature: one line. */
  readonly detail?: Texts;
  /** More about it, as Markdown. */
  readonly doc?: Texts;
  /** What takes the place of `span`; `$0` stands where the cursor goes. */
  readonly insert: string;
  readonly span: Span;
  /** What is nearer at hand stands first; from 0. */
  readonly rank: number;
}

// More than anybody reads; whoever types on is asked again.
const most = 200;

/** What can stand at a place of a file, also of one that is half-typed; the best first. */
export function completions(workspace: Workspace, path: string, offset: number): readonly Completion[] {
  const file = workspace.readings.get(path)?.file;
  if (file === undefined) return [];
  const cursor = cursorAt(file.text, offset);
  if (cursor.at === undefined) return [];
  const place = { workspace, path, cursor, at: cursor.at };
  const context = contextOf(workspace, path, cursor.root);
  const offers = [...keyOffers(place, context), ...valueOffers(place, context)];
  const wanted = offers.flatMap((one) => {
    const match = matchOf(file.text.slice(one.span.start, offset), one);
    return match === undefined ? [] : [{ one, match }];
  });
  const best = wanted.toSorted((a, b) => a.match - b.match || a.one.rank - b.one.rank);
  const seen = new Set<string>();
  // A key of several forms is offered once.
  const distinct = best.filter(({ one }) => !seen.has(one.label) && seen.add(one.label));
  const kept = distinct.slice(0, most).map(({ one }) => one);
  return kept.map((one) => completionOf(one, context));
}

/** What is said about a word is made only for those that are shown. */
function completionOf(offer: PlacedOffer, context: Context): Completion {
  const { thing: _thing, insert = offer.label, ...rest } = offer;
  const doc = docOf(offer, context);
  return { ...rest, insert, ...(doc === undefined ? {} : { doc }) };
}

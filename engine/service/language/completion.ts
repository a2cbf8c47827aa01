import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../source/span.ts';
import type { Workspace } from '../workspace.ts';
import { keyCompletions } from './complete-keys.ts';
import { valueCompletions } from './complete-values.ts';
import { cursorAt } from './cursor.ts';
import { isMeant } from './match.ts';

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
  const offered = [
    ...(mayBeKey(place.at.role, place.at.allowed.length) ? keyCompletions(place) : []),
    ...valueCompletions(place),
  ];
  const wanted = offered.filter((one) => isMeant(file.text.slice(one.span.start, offset), one));
  return wanted.toSorted((a, b) => a.rank - b.rank).slice(0, most);
}

const mayBeKey = (role: 'key' | 'value', forms: number): boolean => role === 'key' || forms > 0;

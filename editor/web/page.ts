import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Change, Diagnostic, Language, Outline, Overview, Span } from '../../engine/service/index.ts';
import { useAnswer } from './answer.ts';
import type { Documents } from './documents/store.ts';
import type { Standing } from './git/standing.ts';
import type { LanguageClient } from './language/client.ts';
import type { Answer, Args, Ask } from './language/protocol.ts';
import type { Notices } from './notices.ts';
import type { Proved } from './panels/problems/told.ts';
import type { TextSide } from './text-side.ts';
import type { Coming } from './use-later.ts';

/** A place that somebody wants to see; another object each time. */
export interface Target {
  readonly span: Span;
  readonly isInText: boolean;
}

/** All that a part of the page sees of the rest. Nothing of it touches Monaco, the network or another part. */
export interface Page {
  readonly language: Language;
  /** The day on which the handbook is looked at. */
  readonly at: string;
  /** The file that is shown. */
  readonly path: string;
  readonly documents: Documents;
  readonly client: LanguageClient;
  /** Asked what takes seconds; a worker of its own, so that nothing else waits. */
  readonly background: Pick<LanguageClient, 'ask'>;
  /** Titles, versions and scopes by the files' first keys; there from the start. */
  readonly outline: Outline;
  /** Undefined until the whole handbook was read once. */
  readonly overview: Overview | undefined;
  /** What is wrong in the whole handbook, and files that were not read. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was proved last, of one file; undefined before. */
  readonly proved: Proved | undefined;
  readonly setProved: (proved: Proved) => void;
  /** Grows with each change of a text: what is shown of older ones is out of date. */
  readonly revision: number;
  /** What the texts are compared with before they are proposed. */
  readonly standing: Standing;
  /** Asks git again what they are compared with. */
  readonly askStanding: () => Promise<void>;
  /** Monaco: who shows texts needs it. */
  readonly text: Coming<TextSide>;
  /** Leads to a place, opening the file if need be: to its cell in the form, to its line in the text; with `text` to the line. */
  readonly show: (span: Span, where?: 'text') => void;
  /** Opens a file; with `panel`, beside that tab. */
  readonly go: (path: string, panel?: string) => void;
  /** Makes a change in the texts, so that undo in the text takes it back; the file that is shown stays. */
  readonly apply: (change: Change) => void;
  /** Takes back what was last done to a file's text, and does it again. */
  readonly undo: (path: string) => void;
  readonly redo: (path: string) => void;
  readonly setAt: (at: string) => void;
  readonly openPanel: (id: string) => void;
  /** Tells a person something that has no place of its own. */
  readonly tell: Notices['tell'];
  /** Opens the dialog that puts the changes forward. */
  readonly propose: () => void;
  /** Tells that something broke that is no mistake of the author. */
  readonly failed: (error: unknown) => void;
  /** What panels keep while they are not seen; see `useKept`. */
  readonly kept: Map<string, unknown>;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('outside of the page');
  return page;
}

/** A moment without typing. What is asked beside the text waits for one, so that squiggles come first. */
const calm = 250;
/** What takes long is asked only once somebody rests. */
const rest = 1_000;

/**
 * The worker's answer about the newest texts, asked again when they or the arguments change; `waiting` until there is one for these
 * arguments. Arguments are compared as JSON.
 */
export function useAsk<Name extends Ask>(name: Name, args: Args<Name>): Answer<Name> | 'waiting' {
  const { client } = usePage();
  return answerOf(useAnswerOf(client, calm, name, args));
}

/** The same of what takes seconds: asked once nobody types, of the worker in the background. */
export function useBackground<Name extends Ask>(name: Name, args: Args<Name>): Answer<Name> | 'waiting' {
  return answerOf(useBackgroundOf(name, args));
}

/** The same, with the revision of the texts that it is about; undefined before the first answer. */
export function useBackgroundOf<Name extends Ask>(name: Name, args: Args<Name>): Given<Answer<Name>> | undefined {
  const { background } = usePage();
  return useAnswerOf(background, rest, name, args);
}

interface Given<Value> {
  readonly revision: number;
  readonly answer: Value;
}

// An answer may be undefined.
const answerOf = <Value>(given: Given<Value> | undefined): Value | 'waiting' =>
  given === undefined ? 'waiting' : given.answer;

function useAnswerOf<Name extends Ask>(
  client: Page['background'],
  pause: number,
  name: Name,
  args: Args<Name>,
): Given<Answer<Name>> | undefined {
  const { failed } = usePage();
  const revision = useCalmRevision(pause);
  const key = JSON.stringify(args);
  const newest = useRef(args);
  newest.current = args;
  const given = useAnswer(
    async () => ({ key, revision, answer: await client.ask(name, ...newest.current) }),
    [key, revision],
    failed,
  );
  // What was said about something else is no answer.
  return given?.key === key ? given : undefined;
}

/** The newest revision, once nobody has typed for a moment. */
export function useCalmRevision(pause: number = calm): number {
  const { revision } = usePage();
  const [seen, setSeen] = useState(revision);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(revision), pause);
    return () => clearTimeout(timer);
  }, [revision]);
  return seen;
}

/** Like `useState`, and still there when the panel is seen again. `key` begins with the panel's id. */
export function useKept<Value>(key: string, first: Value): readonly [Value, (value: Value) => void] {
  const { kept } = usePage();
  const [, draw] = useState(0);
  // Only this hook writes under the key.
  const value = kept.has(key) ? (kept.get(key) as Value) : first;
  const put = (next: Value): void => {
    kept.set(key, next);
    draw((count) => count + 1);
  };
  return [value, put];
}

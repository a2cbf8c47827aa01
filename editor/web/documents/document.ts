import type { Texts } from '../../../engine/service/index.ts';
import { merged } from './merge.ts';

/** A text as it lies on disk; without a version it does not lie there. */
export interface Saved {
  readonly text: string;
  /** The server's fingerprint of the file. */
  readonly version: string | null;
  /** The file begins with a byte order mark, which `text` leaves out. */
  readonly isMarked?: boolean;
}

/**
 * A file of the handbook as the page holds it. `clean`: as on disk. `changed`: typed into. `saving`: on its way. `conflict`: typed
 * into, and somebody else wrote the same lines meanwhile; nothing is written until a person settles it.
 */
export interface Document {
  readonly path: string;
  readonly saved: Saved;
  readonly text: string;
  readonly state: 'clean' | 'changed' | 'saving' | 'conflict';
  /** What was sent while it is being saved. */
  readonly sent?: string;
  /** What the disk holds now, where that is not what `text` was made from. */
  readonly theirs?: Saved;
  /** What others wrote in other lines was taken into `text`, and nobody has said yet to have seen it. */
  readonly tookTheirs?: true;
  /** Why the last attempt to save came to nothing. */
  readonly failure?: SaveFailure;
}

/** The server does not answer, or says why it did not take the text. */
export type SaveFailure = { readonly why: 'away' } | { readonly why: 'refused'; readonly says: Texts };

export function openDocument(path: string, saved: Saved): Document {
  return { path, saved, text: saved.text, state: 'clean' };
}

/** A file that the disk does not have yet. */
export function newDocument(path: string, text: string): Document {
  return { path, saved: { text: '', version: null }, text, state: 'changed' };
}

/** With another text. */
export function typed(document: Document, text: string): Document {
  if (text === document.text) return document;
  if (document.state === 'saving') return { ...document, text };
  if (document.state === 'conflict') {
    return document.theirs?.text === text && document.theirs.version !== null
      ? openDocument(document.path, document.theirs)
      : { ...document, text };
  }
  const { path, saved, tookTheirs } = document;
  const next = resting(path, saved, text);
  return tookTheirs === undefined || next.state === 'clean' ? next : { ...next, tookTheirs };
}

/** A person has seen what was taken from others. */
export function noticed({ tookTheirs: _, ...document }: Document): Document {
  return document;
}

export function sending(document: Document): Document {
  const { path, saved, text, theirs } = document;
  return { path, saved, text, state: 'saving', sent: text, ...(theirs === undefined ? {} : { theirs }) };
}

/** The server wrote what was sent; what was typed meanwhile is still to be saved. */
export function savedAs(document: Document, version: string): Document {
  const { path, saved, text, sent = text, theirs } = document;
  const rested = resting(path, { ...saved, text: sent, version }, text);
  // Our own writing is also told as a change on disk, and may be told first.
  return theirs === undefined || theirs.text === sent ? rested : onDisk(rested, theirs);
}

/** The server found another text on disk than the one that ours was made from, and wrote nothing. */
export function refusedFor(document: Document, theirs: Saved): Document {
  return onDisk(resting(document.path, document.saved, document.text), theirs);
}

export function failed(document: Document, failure: SaveFailure): Document {
  const { path, saved, text, theirs } = document;
  const rested = resting(path, saved, text);
  return { ...(theirs === undefined ? rested : onDisk(rested, theirs)), failure };
}

/**
 * The disk holds this now, whoever wrote it. A clean document follows. A changed one is never overwritten: it takes in what
 * changed in other lines, and is in conflict where the same lines changed.
 */
export function onDisk(document: Document, theirs: Saved): Document {
  const { path, saved, text, state } = document;
  if (theirs.version === saved.version && state !== 'conflict') return document;
  if (state === 'saving') return { ...document, theirs };
  if (theirs.version !== null && theirs.text === text) return openDocument(path, theirs);
  if (state === 'clean') return openDocument(path, theirs);
  // What changed there and changed back stands in nobody's way.
  if (theirs.version === saved.version) return resting(path, saved, text);
  const both = state === 'changed' ? mergedWith(theirs, document) : undefined;
  if (both !== undefined) return { ...resting(path, theirs, both), tookTheirs: true };
  return { path, saved, text, state: 'conflict', theirs };
}

/** A person has seen both: `mine` stays to be saved over theirs, `theirs` replaces mine, or a text made of both. */
export function settled(document: Document, choice: 'mine' | 'theirs' | { readonly text: string }): Document {
  const { path, theirs, text } = document;
  if (theirs === undefined) return document;
  if (choice === 'theirs') return openDocument(path, theirs);
  return resting(path, theirs, choice === 'mine' ? text : choice.text);
}

/** With a text that was kept earlier; where the disk went on since, both have to be looked at. */
export function broughtBack(
  document: Document,
  draft: { readonly text: string; readonly basedOn: string | null },
): Document {
  const { path, saved } = document;
  if (draft.basedOn === saved.version || draft.text === saved.text) return resting(path, saved, draft.text);
  return { path, saved: { text: '', version: draft.basedOn }, text: draft.text, state: 'conflict', theirs: saved };
}

/** Undefined where a side has no text, or a person has to decide. */
function mergedWith(theirs: Saved, { saved, text }: Document): string | undefined {
  if (saved.version === null || theirs.version === null) return undefined;
  return merged(saved.text, text, theirs.text);
}

function resting(path: string, saved: Saved, text: string): Document {
  const isClean = saved.version !== null && saved.text === text;
  return { path, saved, text, state: isClean ? 'clean' : 'changed' };
}

import {
  allOf,
  firstFindings,
  movedFindings,
  sameDiagnostics,
  type FileFindings,
} from '../../../engine/service/first-findings.ts';
import type { Diagnostic } from '../../../engine/service/index.ts';

type Listener = (path: string, found: readonly Diagnostic[]) => void;

/** What is wrong in the texts that somebody types in, at its places in the newest text of each. */
export interface Findings {
  readonly onFound: (listener: Listener) => () => void;
  readonly isHeard: () => boolean;
  /** A text has changed: what is known of it moves along. */
  readonly changed: (path: string, text: string | undefined) => void;
  /** Waits for what is said of a text, as far as it still speaks of the one that the file has by then. */
  readonly about: (path: string, text: string, answer: Promise<FileFindings>) => Promise<FileFindings>;
  /** The handbook said this of the newest text. */
  readonly found: (path: string, text: string, findings: FileFindings) => void;
  /** The newest text alone says this; told together with what the handbook said before, or else alone or not at all. */
  readonly foundFirst: (path: string, alone: FileFindings, otherwise: 'alone' | 'wait') => void;
}

interface Held {
  readonly text: string;
  readonly findings: FileFindings;
}

export function createFindings(): Findings {
  const listeners = new Set<Listener>();
  /** By path: the newest text with what the handbook said, at its places there. */
  const held = new Map<string, Held>();
  /** Texts that came while an answer was under way. */
  const underWay = new Set<{ readonly path: string; readonly texts: string[] }>();
  let told: { readonly path: string; readonly found: readonly Diagnostic[] } | undefined;
  const tell = (path: string, findings: FileFindings): void => {
    const found = allOf(findings);
    if (told?.path === path && sameDiagnostics(told.found, found)) return;
    told = { path, found };
    for (const listener of listeners) listener(path, found);
  };
  return {
    onFound: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isHeard: () => listeners.size > 0,
    changed: (path, text) => {
      // Marks in the text may have moved or gone with it, so that the same is worth telling again.
      told = undefined;
      for (const one of underWay) if (one.path === path) one.texts.push(text ?? '');
      const known = held.get(path);
      if (known === undefined) return;
      if (text === undefined) held.delete(path);
      else held.set(path, { text, findings: movedFindings(known.findings, path, known.text, text) });
    },
    about: async (path, text, answer) => {
      const one = { path, texts: [text] };
      underWay.add(one);
      try {
        const findings = await answer;
        return one.texts.reduce(
          (moved, next, i) => movedFindings(moved, path, one.texts[i - 1] ?? text, next),
          findings,
        );
      } finally {
        underWay.delete(one);
      }
    },
    found: (path, text, findings) => {
      held.set(path, { text, findings });
      tell(path, findings);
    },
    foundFirst: (path, alone, otherwise) => {
      const known = held.get(path);
      if (known !== undefined) tell(path, firstFindings(alone, known.findings, known.text));
      else if (otherwise === 'alone') tell(path, alone);
    },
  };
}

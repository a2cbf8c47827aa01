import type { Draft } from '../../server/api.ts';
import type { Document } from './document.ts';
import { heldText, writtenText } from './line-ends.ts';
import { localDrafts } from './local-drafts.ts';
import type { Remote } from './remote.ts';
import type { Documents } from './store.ts';

/** So long after the last key a text is kept. */
const calm = 400;

/** Keeps what is typed and not saved: on the server, in this browser while that is away. */
export interface Drafts {
  /** Kept earlier by windows that are closed, newest first. */
  readonly offered: readonly Draft[];
  /** What this window had before a reload, brought back already. */
  readonly back: readonly Draft[];
  readonly take: (draft: Draft) => void;
  readonly drop: (draft: Draft) => void;
  /** Sends again what only this browser could keep. */
  readonly sendAgain: () => Promise<void>;
  /** For a page that is being left: whether everything is kept now. */
  readonly keepAll: () => boolean;
}

interface Keeping {
  readonly documents: Documents;
  readonly remote: Remote;
  /** This window, and others that are open. */
  readonly window: string;
  readonly others: ReadonlySet<string>;
  readonly found: readonly Draft[];
  readonly now: () => string;
}

export function keepDrafts({ documents, remote, window, others, found, now }: Keeping): Drafts {
  const pending = new Map<string, ReturnType<typeof setTimeout>>();
  const draftOf = ({ path, text, saved }: Document): Draft => ({
    path,
    window,
    text: writtenText(text, saved),
    basedOn: saved.version,
    keptAt: now(),
  });
  /** The newest text of each file that is known to be kept; what is on its way is not. */
  const kept = new Map<string, string>();
  const keep = async (path: string): Promise<void> => {
    pending.delete(path);
    const document = documents.get(path);
    if (document === undefined || document.state === 'clean') return;
    const draft = draftOf(document);
    if (await remote.keepDraft(draft)) {
      kept.set(path, document.text);
      localDrafts.drop(draft);
    } else if (!localDrafts.keep(draft))
      pending.set(
        path,
        setTimeout(() => void keep(path), calm * 10),
      );
  };
  documents.onChange((path, document, before) => {
    if (document?.text === before?.text && document?.state === before?.state) return;
    clearTimeout(pending.get(path));
    pending.delete(path);
    kept.delete(path);
    if (document !== undefined && document.state !== 'clean')
      pending.set(
        path,
        setTimeout(() => void keep(path), calm),
      );
    else if (before !== undefined && before.state !== 'clean') {
      localDrafts.drop({ window, path });
      void remote.dropDraft(path, window);
    }
  });
  const forget = (draft: Draft): void => {
    localDrafts.drop(draft);
    void remote.dropDraft(draft.path, draft.window);
  };
  const isOwn = (draft: Draft): boolean => draft.window === window;
  const all = offeredOf(found, documents, others);
  const back = all.filter(isOwn);
  for (const draft of back) bringBack(draft, documents);
  return {
    offered: all.filter((draft) => !isOwn(draft)),
    back,
    take: (draft) => {
      bringBack(draft, documents);
      // It is this window's from now on.
      void keep(draft.path).then(() => forget(draft));
    },
    drop: forget,
    sendAgain: async () => {
      for (const { path } of documents.all().values()) await keep(path);
    },
    keepAll: () =>
      [...documents.all().values()]
        .filter(({ path, text, state }) => state !== 'clean' && kept.get(path) !== text)
        .every((document) => {
          const draft = draftOf(document);
          void remote.keepDraft(draft, true);
          return localDrafts.keep(draft);
        }),
  };
}

function bringBack({ path, text, basedOn }: Draft, documents: Documents): void {
  documents.bringBack(path, { text: heldText(text, null).text, basedOn });
}

/** What says something else than its file, the newest of each window; that of an open window is its own. */
function offeredOf(found: readonly Draft[], documents: Documents, others: ReadonlySet<string>): readonly Draft[] {
  const newest = found.toSorted((a, b) => (a.keptAt > b.keptAt ? -1 : 1));
  const seen = new Set<string>();
  return newest.filter(({ path, window, text }) => {
    const isFirst = !seen.has(`${window}/${path}`);
    seen.add(`${window}/${path}`);
    return isFirst && !others.has(window) && documents.get(path)?.text !== heldText(text, null).text;
  });
}

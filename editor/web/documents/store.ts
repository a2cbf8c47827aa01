import {
  broughtBack,
  failed,
  newDocument,
  noticed,
  onDisk,
  openDocument,
  refusedFor,
  savedAs,
  sending,
  settled,
  typed,
  type Document,
} from './document.ts';
import type { Disk, HandbookFiles } from './disk.ts';

/** The handbook's files as the page holds them: the one place where their texts are. */
export interface Documents {
  /** All, by path; another map after each change. */
  readonly all: () => ReadonlyMap<string, Document>;
  readonly get: (path: string) => Document | undefined;
  /** Holds another text for a file, or a new file; undone and redone by whoever shows it. */
  readonly type: (path: string, text: string) => void;
  /** Writes one file; a conflict is left alone until it is settled. */
  readonly save: (path: string) => Promise<void>;
  readonly saveAll: () => Promise<void>;
  /** Takes a file away, whether it was saved or not; one that others changed meanwhile stays. Whether it is gone. */
  readonly remove: (path: string) => Promise<boolean>;
  readonly settle: (path: string, choice: 'mine' | 'theirs' | { readonly text: string }) => void;
  /** A person has seen what of others was taken into a text. */
  readonly notice: (path: string) => void;
  /** Puts a text back that was kept earlier. */
  readonly bringBack: (path: string, draft: { readonly text: string; readonly basedOn: string | null }) => void;
  /** Takes back what is not saved; a file that was never saved goes. */
  readonly takeBack: (path: string) => void;
  /** Somebody wrote the text, and these are the files' versions now; null: the file is gone. */
  readonly written: (
    files: readonly { readonly path: string; readonly text: string; readonly version: string | null }[],
  ) => void;
  /** Reads what lies on disk now. Clean documents follow; changed ones come into conflict. */
  readonly refresh: () => Promise<void>;
  /** Tells of each document that has changed; undefined: the file is gone. Ends when what it returns is called. */
  readonly onChange: (listener: Listener) => () => void;
}

type Listener = (path: string, now: Document | undefined, before: Document | undefined) => void;

export function createDocuments({ files }: Pick<HandbookFiles, 'files'>, remote: Disk): Documents {
  let all: ReadonlyMap<string, Document> = new Map(files.map(({ path, saved }) => [path, openDocument(path, saved)]));
  const listeners = new Set<Listener>();
  /** Saves that are not answered yet. */
  const underWay = new Map<string, Promise<void>>();
  const put = (path: string, now: Document | undefined): void => {
    const before = all.get(path);
    if (now === before) return;
    const next = new Map(all);
    if (now === undefined) next.delete(path);
    else next.set(path, now);
    all = next;
    for (const listener of listeners) listener(path, now, before);
  };
  const change = (path: string, how: (document: Document) => Document): void => {
    const document = all.get(path);
    if (document !== undefined) put(path, how(document));
  };
  const save = async (path: string): Promise<void> => {
    const document = all.get(path);
    if (document?.state !== 'changed') return;
    put(path, sending(document));
    const saving = remote.save(path, document.text, document.saved).then((answer) => {
      underWay.delete(path);
      change(path, (sent) => {
        if ('version' in answer) return savedAs(sent, answer.version);
        return 'theirs' in answer ? refusedFor(sent, answer.theirs) : failed(sent, answer.failure);
      });
    });
    underWay.set(path, saving);
    await saving;
  };
  return {
    all: () => all,
    get: (path) => all.get(path),
    type: (path, text) => {
      const document = all.get(path);
      put(path, document === undefined ? newDocument(path, text) : typed(document, text));
    },
    save,
    saveAll: async () => {
      const paths = [...all.values()].filter(({ state }) => state === 'changed').map(({ path }) => path);
      // One after the other: a server that goes away half-way leaves the rest as drafts.
      for (const path of paths) await save(path);
    },
    remove: async (path) => {
      // Until it is answered nobody knows whether the disk has the file.
      const saving = underWay.get(path);
      if (saving !== undefined) await saving;
      const { text, saved } = all.get(path) ?? { saved: { version: null } };
      const answer = saved.version === null ? 'gone' : await remote.remove(path, saved.version);
      // That it went may have been told as a change on disk first.
      const isGone = answer === 'gone' && (all.get(path) === undefined || all.get(path)?.text === text);
      const gone = { text: '', version: null };
      if (isGone) put(path, undefined);
      // What was typed since is no longer what was asked to go.
      else if (answer === 'gone') change(path, (one) => onDisk(one, gone));
      else change(path, (one) => ('theirs' in answer ? onDisk(one, answer.theirs) : failed(one, answer.failure)));
      return isGone;
    },
    settle: (path, choice) => {
      const isGone = choice === 'theirs' && all.get(path)?.theirs?.version === null;
      if (isGone) put(path, undefined);
      else change(path, (document) => settled(document, choice));
    },
    notice: (path) => change(path, noticed),
    bringBack: (path, draft) => {
      const gone = { path, saved: { text: '', version: null }, text: '', state: 'clean' } as const;
      put(path, broughtBack(all.get(path) ?? gone, draft));
    },
    takeBack: (path) => {
      const document = all.get(path);
      if (document === undefined) return;
      put(path, document.saved.version === null ? undefined : typed(document, document.saved.text));
    },
    written: (files) => {
      for (const { path, text, version } of files)
        if (version === null) put(path, undefined);
        else change(path, (document) => savedAs({ ...sending(document), sent: text }, version));
    },
    refresh: async () => {
      const asked = all;
      const found = await remote.handbook();
      if (found === undefined) return;
      const there = new Map(found.files.map(({ path, saved }) => [path, saved]));
      // What was saved meanwhile is newer than the answer.
      const isSame = (path: string): boolean => all.get(path)?.saved === asked.get(path)?.saved;
      for (const [path, saved] of there) {
        const document = all.get(path);
        if (isSame(path)) put(path, document === undefined ? openDocument(path, saved) : onDisk(document, saved));
      }
      for (const document of all.values()) {
        if (there.has(document.path) || document.saved.version === null || !isSame(document.path)) continue;
        const gone = { text: '', version: null };
        put(document.path, document.state === 'clean' ? undefined : onDisk(document, gone));
      }
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

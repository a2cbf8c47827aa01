interface Text {
  readonly text: string;
}
/** What is needed of the documents. */
interface Texts {
  readonly get: (path: string) => Text | undefined;
  readonly type: (path: string, text: string) => void;
  readonly onChange: (listener: (path: string, now: Text | undefined, before: Text | undefined) => void) => () => void;
}

/** What a text was, oldest first, and what was undone of it, newest first to be done again. */
export interface TextHistory {
  readonly past: readonly string[];
  readonly future: readonly string[];
}

/** Undo for as long as Monaco, which keeps it otherwise, has not come. */
export interface EarlyUndo {
  readonly undo: (path: string) => void;
  readonly redo: (path: string) => void;
  /** Records nothing any more, and gives what was recorded, by path. */
  readonly handOver: () => ReadonlyMap<string, TextHistory>;
}

/** Records each change of a text from now on, whoever makes it. */
export function recordChanges(documents: Texts): EarlyUndo {
  const histories = new Map<string, TextHistory>();
  let isOwn = false;
  const end = documents.onChange((path, now, before) => {
    if (isOwn) return;
    if (now === undefined) histories.delete(path);
    else if (before !== undefined && now.text !== before.text)
      histories.set(path, { past: [...(histories.get(path)?.past ?? []), before.text], future: [] });
  });
  const put = (path: string, text: string, history: TextHistory): void => {
    histories.set(path, history);
    isOwn = true;
    try {
      documents.type(path, text);
    } finally {
      isOwn = false;
    }
  };
  return {
    undo: (path) => {
      const { past, future } = histories.get(path) ?? { past: [], future: [] };
      const [text, now] = [past.at(-1), documents.get(path)?.text];
      if (text !== undefined && now !== undefined)
        put(path, text, { past: past.slice(0, -1), future: [now, ...future] });
    },
    redo: (path) => {
      const { past, future } = histories.get(path) ?? { past: [], future: [] };
      const [text, now] = [future[0], documents.get(path)?.text];
      if (text !== undefined && now !== undefined) put(path, text, { past: [...past, now], future: future.slice(1) });
    },
    handOver: () => {
      end();
      return histories;
    },
  };
}

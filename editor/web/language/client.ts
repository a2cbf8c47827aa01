import type { Diagnostic, FileText, Outline } from '../../../engine/service/index.ts';
import type { Answer, Args, Ask, Request, Response } from './protocol.ts';

/** The engine in its worker, as promises; a bug in the worker rejects. Questions are answered in the order in which they were asked. */
export interface LanguageClient {
  /** Gives the worker the handbook's texts. */
  readonly open: (files: readonly FileText[]) => Promise<Outline>;
  /** Has all files read that waited; until then answers speak of policies, vocabularies and parameters alone. */
  readonly complete: () => Promise<void>;
  /** Asks about the newest texts. What does not help typing itself waits for a pause in it. */
  readonly ask: <Name extends Ask>(name: Name, ...args: Args<Name>) => Promise<Answer<Name>>;
  /** Notes a new text, or that a file is gone; the next question sends the newest of each file, so that fast typing makes no queue. */
  readonly change: (path: string, text: string | undefined) => void;
  /** Tells what is wrong in a text right after it has changed, before anything else is asked. Ends when what it returns is called. */
  readonly onChecked: (listener: Checked) => () => void;
}

type Checked = (path: string, found: readonly Diagnostic[]) => void;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

// Shorter than a glance to the side, longer than the time between two keys of somebody who types.
const pause = 150;

const helpsTyping = (name: Ask): boolean => name.startsWith('language/') || name.startsWith('form/');

export function startLanguage(): LanguageClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'bylaw-language' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) one?.reject(new Error(data.error));
    else one?.resolve(data.answer);
  });
  const changed = new Map<string, string | undefined>();
  let lastChange = -Infinity;
  const calm = async (): Promise<void> => {
    for (let left = pause; left > 0;) {
      left = lastChange + pause - performance.now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    }
  };
  const post = (ask: Request['ask'], args: readonly unknown[]): Promise<unknown> => {
    last += 1;
    const request: Request = { id: last, ask, args };
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(request.id, { resolve, reject }));
    worker.postMessage(request);
    return answer;
  };
  const sendChanges = (): readonly Promise<unknown>[] => {
    const gone = [...changed].flatMap(([path, text]) => (text === undefined ? [path] : []));
    const files = [...changed].flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
    const sent = gone.map((path) => post('remove', [path]));
    if (files.length > 0) sent.push(post('update', [files]));
    changed.clear();
    return sent;
  };
  const listeners = new Set<Checked>();
  let toCheck: string | undefined;
  let isChecking = false;
  /** One check is under way at a time, and the next one is of the newest text. */
  const check = async (): Promise<void> => {
    if (isChecking) return;
    isChecking = true;
    try {
      while (toCheck !== undefined) {
        const path = toCheck;
        toCheck = undefined;
        const answers = await Promise.all([...sendChanges(), post('handbook/diagnosticsOf', [path])]);
        for (const listener of listeners) listener(path, answers.at(-1) as readonly Diagnostic[]);
      }
    } finally {
      isChecking = false;
    }
  };
  // The worker answers what was asked: the protocol's types say what that is.
  return {
    open: (files) => post('open', [files]) as Promise<Outline>,
    async complete() {
      do await calm();
      while (((await post('more', [])) as number) > 0);
    },
    async ask<Name extends Ask>(name: Name, ...args: Args<Name>): Promise<Answer<Name>> {
      if (!helpsTyping(name)) await calm();
      const answers = await Promise.all([...sendChanges(), post(name, args)]);
      return answers.at(-1) as Answer<Name>;
    },
    onChecked: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (path, text) => {
      changed.set(path, text);
      lastChange = performance.now();
      // In the background nobody listens.
      if (listeners.size === 0) return;
      toCheck = path;
      // A change of several texts is one. A worker that fails says so to whoever asks it next, too.
      queueMicrotask(() => void check().catch(console.error));
    },
  };
}

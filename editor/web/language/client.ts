import type { FileText, Outline } from '../../../engine/service/index.ts';
import type { Answer, Args, Ask, Request, Response } from './protocol.ts';

/** The engine in its worker, as promises; a bug in the worker rejects. Questions are answered in the order in which they were asked. */
export interface LanguageClient {
  /** Gives the worker the handbook's texts. */
  readonly open: (files: readonly FileText[]) => Promise<Outline>;
  /** Asks about the newest texts. */
  readonly ask: <Name extends Ask>(name: Name, ...args: Args<Name>) => Promise<Answer<Name>>;
  /** Notes a new text, or that a file is gone; the next question sends the newest of each file, so that fast typing makes no queue. */
  readonly change: (path: string, text: string | undefined) => void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

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
  const post = (ask: Request['ask'], args: readonly unknown[]): Promise<unknown> => {
    last += 1;
    const request: Request = { id: last, ask, args };
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(request.id, { resolve, reject }));
    worker.postMessage(request);
    return answer;
  };
  // The worker answers what was asked: the protocol's types say what that is.
  return {
    open: (files) => post('open', [files]) as Promise<Outline>,
    async ask<Name extends Ask>(name: Name, ...args: Args<Name>): Promise<Answer<Name>> {
      const gone = [...changed].flatMap(([path, text]) => (text === undefined ? [path] : []));
      const files = [...changed].flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
      const updates = gone.map((path) => post('remove', [path]));
      if (files.length > 0) updates.push(post('update', [files]));
      changed.clear();
      const answers = await Promise.all([...updates, post(name, args)]);
      return answers.at(-1) as Answer<Name>;
    },
    change: (path, text) => {
      changed.set(path, text);
    },
  };
}

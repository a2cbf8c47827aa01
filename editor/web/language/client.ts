import type { Answer, Ask, LanguageService, Request, Response } from './protocol.ts';

/** The language service as promises; a bug in the worker rejects. */
export interface LanguageClient {
  ask<Name extends Ask>(name: Name, ...args: Parameters<LanguageService[Name]>): Promise<Answer<Name>>;
  /** Notes a new text; the next question sends the newest of each file, so that fast typing makes no queue. */
  change(path: string, text: string): void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the worker. Questions are answered in the order in which they were asked. */
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
  const changed = new Map<string, string>();
  const post = (ask: Ask, args: readonly unknown[]): Promise<unknown> => {
    last += 1;
    const request: Request = { id: last, ask, args };
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(request.id, { resolve, reject }));
    worker.postMessage(request);
    return answer;
  };
  return {
    async ask<Name extends Ask>(name: Name, ...args: Parameters<LanguageService[Name]>): Promise<Answer<Name>> {
      const updates = [...changed].map((change) => post('update', change));
      changed.clear();
      const answers = await Promise.all([...updates, post(name, args)]);
      // The worker answers what was asked: the protocol's type says what that is.
      return answers.at(-1) as Answer<Name>;
    },
    change: (path, text) => {
      changed.set(path, text);
    },
  };
}

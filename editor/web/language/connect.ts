import { missingPart } from '../later.ts';
import type { Request, Response } from './protocol.ts';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a worker; what is sent to it is answered in its order, and a bug in it rejects. */
export function connect(name: string): (ask: Request['ask'], ...args: readonly unknown[]) => Promise<unknown> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) one?.reject(data.isMissing ? missingPart() : new Error(data.error));
    else one?.resolve(data.answer);
  });
  return (ask, ...args) => {
    last += 1;
    const request: Request = { id: last, ask, args };
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(request.id, { resolve, reject }));
    worker.postMessage(request);
    return answer;
  };
}

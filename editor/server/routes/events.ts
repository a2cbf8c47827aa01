import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Desk } from '../desk.ts';

/** So long a silence looks to some proxies like an end. */
const silence = 25_000;

/** Tells the page which files change, and when it comes back which version each has. */
export function eventRoutes(app: Hono, { watch, ended }: Desk): void {
  app.get('/api/events', (context) =>
    streamSSE(context, async (stream) => {
      const left = new Promise<void>((resolve) => stream.onAbort(resolve));
      const send = (event: string, data: object): void =>
        void stream.writeSSE({ event, data: JSON.stringify(data) }).catch(() => undefined);
      // Listening first: what changes in between is told twice rather than not at all.
      const stop = watch.listen((changed) => send('changed', changed));
      const beat = setInterval(() => void stream.write(': here\n\n').catch(() => undefined), silence);
      try {
        send('versions', watch.all());
        await Promise.race([left, ended]);
      } finally {
        clearInterval(beat);
        stop();
      }
    }),
  );
}

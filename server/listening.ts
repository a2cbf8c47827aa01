import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Begins to listen; fails as the system says: a port that is taken, an address that is not this machine's. */
export function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Takes no new connection, lets requests under way have their answers for so long, then ends what is left. */
export async function stopListening(server: Server, graceSeconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const waited = new AbortController();
  const late = pause(graceSeconds * 1_000, undefined, { signal: waited.signal }).catch(() => undefined);
  // A connection that is kept after its answer would hold the process for seconds.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, late]);
  waited.abort();
  clearInterval(idle);
  server.closeAllConnections();
  await closed;
}

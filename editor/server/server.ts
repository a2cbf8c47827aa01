import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { application } from './application.ts';
import { openDesk, type Desk } from './desk.ts';
import { keepPort, lastPort } from './last-port.ts';
import { namesOf } from './names.ts';
import { ownFolder, sweep } from './own-folder.ts';
import { builtPage } from './page-build.ts';
import { readPage } from './page-files.ts';

interface ServerOptions {
  /** The folder with the manifest. */
  readonly handbookDir: string;
  /** 0, or nothing: that of the last start, else any free one. */
  readonly port?: number;
  /** The address to listen on; else this machine's own, which nobody else can reach. */
  readonly host?: string;
  /** Called when the page has to be built first, which takes some seconds. */
  readonly building?: () => void;
  readonly now?: () => Date;
  /** Hears of bugs; a request that runs into one is answered all the same. */
  readonly report?: (error: Error) => void;
}

export interface RunningServer {
  /** With the token; whoever has it can read and change the handbook. */
  readonly url: string;
  /** Lets what is being written come to its end, then stops. */
  close(): Promise<void>;
}

/** Serves the page and the handbook's files, as long as nobody says otherwise on this machine's own address only. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { handbookDir, port = 0, host = '127.0.0.1', building = () => undefined } = options;
  const { now = () => new Date(), report = () => undefined } = options;
  const page = await readPage(await builtPage(building));
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  // A handbook that can only be read is shown all the same.
  await ownFolder(handbookDir).then(sweep, () => undefined);
  const desk = await openDesk(handbookDir, now, ended);
  const token = randomBytes(24).toString('base64url');
  const listeningPort = (): number => (server.address() as AddressInfo).port;
  const names = namesOf(host);
  const app = application({ token, port: listeningPort, names }, desk, page, report);
  // Only HTTP/2 would make another kind of server.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // Whoever sends a request slower than this is not the page.
  server.requestTimeout = 60_000;
  try {
    const last = port === 0 ? await lastPort(handbookDir) : port;
    // Somebody else may have the last one by now.
    await listenOn(server, last, host).catch((error: unknown) => {
      if (port !== 0 || last === 0) throw error;
      return listenOn(server, 0, host);
    });
  } catch (error) {
    end();
    throw error;
  }
  await keepPort(handbookDir, listeningPort());
  return {
    url: `http://${names[0] ?? host}:${listeningPort()}/?token=${token}`,
    close: () => {
      end();
      return close(server, desk);
    },
  };
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** So long may what is under way take when the server stops. */
const grace = 3_000;

async function close(server: Server, { turns }: Desk): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const waited = new AbortController();
  await Promise.race([closed, pause(grace, undefined, { signal: waited.signal }).catch(() => undefined)]);
  waited.abort();
  await turns.done();
  server.closeAllConnections();
  await closed;
}

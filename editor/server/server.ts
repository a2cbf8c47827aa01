import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { readHandbookFolder } from '../../engine/host/handbook-folder.ts';
import { guard, headers, type Door } from './guard.ts';
import { builtPage } from './page-build.ts';
import { readPage, type PageFile } from './page-files.ts';

interface ServerOptions {
  /** The folder with the manifest. */
  readonly handbookDir: string;
  /** 0, or nothing: any free one. */
  readonly port?: number;
  /** Called when the page has to be built first, which takes some seconds. */
  readonly building?: () => void;
}

export interface RunningServer {
  /** With the token; whoever has it can read the handbook. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page and the handbook's files, on this machine's own address only. Nothing can be written yet. */
export async function startServer({ handbookDir, port = 0, building }: ServerOptions): Promise<RunningServer> {
  const page = await readPage(await builtPage(building ?? (() => undefined)));
  const token = randomBytes(24).toString('base64url');
  const listeningPort = (): number => (server.address() as AddressInfo).port;
  const app = application({ token, port: listeningPort }, handbookDir, page);
  // Only HTTP/2 would make another kind of server.
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${listeningPort()}/?token=${token}`, close: () => close(server) };
}

function application(door: Door, handbookDir: string, page: ReadonlyMap<string, PageFile>): Hono {
  const app = new Hono();
  app.use(headers, guard(door));
  app.get('/api/handbook', async (context) => {
    context.header('cache-control', 'no-store');
    return context.json(await readHandbookFolder(handbookDir));
  });
  app.get('*', (context) => {
    const file = page.get(context.req.path);
    if (file === undefined) return context.text('Nothing stands here.\n此处没有内容。', 404);
    // Built files carry their fingerprint in the name, the page itself does not.
    const lasting = context.req.path.startsWith('/assets/');
    return context.body(file.bytes, 200, {
      'content-type': file.type,
      'cache-control': lasting ? 'private, max-age=31536000, immutable' : 'no-store',
    });
  });
  return app;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

import { unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import { loadBundle, type LoadOptions } from '../engine/node.ts';
import type { Diagnostic } from '../engine/runtime.ts';
import { application, type Door } from './application.ts';
import { useBundle } from './bundle-in-use.ts';
import type { Inside, OnAnswered } from './inside.ts';
import { usualLimits, type Limits } from './limits.ts';
import { metricsOf } from './metrics.ts';
import { operationsOf } from './operations.ts';

export interface ServiceOptions extends Partial<Door> {
  /** The file of the bundle; looked at again whenever it changes. */
  readonly file: string;
  readonly trust?: LoadOptions;
  /** 0 for any free one. */
  readonly port: number;
  readonly host: string;
  readonly limits?: Partial<Limits>;
  readonly log: Logger;
  readonly version: string;
  readonly answered?: OnAnswered;
}

export interface Service {
  readonly url: string;
  /** Looks at the file of the bundle now; what is there is taken only if all of it is good. */
  readonly reload: () => Promise<void>;
  /** Takes no new connection, gives all answers that are under way, then ends. */
  readonly close: () => Promise<void>;
}

/** How often the file is looked at. Not by the system's own watching: that misses network disks and links that are switched. */
const everyMilliseconds = 1_000;

/** Answers decisions by a bundle until it is closed; or says why there is no bundle to begin with. */
export async function startService(
  options: ServiceOptions,
): Promise<Service | { readonly diagnostics: readonly Diagnostic[] }> {
  const { file, trust = {}, log, version, callers, origins = [] } = options;
  const limits = { ...usualLimits, ...options.limits };
  const bundle = await useBundle((current) => {
    const { keys } = trust;
    const lowest = current === undefined ? undefined : { handbook: current.name, revision: current.revision };
    // Where keys are asked for, nothing older than what is in use is taken, also where nothing is remembered.
    return loadBundle(file, {
      whole: true,
      ...trust,
      ...(keys === undefined || lowest === undefined ? {} : { lowest }),
    });
  });
  if ('diagnostics' in bundle) return bundle;
  const metrics = metricsOf(bundle);
  bundle.listen((loaded, changed) => {
    metrics.reloaded('diagnostics' in loaded ? 'refused' : changed ? 'changed' : 'same');
    if ('diagnostics' in loaded) {
      const why = loaded.diagnostics.map(({ code, message }) => `${code}: ${message.en}`);
      log.error({ file, why }, 'bundle refused, the last good one stays in use');
    } else log.info(named(loaded.bundle), changed ? 'bundle changed' : 'bundle is the same');
  });
  let isStopping = false;
  const inside: Inside = {
    bundle,
    limits,
    metrics,
    version,
    operations: operationsOf(limits),
    answered: options.answered ?? (() => undefined),
    isStopping: () => isStopping,
    withTokens: callers !== undefined,
  };
  const app = application(inside, { callers, origins }, log);
  const server = createAdaptorServer({
    fetch: app.fetch,
    // Whoever sends headers slower than this is no caller of ours; bodies are timed by themselves, with an answer.
    serverOptions: {
      headersTimeout: limits.bodySeconds * 1_000,
      requestTimeout: limits.bodySeconds * 2_000,
      connectionsCheckingInterval: 1_000,
    },
  }) as Server;
  await listenOn(server, options.port, options.host);
  const reload = (): Promise<void> =>
    bundle.reload().catch((error: unknown) => log.error({ err: error }, 'looking at the bundle failed'));
  const changed = (): void => void reload();
  watchFile(file, { interval: everyMilliseconds }, changed);
  const { port, family } = server.address() as AddressInfo;
  const url = `http://${family === 'IPv6' ? `[${options.host}]` : options.host}:${port}`;
  log.info({ url, ...named(bundle.now().bundle) }, 'listening');
  return {
    url,
    reload,
    close: async () => {
      isStopping = true;
      unwatchFile(file, changed);
      log.info({}, 'stopping');
      await close(server, limits.graceSeconds);
      log.info({}, 'stopped');
    },
  };
}

function named(bundle: {
  readonly name: string;
  readonly revision: number;
  readonly sha256: string;
}): Readonly<Record<string, unknown>> {
  return { handbook: bundle.name, revision: bundle.revision, bundle: bundle.sha256 };
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

async function close(server: Server, graceSeconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const waited = new AbortController();
  const late = pause(graceSeconds * 1_000, undefined, { signal: waited.signal }).catch(() => undefined);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, late]);
  waited.abort();
  clearInterval(idle);
  server.closeAllConnections();
  await closed;
}

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import { loadBundle, type LoadOptions } from '../engine/node.ts';
import type { Bundle, Diagnostic } from '../engine/runtime.ts';
import { application, type Door } from './application.ts';
import { useBundle, type BundleInUse } from './bundle-in-use.ts';
import type { Inside, Recorder } from './inside.ts';
import { usualLimits, type Limits } from './limits.ts';
import { listenOn, stopListening } from './listening.ts';
import { metricsOf, type Metrics } from './metrics.ts';
import { operationsOf } from './operations.ts';
import { watchBundle, type BundleWatch } from './watch-bundle.ts';

export interface ServiceOptions extends Partial<Door> {
  /** The file of the bundle; looked at again whenever it changes. */
  readonly file: string;
  /** What is asked of a bundle before it is taken. */
  readonly trust?: LoadOptions;
  /** 0 for any free one. */
  readonly port: number;
  readonly host: string;
  readonly limits?: Partial<Limits>;
  readonly log: Logger;
  /** Of the engine that serves. */
  readonly version: string;
  readonly recorder?: Recorder;
  /** Why a bundle that is good otherwise is not for this service. */
  readonly unsuited?: (bundle: Bundle) => Diagnostic | undefined;
}

export interface Service {
  readonly url: string;
  /** Looks at the file of the bundle now; what is there is taken only if all of it is good. */
  readonly reload: () => Promise<void>;
  /** Takes no new connection, gives all answers that are under way, then ends. */
  readonly close: () => Promise<void>;
}

type Started = Service | { readonly diagnostics: readonly Diagnostic[] };

/** Answers decisions by a bundle until it is closed; or says why there is no bundle to begin with. */
export async function startService(options: ServiceOptions): Promise<Started> {
  const watch = watchBundle(options.file);
  const started = await start(options, watch).catch((error: unknown) => {
    watch.end();
    throw error;
  });
  if ('diagnostics' in started) watch.end();
  return started;
}

async function start(options: ServiceOptions, watch: BundleWatch): Promise<Started> {
  const { log, callers, origins = [] } = options;
  const limits = { ...usualLimits, ...options.limits };
  const bundle = await useBundle((current) => load(options, current));
  if ('diagnostics' in bundle) return bundle;
  const metrics = metricsOf(bundle);
  tellOfReloads(bundle, metrics, options);
  let isStopping = false;
  const inside: Inside = {
    bundle,
    limits,
    metrics,
    version: options.version,
    operations: operationsOf(limits),
    ...(options.recorder === undefined ? {} : { recorder: options.recorder }),
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
  watch.listen(() => void reload());
  const { port, family } = server.address() as AddressInfo;
  const url = `http://${family === 'IPv6' ? `[${options.host}]` : options.host}:${port}`;
  log.info({ url, ...named(bundle.now().bundle) }, 'listening');
  return {
    url,
    reload,
    close: async () => {
      isStopping = true;
      watch.end();
      log.info({}, 'stopping');
      await stopListening(server, limits.graceSeconds);
      log.info({}, 'stopped');
    },
  };
}

async function load(
  { file, trust = {}, unsuited }: ServiceOptions,
  current: Bundle | undefined,
): ReturnType<typeof loadBundle> {
  // Where keys are asked for, nothing older than what is in use is taken, also where nothing is remembered.
  const lowest =
    trust.keys === undefined || current === undefined
      ? {}
      : { lowest: { handbook: current.name, revision: current.revision, sha256: current.sha256 } };
  // All of it at once, or a section that is broken would be found by a caller.
  const loaded = await loadBundle(file, { ...trust, whole: true, ...lowest });
  const why = 'bundle' in loaded ? unsuited?.(loaded.bundle) : undefined;
  return why === undefined ? loaded : { diagnostics: [why] };
}

function tellOfReloads(bundle: BundleInUse, metrics: Metrics, { file, log }: ServiceOptions): void {
  bundle.listen((loaded, changed) => {
    metrics.reloaded('diagnostics' in loaded ? 'refused' : changed ? 'changed' : 'same');
    if ('diagnostics' in loaded) {
      const why = loaded.diagnostics.map(({ code, message }) => `${code}: ${message.en}`);
      log.error({ file, why }, 'bundle refused, the last good one stays in use');
    } else log.info(named(loaded.bundle), changed ? 'bundle changed' : 'bundle is the same');
  });
}

const named = ({ name, revision, sha256 }: Bundle): Readonly<Record<string, unknown>> => ({
  handbook: name,
  revision,
  bundle: sha256,
});

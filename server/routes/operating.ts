import type { Handler, Inside } from '../inside.ts';
import { openApi } from '../open-api.ts';

/** What those ask who run the service. */
export function operatingRoutes(inside: Inside): Readonly<Record<'live' | 'ready' | 'metrics' | 'openapi', Handler>> {
  const { bundle, metrics, isStopping, recorder } = inside;
  const document = openApi(inside.operations, inside.version, inside.withTokens);
  return {
    live: (context) => context.json({ alive: true }),
    ready: (context) => {
      const { name: handbook, revision, sha256 } = bundle.now().bundle;
      const refused = bundle.refused().map(({ code, message }) => ({ code, message }));
      const recording = recorder === undefined ? {} : { recording: recorder.broken() === undefined };
      // A broken file is no reason to send nobody here: the last good bundle answers. A log that cannot be written is one.
      const ready = !isStopping() && recording.recording !== false;
      return context.json(
        { ready, current: refused.length === 0, ...recording, handbook, revision, bundle: sha256, refused },
        ready ? 200 : 503,
      );
    },
    metrics: async (context) =>
      context.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
    openapi: (context) => context.json(document),
  };
}

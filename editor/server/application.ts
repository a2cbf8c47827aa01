import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Desk } from './desk.ts';
import { guard, headers, refuse, type Door } from './guard.ts';
import type { PageFile } from './page-files.ts';
import { deny } from './refusals.ts';
import { draftRoutes } from './routes/drafts.ts';
import { eventRoutes } from './routes/events.ts';
import { fileRoutes } from './routes/files.ts';
import { gitRoutes } from './routes/git.ts';
import { populationRoutes } from './routes/population.ts';

/** One file as JSON, each sign of it escaped at worst as two; and as many files as one change may have. */
const mostInFile = 5_000_000;
const mostInChange = 50_000_000;

/** All that the server answers. `report` hears of bugs. */
export function application(
  door: Door,
  desk: Desk,
  page: ReadonlyMap<string, PageFile>,
  report: (error: Error) => void,
): Hono {
  const app = new Hono();
  app.use(headers, guard(door));
  const limit = (maxSize: number): ReturnType<typeof bodyLimit> =>
    bodyLimit({ maxSize, onError: (context) => refuse(context, deny('too-much')) });
  app.use('/api/files/*', limit(mostInFile));
  app.use('/api/drafts/*', limit(mostInFile));
  app.use('/api/propose', limit(mostInChange));
  for (const routes of [fileRoutes, draftRoutes, eventRoutes, populationRoutes, gitRoutes]) routes(app, desk);
  app.get('/api/*', (context) => refuse(context, deny('not-here')));
  app.all('/api/*', (context) => refuse(context, deny('method')));
  app.get('*', (context) => {
    const file = page.get(context.req.path);
    if (file === undefined) return refuse(context, deny('not-here'));
    // Built files carry their fingerprint in the name, the page itself does not.
    const lasting = context.req.path.startsWith('/assets/');
    return context.body(file.bytes, 200, {
      'content-type': file.type,
      'cache-control': lasting ? 'private, max-age=31536000, immutable' : 'no-store',
    });
  });
  app.onError((error, context) => {
    report(error);
    return refuse(context, deny('bug'));
  });
  return app;
}

import type { Hono } from 'hono';
import type { DraftKept, DraftsAnswer } from '../api.ts';
import { isDraftSave, isWindow } from '../bodies.ts';
import { pathBehind, type Desk } from '../desk.ts';
import { dropDraft, keepDraft, openDrafts } from '../drafts.ts';
import { deny, isDenied, notWritten, type Denied } from '../refusals.ts';
import { answer, bodyOf } from './answer.ts';

const route = '/api/drafts/';

/** Text that was not saved yet: kept, given back, taken away. */
export function draftRoutes(app: Hono, { folder, turns, now }: Desk): void {
  app.get('/api/drafts', async (context) => {
    const given = await turns.take(async (): Promise<DraftsAnswer | Denied> => {
      try {
        return { drafts: await openDrafts(folder) };
      } catch (error) {
        // A handbook that can only be read has no drafts.
        return notWritten(error, '.bylaw');
      }
    });
    return answer(context, given);
  });
  app.put(`${route}*`, async (context) => {
    const path = pathBehind(context.req.url, route);
    if (isDenied(path)) return answer(context, path);
    const body = await bodyOf(context, isDraftSave);
    if (isDenied(body)) return answer(context, body);
    const { text, basedOn, window = '' } = body;
    const draft = { path, window, text, basedOn, keptAt: now().toISOString() };
    const kept = await turns.take(() => keepDraft(folder, draft));
    return answer(context, isDenied(kept) ? kept : ({ kept } satisfies DraftKept));
  });
  app.delete(`${route}*`, async (context) => {
    const path = pathBehind(context.req.url, route);
    const window = context.req.query('window') ?? '';
    if (isDenied(path)) return answer(context, path);
    if (!isWindow(window)) return answer(context, deny('wrong-shape'));
    const kept = await turns.take(() => dropDraft(folder, { path, window }));
    return answer(context, isDenied(kept) ? kept : ({ kept } satisfies DraftKept));
  });
}

import type { Hono } from 'hono';
import { readHandbookFolder } from '../../../engine/host/handbook-folder.ts';
import type { Conflict, Gone, HandbookAnswer, Save, Saved } from '../api.ts';
import { isSave, isVersion } from '../bodies.ts';
import { pathBehind, type Desk } from '../desk.ts';
import { settleDrafts } from '../drafts.ts';
import { deny, isDenied, type Denied } from '../refusals.ts';
import { readyToSave, write } from '../saved-files.ts';
import { answer, bodyOf } from './answer.ts';

/** Reading the handbook, and saving a file of it. */
export function fileRoutes(app: Hono, desk: Desk): void {
  app.get('/api/handbook', async (context) => {
    const handbook: HandbookAnswer = await readHandbookFolder(desk.folder);
    return answer(context, handbook);
  });
  app.put('/api/files/*', async (context) => {
    const path = pathBehind(context.req.url, '/api/files/');
    if (isDenied(path)) return answer(context, path);
    const body = await bodyOf(context, isSave);
    if (isDenied(body)) return answer(context, body);
    const saved = await desk.turns.take(() => save(desk, path, body));
    if ('text' in saved) return context.json(saved, 409);
    return answer(context, saved);
  });
  app.delete('/api/files/*', async (context) => {
    const path = pathBehind(context.req.url, '/api/files/');
    if (isDenied(path)) return answer(context, path);
    const basedOn = context.req.query('basedOn');
    if (!isVersion(basedOn)) return answer(context, deny('wrong-shape'));
    const gone = await desk.turns.take(() => remove(desk, path, basedOn));
    if ('text' in gone) return context.json(gone, 409);
    return answer(context, gone);
  });
}

/** Takes a file away, if it is still what the page has seen. One that is gone already is as asked for. */
async function remove(desk: Desk, path: string, basedOn: string): Promise<Gone | Conflict | Denied> {
  const looked = await readyToSave(desk.folder, [{ path, text: null, basedOn }]);
  if (isDenied(looked)) return looked;
  const [conflict] = looked.stale;
  if (conflict !== undefined) return conflict;
  const failed = await write(desk.folder, looked.ready);
  if (failed !== undefined) return failed;
  desk.watch.tell({ path, version: null });
  return { gone: true };
}

async function save(desk: Desk, path: string, { text, basedOn }: Save): Promise<Saved | Conflict | Denied> {
  const looked = await readyToSave(desk.folder, [{ path, text, basedOn }]);
  if (isDenied(looked)) return looked;
  const { ready, stale } = looked;
  const [conflict] = stale;
  if (conflict !== undefined) return conflict;
  const failed = await write(desk.folder, ready);
  if (failed !== undefined) return failed;
  // The file is saved whatever becomes of its drafts.
  await settleDrafts(desk.folder, path, text).catch(() => undefined);
  const version = ready[0]?.version ?? '';
  desk.watch.tell({ path, version });
  return { version };
}

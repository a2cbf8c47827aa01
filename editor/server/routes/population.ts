import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { isUnreadable } from '../../../engine/tables/unreadable.ts';
import { readText } from '../../../engine/host/read-text.ts';
import type { PopulationAnswer, PopulationList } from '../api.ts';
import { pathBehind, type Desk } from '../desk.ts';
import { placeOf } from '../places.ts';
import { denied, deny, isDenied, tooLarge, type Denied } from '../refusals.ts';
import { answer } from './answer.ts';

const below = 'population';
/** A table that a page can still work on. */
const mostBytes = 20_000_000;

/** The tables on which changes are tried. */
export function populationRoutes(app: Hono, { folder }: Desk): void {
  app.get('/api/population', async (context) => answer(context, await tablesIn(folder)));
  app.get('/api/population/*', async (context) => {
    const path = pathBehind(context.req.url, '/api/population/');
    return answer(context, isDenied(path) ? path : await tableAt(folder, path));
  });
}

async function tablesIn(folder: string): Promise<PopulationList> {
  const names = await readdir(join(folder, below), { recursive: true }).catch(() => []);
  const tables: { path: string; bytes: number; mapping?: string }[] = [];
  for (const name of names.map((one) => one.replaceAll('\\', '/')).sort()) {
    const place = await placeOf(folder, `${below}/${name}`, '.csv');
    if (isDenied(place)) continue;
    const mapping = `${place.path.slice(0, -'.csv'.length)}.mapping`;
    const isMapped = names.some((other) => `${below}/${other.replaceAll('\\', '/')}` === mapping);
    tables.push({ path: place.path, bytes: (await stat(place.whole)).size, ...(isMapped ? { mapping } : {}) });
  }
  return { tables };
}

/** `path` as the list gives it, with `population/`; a table, or the mapping beside it. */
async function tableAt(folder: string, path: string): Promise<PopulationAnswer | Denied> {
  const place = await placeOf(folder, path, path.endsWith('.mapping') ? '.mapping' : '.csv');
  if (isDenied(place)) return place;
  if (!place.exists || !path.startsWith(`${below}/`)) return deny('no-file');
  const { size } = await stat(place.whole);
  if (size > mostBytes) return tooLarge(path, size, mostBytes);
  const text = await readText(place.whole);
  return isUnreadable(text) ? denied(422, 'unreadable', text.unreadable) : { path, text };
}

import type { Hono } from 'hono';
import { historyOf } from '../../../engine/host/git-history.ts';
import { standingOf } from '../../../engine/host/git-state.ts';
import { isUnreadable } from '../../../engine/tables/unreadable.ts';
import type { GitState, HistoryAnswer } from '../api.ts';
import { isProposal } from '../bodies.ts';
import { pathBehind, type Desk } from '../desk.ts';
import { placeOf } from '../places.ts';
import { propose } from '../propose.ts';
import { isDenied, type Denied } from '../refusals.ts';
import { answer, bodyOf } from './answer.ts';

/** What git knows of the handbook, and putting a change forward. */
export function gitRoutes(app: Hono, desk: Desk): void {
  app.get('/api/git', async (context) => answer(context, await stateOf(desk)));
  app.get('/api/history/*', async (context) => {
    const path = pathBehind(context.req.url, '/api/history/');
    return answer(context, isDenied(path) ? path : await history(desk, path));
  });
  app.post('/api/propose', async (context) => {
    const body = await bodyOf(context, isProposal);
    if (isDenied(body)) return answer(context, body);
    const given = await desk.turns.take(() => propose(desk, body));
    if ('conflicts' in given) return context.json(given, 409);
    return answer(context, given);
  });
}

async function stateOf({ folder }: Desk): Promise<GitState> {
  const standing = await standingOf(folder);
  if (isUnreadable(standing)) return { repository: false, message: standing.unreadable };
  const { branch, commit, author, remote, uncommitted } = standing;
  const page = remote?.page?.page;
  return {
    repository: true,
    branch: branch ?? null,
    commit: commit ?? null,
    uncommitted,
    ...(author === undefined ? {} : { author }),
    ...(remote === undefined ? {} : { remote: { name: remote.name, ...(page === undefined ? {} : { page }) } }),
  };
}

/** What a time line shows at once; each entry brings its text. */
const most = 50;

async function history({ folder }: Desk, path: string): Promise<HistoryAnswer | Denied> {
  const place = await placeOf(folder, path);
  if (isDenied(place)) return place;
  const found = await historyOf(folder, path, most);
  if (isUnreadable(found)) return { entries: [], more: false };
  return { ...found, entries: found.entries.map(({ text = null, ...entry }) => ({ ...entry, text })) };
}

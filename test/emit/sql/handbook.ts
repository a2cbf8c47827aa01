import { loadHandbook } from '../../../engine/host/load-handbook.ts';
import type { Program } from '../../../engine/ir/program.ts';
import { link } from '../../../engine/program/link.ts';
import { isUnreadable } from '../../../engine/tables/unreadable.ts';
import type { Agreement, Rows } from './agree.ts';
import type { Database } from './databases/database.ts';
import { openDuckdb } from './databases/duckdb.ts';
import { openPostgres } from './databases/postgres.ts';
import { whyNoPostgres } from './databases/postgres-server.ts';
import { randomRow } from './rows.ts';

/** The project's own handbook on a day. */
export async function ownHandbook(): Promise<Program> {
  const loaded = await loadHandbook('policies');
  if (isUnreadable(loaded)) throw new Error(loaded.unreadable.en);
  return link(loaded.handbook, { at: '2026-11-22' });
}

/** What every platform can ask. */
export async function localDatabases(): Promise<readonly Database[]> {
  const why = whyNoPostgres();
  if (why !== undefined) console.warn(`PostgreSQL is not asked: ${why}`);
  return Promise.all([openDuckdb(), ...(why === undefined ? [openPostgres()] : [])]);
}

export const randomRows =
  (count: number): Rows =>
  (inputs, around, seed) =>
    Array.from({ length: count }, (_, i) => randomRow(inputs, around, seed + i));

/** The share of answers that a database leaves to the engine: a database that leaves all of them would always agree. */
export const tooLarge = ({ statuses, answers }: Agreement): number => (statuses['too-large'] ?? 0) / answers;

/** What a run comes to, for people. */
export const summary = ({ dialect, answers, said, refused, statuses }: Agreement): string =>
  `${dialect}: ${String(said.size)} decisions said, ${String(refused)} refused, ${String(answers)} answers ${JSON.stringify(statuses)}`;

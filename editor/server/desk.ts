import { deny, type Denied } from './refusals.ts';
import { turns, type Turns } from './turns.ts';
import { watchFiles, type FileWatch } from './watch-files.ts';

/** What all routes share: the handbook, whose turn it is to write, and who is told. */
export interface Desk {
  /** The folder with the manifest. */
  readonly folder: string;
  readonly turns: Turns;
  readonly watch: FileWatch;
  readonly now: () => Date;
  /** Settles when the server stops. */
  readonly ended: Promise<void>;
}

export async function openDesk(folder: string, now: () => Date, ended: Promise<void>): Promise<Desk> {
  const inTurn = turns();
  return { folder, turns: inTurn, watch: await watchFiles(folder, inTurn.take, ended), now, ended };
}

/** The path behind a route's address, decoded once. What it may be is for whoever uses it to say. */
export function pathBehind(address: string, route: string): string | Denied {
  const { pathname } = new URL(address);
  if (!pathname.startsWith(route)) return deny('not-here');
  try {
    return decodeURIComponent(pathname.slice(route.length));
  } catch {
    return deny('not-here');
  }
}

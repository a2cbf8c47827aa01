import { open, readFile, rm } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

/** How long somebody else's lock is waited for: a command that writes one line is gone by then. In milliseconds. */
const patience = 2000;
const pause = 20;

const held = new Set<string>();

/** A lock that is held, or the process that holds it. */
type Locked = { readonly release: () => Promise<void> } | { readonly owner: string };

/**
 * One process writes a log or an unfinished result at a time: two would each go on behind the same line. A lock whose process is
 * gone is taken over. It tells processes of one machine apart, not machines that share a disk.
 */
export async function lock(path: string): Promise<Locked> {
  for (let waited = 0; ; waited += pause) {
    if (await created(path)) {
      held.add(path);
      return {
        release: async () => {
          held.delete(path);
          await rm(path, { force: true });
        },
      };
    }
    const owner = (await readFile(path, 'utf8').catch(() => '')).trim();
    // Empty: it was created a moment ago, or its process died in that moment.
    const isGone = owner === '' ? waited >= patience : !isAlive(owner, path);
    if (isGone) await takeOver(path, owner);
    else if (waited >= patience) return { owner };
    else await setTimeout(pause);
  }
}

/** Two may find the same lock without a process: one at a time looks again and removes it, or the second would remove the lock of the first. */
async function takeOver(path: string, owner: string): Promise<void> {
  const guard = await lock(`${path}.over`);
  if ('owner' in guard) return;
  try {
    const now = await readFile(path, 'utf8').catch(() => undefined);
    if (now?.trim() === owner) await rm(path, { force: true });
  } finally {
    await guard.release();
  }
}

async function created(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid)).finally(() => file.close());
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A process of another container may have had the number of this one. */
function isAlive(owner: string, path: string): boolean {
  const pid = Number(owner);
  if (!Number.isSafeInteger(pid) || pid <= 0) return true;
  if (pid === process.pid) return held.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { readHandbookFolder } from '../../engine/host/handbook-folder.ts';
import { folderChanges } from '../../engine/host/watch-folder.ts';
import type { AllVersions, Changed } from './api.ts';
import type { Turns } from './turns.ts';

/** Knows which version each file of the handbook has, and tells whoever listens when one gets another. */
export interface FileWatch {
  readonly all: () => AllVersions;
  /** Says of a file what was just written, without waiting until the disk tells. */
  readonly tell: (changed: Changed) => void;
  /** Gives back how to stop listening. */
  readonly listen: (hear: (changed: Changed) => void) => () => void;
}

/** Where the system cannot watch (too many folders, a network disk), the files are looked at so often. */
const patience = 3_000;

/** Begins to watch; ends when `ended` settles. */
export async function watchFiles(folder: string, takeTurn: Turns['take'], ended: Promise<void>): Promise<FileWatch> {
  const known = await versionsIn(folder);
  const listeners = new Set<(changed: Changed) => void>();
  const tell = (changed: Changed): void => {
    const { path, version } = changed;
    if ((known.get(path) ?? null) === version) return;
    if (version === null) known.delete(path);
    else known.set(path, version);
    for (const hear of listeners) hear(changed);
  };
  const look = async (): Promise<void> => {
    const now = await versionsIn(folder);
    for (const path of new Set([...known.keys(), ...now.keys()])) tell({ path, version: now.get(path) ?? null });
  };
  // In turn with those who write, or what was read before would be told after what was written.
  void follow(folder, ended, () => takeTurn(look).catch(() => undefined));
  return {
    all: () => ({ versions: Object.fromEntries(known) }),
    tell,
    listen: (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}

async function versionsIn(folder: string): Promise<Map<string, string>> {
  const { files } = await readHandbookFolder(folder);
  return new Map(files.map(({ path, version }) => [path, version]));
}

async function follow(folder: string, ended: Promise<void>, look: () => Promise<void>): Promise<void> {
  const stopped = ended.then(() => false);
  const later = (): Promise<boolean> => Promise.race([pause(patience, true, { ref: false }), stopped]);
  const next = (): Promise<boolean> => folderChanges(folder, ended).catch(later);
  let change = next();
  while (await change) {
    // Watched already while the files are read, so that nothing falls between.
    change = next();
    await look();
  }
}

import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { noHandbook, noManifest } from './host-messages.ts';
import type { Unreadable } from '../tables/unreadable.ts';

const manifest = 'handbook.yaml';

/** The folder that is asked for, or the nearest handbook from the working folder upwards. */
export function findHandbook(cwd: string, asked?: string): string | Unreadable {
  if (asked !== undefined) {
    const folder = resolve(cwd, asked);
    // Else a whole tree would be read that somebody named by mistake.
    return isFolder(folder) && !existsSync(join(folder, manifest)) ? noManifest(folder) : folder;
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, manifest))) return folder;
    const below = join(folder, 'policies');
    if (isFolder(below)) return below;
    if (folder === dirname(folder)) return noHandbook(cwd);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

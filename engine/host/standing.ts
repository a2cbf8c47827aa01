import { readlinkSync, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Where a file of this name stands, or will: where a link points to. */
export function standingAt(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      // A link to what is not there yet.
      return resolve(dirname(path), readlinkSync(path));
    } catch {
      return path;
    }
  }
}

/** Who may read and write the file that stands here; undefined where none does. Rejects with EISDIR where a folder does. */
export async function modeAt(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
  return found === undefined ? undefined : found.mode & 0o777;
}

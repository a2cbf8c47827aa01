import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { modeAt } from './standing.ts';

/**
 * Puts a whole new text in the place of a file, which at no moment is anything but the old one or the new one, also when the
 * machine stops. It is written in `aside` first, a folder on the same disk whose leftovers mean nothing. Folders that are
 * missing are made.
 */
export async function replaceFile(path: string, text: string, aside: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const part = join(aside, `${crypto.randomUUID()}.part`);
  try {
    // Never an existing file: that could be a link to somewhere else.
    const file = await open(part, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    const mode = await modeAt(path);
    if (mode !== undefined) await chmod(part, mode);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
  await keepName(folder);
}

/** The name is on the disk only when its folder is. Not every system can be asked for that; the text is whole all the same. */
export async function keepName(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows opens no folders.
  }
}

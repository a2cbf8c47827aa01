import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownFolder } from './own-folder.ts';

/**
 * The port of the last start; 0 where none is known. With the same one a browser finds what a page kept while the server was away, and a
 * page that is still open goes on as soon as the new address was opened once.
 */
export async function lastPort(handbookDir: string): Promise<number> {
  const written = await readFile(fileIn(handbookDir), 'utf8').catch(() => '');
  return /^\d{4,5}$/.test(written) && Number(written) < 65_536 ? Number(written) : 0;
}

/** Where it cannot be written, the next start has another port. */
export async function keepPort(handbookDir: string, port: number): Promise<void> {
  await ownFolder(handbookDir)
    .then(() => writeFile(fileIn(handbookDir), String(port)))
    .catch(() => undefined);
}

const fileIn = (handbookDir: string): string => join(handbookDir, '.bylaw', 'port');

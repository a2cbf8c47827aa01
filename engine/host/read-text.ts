import { readFile } from 'node:fs/promises';
import { noAccess, noFile, notUtf8 } from './host-messages.ts';
import type { Unreadable } from '../tables/unreadable.ts';

/** The text of a file, without the mark that some editors put in front. */
export async function readText(path: string): Promise<string | Unreadable> {
  try {
    return decodeText(await readFile(path), path);
  } catch (error) {
    return whyUnreadable(error, path, noFile(path));
  }
}

/** The text of all bytes of a stream, which is called `name` where it is no UTF-8. */
export async function readStream(bytes: AsyncIterable<Uint8Array>, name: string): Promise<string | Unreadable> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return decodeText(Buffer.concat(chunks), name);
}

function decodeText(bytes: Uint8Array, name: string): string | Unreadable {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return notUtf8(name);
  }
}

/** What a failed access to a file means to people; anything else is a bug and goes on. */
export function whyUnreadable(error: unknown, path: string, missing: Unreadable): Unreadable {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return missing;
  return noAccess('path' in error && typeof error.path === 'string' ? error.path : path, error.code);
}

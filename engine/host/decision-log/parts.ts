import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

/**
 * The files of a log that were filled earlier, in their order: beside `decisions.jsonl` they are called `decisions.000001.jsonl`
 * and so on. The name of the log is that of the file that is written.
 */
export async function filledParts(path: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const names = await readdir(folder);
  return names
    .filter((name) => numberOf(name, path) !== undefined)
    .sort((a, b) => (numberOf(a, path) ?? 0) - (numberOf(b, path) ?? 0))
    .map((name) => join(folder, name));
}

/** What the file that is written will be called once it is filled. */
export async function nextPart(path: string): Promise<string> {
  const filled = await filledParts(path);
  const last = filled.at(-1);
  const number = (last === undefined ? 0 : (numberOf(basename(last), path) ?? 0)) + 1;
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}.${String(number).padStart(6, '0')}${extension}`;
}

function numberOf(name: string, path: string): number | undefined {
  const extension = extname(path);
  const start = `${basename(path, extension)}.`;
  if (!name.startsWith(start) || !name.endsWith(extension)) return undefined;
  const digits = name.slice(start.length, name.length - extension.length);
  return /^\d{6,9}$/.test(digits) ? Number(digits) : undefined;
}

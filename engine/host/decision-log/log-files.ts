import { glob, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { FileLine } from '../../decision-log/read-chain.ts';
import type { Unreadable } from '../../tables/unreadable.ts';
import { noFile } from '../host-messages.ts';
import { linesOf } from './lines.ts';

/** The files that names and patterns (`logs/*.jsonl`) mean, in the order given; those of a pattern by their names. */
export async function logFiles(cwd: string, named: readonly string[]): Promise<readonly string[] | Unreadable> {
  const files: string[] = [];
  for (const name of named) {
    const isFile = await stat(resolve(cwd, name)).then(
      (found) => found.isFile(),
      () => false,
    );
    const found: string[] = isFile ? [name] : [];
    if (!isFile) for await (const one of glob(name, { cwd })) found.push(one);
    if (found.length === 0) return noFile(resolve(cwd, name));
    files.push(...found.map((one) => relative(cwd, resolve(cwd, one))).sort());
  }
  return [...new Set(files)];
}

/** All lines of these files, one after the other; no more than one is held. */
export async function* logLines(cwd: string, files: readonly string[]): AsyncGenerator<FileLine> {
  for (const name of files) yield* linesOf(resolve(cwd, name), name);
}

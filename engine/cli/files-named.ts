import { resolve } from 'node:path';
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import { wrongUse } from './refusals.ts';
import type { Call, Refusal } from './verb.ts';

/** Names of files as the handbook knows them, from names as seen from here; all when none is given. */
export function filesNamed(
  { io, names }: Call,
  { dir, files }: Pick<LoadedHandbook, 'dir' | 'files'>,
): ReadonlySet<string> | undefined | Refusal {
  if (names.length === 0) return undefined;
  const byPath = new Map([...files.keys()].map((name) => [resolve(dir, name), name]));
  const wanted = new Set<string>();
  for (const name of names) {
    const file = byPath.get(resolve(io.cwd, name)) ?? (files.has(name) ? name : undefined);
    if (file === undefined) {
      const near = didYouMean(suggest(name, files.keys()));
      return wrongUse(
        `The handbook in ${dir} has no file “${name}”.${near.en}`,
        `${dir} 中的手册没有文件“${name}”。${near.zh}`,
      );
    }
    wanted.add(file);
  }
  return wanted;
}

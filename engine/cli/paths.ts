import { join, relative, sep } from 'node:path';
import type { Call } from './verb.ts';

/** A file of the handbook as seen from the working folder; one far away by its whole path. */
export function joinPath({ io }: Call, dir: string, name: string): string {
  const whole = join(dir, name);
  const near = relative(io.cwd, whole);
  return near.startsWith(`..${sep}..${sep}`) ? whole : near;
}

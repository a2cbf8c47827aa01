/**
 * Keeps package-lock.json quiet and whole: run `npm run lock` after each change of a dependency.
 *
 * npm itself may run on an older Node than the project pins, and then warns about every package whose `engines` asks for more.
 * The lock is what `npm ci` reads, so the field goes there. The addresses of a registry, if any, go too.
 */
import { readFileSync, writeFileSync } from 'node:fs';

export interface LockEntry {
  readonly engines?: unknown;
  readonly resolved?: string;
  readonly [field: string]: unknown;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
  readonly [field: string]: unknown;
}

/** The lock without `engines` and without the addresses that packages came from. */
export function cleanLock(lock: Lock): Lock {
  const packages = Object.entries(lock.packages).map(([path, entry]) => [path, cleanEntry(entry)] as const);
  return { ...lock, packages: Object.fromEntries(packages) };
}

function cleanEntry(entry: LockEntry): LockEntry {
  const { engines: _engines, resolved, ...rest } = entry;
  // A link's `resolved` is a folder inside the project, not an address.
  return resolved === undefined || resolved.includes('://') ? rest : { resolved, ...rest };
}

if (import.meta.main) {
  const file = new URL('../package-lock.json', import.meta.url);
  // npm's own lock: its shape is known.
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  writeFileSync(file, `${JSON.stringify(cleanLock(lock), null, 2)}\n`);
}

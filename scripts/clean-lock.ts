/**
 * Keeps package-lock.json quiet and whole: run `npm run lock` after each change of a dependency.
 *
 * npm itself may run on an older Node than the project pins, and then warns about every package whose `engines` asks for more.
 * The lock is what `npm ci` reads, so the field goes there. The addresses of a registry, if any, go too. A registry may lack the
 * packages of some platforms; npm then leaves them out of the lock and `npm ci` refuses it, so they are named here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

export interface LockEntry {
  readonly engines?: unknown;
  readonly resolved?: string;
  readonly [field: string]: unknown;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
  readonly [field: string]: unknown;
}

/** The lock without `engines` and without the addresses that packages came from, and with the packages of every platform. */
export function cleanLock(lock: Lock): Lock {
  const entries = Object.entries(lock.packages).map(([path, entry]) => [path, cleanEntry(entry)] as const);
  const known = Object.fromEntries(entries);
  const missing = entries.flatMap(([path, entry]) =>
    Object.entries((entry.optionalDependencies ?? {}) as Readonly<Record<string, string>>)
      .filter(([name]) => !(`node_modules/${name}` in known) && !(`${path}/node_modules/${name}` in known))
      .map(([name, version]) => [`node_modules/${name}`, platformEntry(name, version, entry.dev === true)] as const),
  );
  const packages = missing.length === 0 ? known : inOrder({ ...known, ...Object.fromEntries(missing) });
  return { ...lock, packages };
}

const inOrder = (packages: Lock['packages']): Lock['packages'] =>
  Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** A package of one platform, by its name: `…-linux-arm64-musl`. Its contents are unknown here, so nothing vouches for them. */
function platformEntry(name: string, version: string, dev: boolean): LockEntry {
  // For machines that have no package of their own.
  if (name.endsWith('-wasm32-wasi')) return { version, cpu: ['wasm32'], ...(dev ? { dev } : {}), optional: true };
  const [, os, cpu, libc] = /-(darwin|linux|win32|android|freebsd)-([a-z0-9]+)(?:-(musl|gnu))?/.exec(name) ?? [];
  if (os === undefined || cpu === undefined) throw new Error(`the lock lacks ${name}, whose name says no platform`);
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc === undefined ? {} : { libc: [libc === 'gnu' ? 'glibc' : libc] }),
    optional: true,
    os: [os],
  };
}

function cleanEntry(entry: LockEntry): LockEntry {
  const { engines: _engines, resolved, ...rest } = entry;
  // A link's `resolved` is a folder inside the project, not an address.
  return resolved === undefined || resolved.includes('://') ? rest : { resolved, ...rest };
}

if (import.meta.main) {
  // Other folders have packages of their own: `npm run lock test/clickhouse`.
  const [folder = '.'] = process.argv.slice(2);
  const file = join(folder, 'package-lock.json');
  // npm's own lock: its shape is known.
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  writeFileSync(file, `${JSON.stringify(cleanLock(lock), null, 2)}\n`);
}

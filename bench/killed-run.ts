import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

const cli = resolve(import.meta.dirname, '../engine/cli/bylaw.js');

interface Ended {
  readonly code: number | null;
  readonly seconds: number;
  readonly said: string;
}

const sizeOf = (part: string): number => statSync(part, { throwIfNoEntry: false })?.size ?? 0;

/** Runs the command in a process of its own; `kill` says after how many milliseconds it is killed, once it has begun to write. */
export async function bylawRun(cwd: string, out: string, args: readonly string[], kill?: number): Promise<Ended> {
  const from = process.hrtime.bigint();
  const part = resolve(cwd, `${out}.part`);
  const before = sizeOf(part);
  const child = spawn(process.execPath, [cli, 'run', ...args, '--out', out], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece) => (said += String(piece)));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  let timer: NodeJS.Timeout | undefined;
  const seen = setInterval(() => {
    if (kill === undefined || timer !== undefined || sizeOf(part) === before) return;
    timer = setTimeout(() => child.kill('SIGKILL'), kill);
  }, 5);
  const code = await ended;
  clearInterval(seen);
  clearTimeout(timer);
  return { code, seconds: Number(process.hrtime.bigint() - from) / 1e9, said };
}

/**
 * Runs the same command over and over, killed at random moments until that happened `times` times, then to its end. Each time it
 * may write for at most `longest` milliseconds; where it ends before it was killed, all begins again with half of that. Gives how
 * many bytes of the result were safe after each kill.
 */
export async function killedRun(
  cwd: string,
  out: string,
  args: readonly string[],
  times: number,
  longest: number,
): Promise<{ readonly safe: readonly number[]; readonly last: Ended }> {
  const journal = resolve(cwd, `${out}.part.json`);
  const safe: number[] = [];
  while (safe.length < times) {
    const { code } = await bylawRun(cwd, out, [...args, '--resume'], Math.floor(Math.random() * longest));
    // Without a journal it had just been finished.
    if (code === null && existsSync(journal))
      safe.push((JSON.parse(readFileSync(journal, 'utf8')) as { readonly length: number }).length);
    else return killedRun(cwd, out, args, times, longest / 2);
  }
  return { safe, last: await bylawRun(cwd, out, [...args, '--resume']) };
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

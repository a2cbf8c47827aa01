import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { folder } from '../cli/terminal.ts';
import { bundleText } from './running.ts';

/** `bylaw serve` as a process of its own. */
export interface Process {
  readonly child: ChildProcess;
  /** The folder in which it runs. */
  readonly cwd: string;
  readonly file: string;
  /** The first line of the log with this message, also one that has been printed. */
  readonly line: (message: string) => Promise<Readonly<Record<string, unknown>>>;
}

/** Starts it in a folder, with a bundle there. */
export async function started(cwd = folder(), options: readonly string[] = []): Promise<Process> {
  const file = join(cwd, 'handbook.bundle');
  writeFileSync(file, await bundleText());
  const argv = [resolve('engine/cli/bylaw.js'), 'serve', '--bundle', file, '--port', '0', ...options];
  const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: Readonly<Record<string, unknown>>[] = [];
  let heard = Promise.withResolvers<void>();
  createInterface(child.stdout).on('line', (text) => {
    lines.push(JSON.parse(text) as Readonly<Record<string, unknown>>);
    heard.resolve();
    heard = Promise.withResolvers();
  });
  const line = async (message: string): Promise<Readonly<Record<string, unknown>>> => {
    for (;;) {
      const found = lines.find(({ msg }) => msg === message);
      if (found !== undefined) return found;
      await heard.promise;
    }
  };
  return { child, cwd, file, line };
}

import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Channel } from '../../engine/cli/io.ts';
import { main } from '../../engine/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
  readonly now?: string;
  readonly clock?: () => Date;
  /** When somebody asks the command to end; else nobody does, and a page closes at once. */
  readonly stopped?: Promise<void>;
  /** What is printed, when it is. */
  readonly hear?: (text: string) => void;
}

/** Where the handbook of the tests lies (test/support/policies.ts): commands are given there, unless a test says otherwise. */
export const home = resolve('test/handbook');

/** Runs a command line without a process of its own. */
export async function bylaw(argv: readonly string[], setting: Setting = {}): Promise<Ran> {
  const written = { out: '', err: '' };
  const channel = (name: 'out' | 'err'): Channel => ({
    isTerminal: setting.isTerminal ?? false,
    write: (text) => {
      written[name] += text;
      setting.hear?.(text);
    },
    drained: () => Promise.resolve(),
  });
  const code = await main(argv, {
    cwd: setting.cwd ?? home,
    env: setting.env ?? {},
    out: channel('out'),
    err: channel('err'),
    now: setting.clock ?? (() => new Date(setting.now ?? '2026-10-31T04:00:00Z')),
    stdin: () => chunks(setting.stdin ?? ''),
    stopped: () => setting.stopped ?? (argv.includes('run') ? new Promise(() => undefined) : Promise.resolve()),
  });
  return { code, ...written };
}

/** In small pieces that cut characters in two, as pipes do. */
async function* chunks(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7));
}

/** What a verb printed as JSON. */
export function json<T>({ out }: Ran): T {
  return JSON.parse(out) as T;
}

/** A folder that is gone after the test. */
export function folder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'bylaw-cli-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A copy of the handbook in a folder of its own, with some of its files changed. */
export function handbookWith(changes: Readonly<Record<string, (text: string) => string>> = {}): string {
  const dir = join(folder(), 'policies');
  cpSync(join(home, 'policies'), dir, { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    const before = readFileSync(join(dir, path), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${path} is not changed`);
    writeFileSync(join(dir, path), after);
  }
  return dir;
}

/** The facts of a group whose net sales are 80,000 CNY. */
export function sales(completion: string): string {
  return JSON.stringify({
    'sales.ordered': '88000 CNY',
    'sales.returned': '8000 CNY',
    'sales.completion': completion,
  });
}

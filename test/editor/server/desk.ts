import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { application } from '../../../editor/server/application.ts';
import { openDesk } from '../../../editor/server/desk.ts';

/** A server as its own page sees it, without a network. */
export interface Opened {
  readonly folder: string;
  readonly app: Hono;
  /** As the page sends it; a body goes as JSON. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Answered>;
  readonly bugs: readonly Error[];
}

export interface Answered {
  readonly status: number;
  readonly data: Record<string, unknown>;
}

const [token, origin] = ['right-token', 'http://127.0.0.1:4321'];
export const own: Readonly<Record<string, string>> = { host: '127.0.0.1:4321', cookie: `bylaw-4321=${token}`, origin };

/** A new folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = madeFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new folder with these files, which whoever asks for it takes away. */
export function madeFolder(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bylaw-desk-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export async function open(folder: string, now = '2026-11-22T04:00:00Z'): Promise<Opened> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  onTestFinished(() => end());
  const bugs: Error[] = [];
  const desk = await openDesk(folder, () => new Date(now), ended);
  const door = { token, port: () => 4321, names: ['127.0.0.1'] };
  const app = application(door, desk, new Map(), (error) => bugs.push(error));
  const ask = async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const given =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await app.request(`${origin}${path}`, { method, ...given, headers: { ...own, ...given.headers } });
    return { status: response.status, data: (await response.json()) as Record<string, unknown> };
  };
  return { folder, app, ask, bugs };
}

/** Runs git in a folder, whatever the settings of the machine; gives what it printed. */
export function git(cwd: string, ...argv: readonly string[]): string {
  return execFileSync('git', argv, { cwd, stdio: 'pipe', encoding: 'utf8' }).trimEnd();
}

import autocannon from 'autocannon';
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { answerOf } from '../contender.ts';
import { decisions } from '../policy.ts';
import type { Answer } from '../rows.ts';
import type { Questions } from './folder.ts';
import type { Server } from './servers.ts';

export interface Served {
  /** Milliseconds until it listens, and from there to its first answer. */
  readonly load: number;
  readonly first: number;
  /** Decisions a second. */
  readonly rate: number;
  /** Milliseconds from a request to its answer. */
  readonly p50: number;
  readonly p99: number;
  readonly wrong: number;
}

const seconds = 3;
const headers = { 'content-type': 'application/json' };

/** One server in a process of its own, with 50 connections that each ask again as soon as they are answered. */
export async function measureServer(server: Server, folder: string, { rows, right }: Questions): Promise<Served> {
  const output = join(folder, 'served.jsonl');
  const file = openSync(output, 'w');
  const begun = performance.now();
  const child = spawn(process.execPath, server.argv, { stdio: ['ignore', file, 'inherit'] });
  closeSync(file);
  const ended = once(child, 'exit');
  try {
    const url = (await listening(output, ended)) + server.path;
    const listens = performance.now();
    const bodies = server.bodies(rows);
    await asked(url, bodies[0] ?? '');
    const first = performance.now() - listens;
    // The answers first, then the speed.
    const wrong = server.isBare === true ? 0 : await wrongAnswers(url, bodies, right);
    const requests = bodies.map((body) => ({ method: 'POST' as const, headers, body }));
    // Warms up until all of these are answered, or what is left of them would stand in front of those that are timed.
    await autocannon({ url, connections: 50, amount: 1_000, requests });
    const load = await autocannon({ url, connections: 50, duration: seconds, requests });
    if (load.errors + load.non2xx > 0)
      throw new Error(`${server.name}: ${load.errors} errors, ${load.non2xx} refusals`);
    const each = (rows.length * decisions.length) / bodies.length;
    const rate = (load['2xx'] * each) / load.duration;
    return { load: listens - begun, first, rate, p50: load.latency.p50, p99: load.latency.p99, wrong };
  } finally {
    child.kill();
    await ended;
  }
}

/** The address that it prints when it listens. */
async function listening(output: string, ended: Promise<unknown>): Promise<string> {
  for (;;) {
    const url = /"url":"([^"]+)"/.exec(readFileSync(output, 'utf8'))?.[1];
    if (url !== undefined) return url;
    const waited = await Promise.race([pause(5), ended.then(() => 'ended')]);
    if (waited === 'ended') throw new Error(`it ended before it listened: ${readFileSync(output, 'utf8')}`);
  }
}

interface Told {
  readonly outcome?: { readonly value?: string };
  readonly outcomes?: readonly { readonly value?: string }[];
}

async function asked(url: string, body: string): Promise<Told> {
  return (await (await fetch(url, { method: 'POST', headers, body })).json()) as Told;
}

async function wrongAnswers(url: string, bodies: readonly string[], right: readonly Answer[]): Promise<number> {
  const values: (string | undefined)[] = [];
  for (const body of bodies) {
    const { outcome, outcomes = [outcome] } = await asked(url, body);
    values.push(...outcomes.map((one) => one?.value));
  }
  const answers = right.map((_, i) => answerOf(values.slice(i * decisions.length, (i + 1) * decisions.length)));
  return right.filter((answer, i) => answer.some((value, part) => value !== answers[i]?.[part])).length;
}

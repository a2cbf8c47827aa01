/** A service that is killed while it writes its log, again and again: the twelfth attack. */
import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder } from '../cli/terminal.ts';
import { started } from './process.ts';
import { question } from './running.ts';

const headers = { 'content-type': 'application/json' };
let asked = 8_000;

/** Asks one question after the other, each about another amount, and tells which were answered; ends with the service. */
async function ask(url: string, answered: (ordered: number) => void): Promise<void> {
  for (;;) {
    asked += 1;
    const ordered = asked;
    // So long that a kill comes in the middle of a write now and then.
    const facts = { 'sales.ordered': `${ordered} CNY`, 'sales.returned': '8000 CNY', note: 'x'.repeat(300_000) };
    const body = JSON.stringify({ ...question, facts });
    const answer = await fetch(`${url}/v1/decisions`, { method: 'POST', headers, body }).catch(() => undefined);
    if (answer === undefined) return;
    const said = await answer.text().catch(() => undefined);
    if (said === undefined) return;
    expect([answer.status, said]).toEqual([200, expect.stringContaining('"status":"error"')]);
    answered(ordered);
  }
}

test('killed under load: each answer stands in the log, and of what was being written a torn line at most', async () => {
  const cwd = folder();
  const log = join(cwd, 'decisions.jsonl');
  const answered: number[] = [];
  for (const enough of [1, 12, 5, 30]) {
    const { child, line } = await started(cwd, ['--log', 'decisions.jsonl']);
    const url = String((await line('listening'))['url']);
    const before = answered.length;
    const callers = Array.from({ length: 8 }, () =>
      ask(url, (ordered) => {
        answered.push(ordered);
        if (answered.length - before >= enough) child.kill('SIGKILL');
      }),
    );
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    await Promise.all(callers);
  }
  // One that is torn for certain.
  if (readFileSync(log, 'utf8').endsWith('\n')) appendFileSync(log, '{"time":"2026');
  const { child, line, file } = await started(cwd, ['--log', 'decisions.jsonl']);
  const url = String((await line('listening'))['url']);
  const last = await fetch(`${url}/v1/decisions`, { method: 'POST', headers, body: JSON.stringify(question) });
  expect(last.status).toBe(200);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);

  const files = readdirSync(cwd).filter((name) => name.endsWith('.jsonl'));
  const kept = new Set(files.flatMap((name) => orderedIn(join(cwd, name))));
  expect(answered.filter((ordered) => !kept.has(`${ordered} CNY`))).toEqual([]);
  const { code, out } = await bylaw(['replay', 'decisions*.jsonl', '--bundle', file, '--json'], { cwd });
  const told = JSON.parse(out) as { readonly lines: readonly { readonly code?: string }[] };
  expect(code).toBe(0);
  // A torn line ends its file, and each file but the last one is torn.
  expect(told.lines.map((one) => one.code)).toEqual(files.slice(1).map(() => 'decision-log/torn'));
  expect(files.length).toBeGreaterThan(1);
});

const orderedIn = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map(
      (line) =>
        (JSON.parse(line) as { readonly facts?: Readonly<Record<string, string>> }).facts?.['sales.ordered'] ?? '',
    );

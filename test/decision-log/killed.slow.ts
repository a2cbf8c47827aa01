import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder } from '../cli/terminal.ts';
import { entry, hashes, log, sales, told, write } from './support.ts';

test('killed while it writes, again and again: no confirmed line is lost, and the chain goes on', async () => {
  const dir = folder();
  const path = join(dir, 'd.jsonl');
  const confirmed: string[] = [];
  for (const lines of [1, 4, 7, 2, 3, 9, 12, 1]) {
    const child = spawn(process.execPath, ['test/decision-log/writing.ts', path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let heard = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      heard += text;
      if (heard.split('\n').length > lines) child.kill('SIGKILL');
    });
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    // The last piece may have been cut off.
    confirmed.push(...heard.split('\n').slice(0, -1));
  }
  const writing = await log(path);
  confirmed.push(...(await write(writing, entry(sales(1)))));
  await writing.close();
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const seen = await told(dir, ...files);
  expect(seen.filter((line) => /decision-log\/(?!torn)/.test(line))).toEqual([]);
  // Torn lines only at the ends of files, and a torn file is never gone on with.
  expect(seen.filter((line) => line.endsWith('torn')).length).toBe(files.length - 1);
  const kept = new Set(files.flatMap((file) => hashes(join(dir, file))));
  expect(confirmed.filter((hash) => !kept.has(hash))).toEqual([]);
  expect(confirmed.length).toBeGreaterThanOrEqual(40);
});

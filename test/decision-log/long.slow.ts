import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { built } from '../bundle/support.ts';
import { folder } from '../cli/terminal.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { entry, log, sales, write } from './support.ts';

const lines = 100_000;

test('a hundred thousand lines are recomputed in a heap that could not hold them', async () => {
  const dir = folder();
  const path = join(dir, 'd.jsonl');
  writeFileSync(join(dir, 'h.bundle'), await built(handbookOf(policyTexts)));
  const writing = await log(path);
  // Each line has a value of its own, and all are the same decision otherwise.
  for (let first = 0; first < lines; first += 5000)
    await write(writing, ...Array.from({ length: 5000 }, (_, i) => entry(sales(10_000 + first + i))));
  await writing.close();
  const heap = 40;
  expect(statSync(path).size).toBeGreaterThan(heap * 1024 * 1024);
  const argv = [
    `--max-old-space-size=${heap}`,
    'engine/cli/bylaw.js',
    'replay',
    path,
    '--bundle',
    join(dir, 'h.bundle'),
  ];
  const out = execFileSync(process.execPath, [...argv, '--json'], { encoding: 'utf8' });
  expect(JSON.parse(out)).toMatchObject({ lines: [], records: lines, same: lines, differ: 0, broken: 0 });
});

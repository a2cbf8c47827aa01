import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as promises from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { lock } from '../../engine/host/lock.ts';

/** So many milliseconds the next readers are held up after they read. */
const held = vi.hoisted((): number[] => []);
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>();
  const readFile = async (path: string, encoding: 'utf8'): Promise<string> => {
    const text = await real.readFile(path, encoding);
    await setTimeout(held.shift() ?? 0);
    return text;
  };
  return { ...real, readFile };
});

test('a lock whose process is gone is taken over by one alone, also when another saw it so before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-lock-'));
  try {
    const path = join(folder, 'lock');
    // No process has this number.
    writeFileSync(path, '4194999');
    held.push(0, 300);
    const found = await Promise.all([lock(path), lock(path)]);
    expect(found.filter((one) => 'release' in one)).toHaveLength(1);
    expect(found.filter((one) => 'owner' in one)).toEqual([{ owner: String(process.pid) }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { ownFolder, sweep } from '../../../editor/server/own-folder.ts';
import { readHandbookFolder } from '../../../engine/host/handbook-folder.ts';
import { folderWith } from './desk.ts';

test('whoever is killed while saving leaves the old text or the new one, and nothing else in the handbook', async () => {
  const folder = folderWith({ 'a.yaml': 'b'.repeat(1_900_000), 'handbook.yaml': 'handbook: h\n' });
  const leftovers: number[] = [];
  for (let i = 0; i < 6; i += 1) {
    const child = spawn(process.execPath, ['test/editor/server/save-loop.ts', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    // In the middle of a save: the new text is being written.
    while (readdirSync(join(folder, '.bylaw/saving')).length <= (leftovers.at(-1) ?? 0));
    child.kill('SIGKILL');
    await ended;
    const text = readFileSync(join(folder, 'a.yaml'), 'utf8');
    expect([text.length, new Set(text).size, ['a', 'b'].includes(text[0] ?? '')]).toEqual([1_900_000, 1, true]);
    const { files, diagnostics } = await readHandbookFolder(folder);
    expect([files.map(({ path }) => path), diagnostics]).toEqual([['a.yaml', 'handbook.yaml'], []]);
    leftovers.push(readdirSync(join(folder, '.bylaw/saving')).length);
  }
  // Else the moments were never inside a save, and nothing was tried.
  expect(Math.max(...leftovers)).toBeGreaterThan(0);
  const own = await ownFolder(folder);
  const young = readdirSync(own.aside);
  await sweep(own);
  expect(readdirSync(own.aside)).toEqual(young);
  for (const name of young) utimesSync(join(own.aside, name), 0, 0);
  await sweep(own);
  expect(readdirSync(own.aside)).toEqual([]);
  expect(existsSync(join(folder, 'a.yaml'))).toBe(true);
});

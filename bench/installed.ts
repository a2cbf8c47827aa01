import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');

/** Lays the command out in a folder as npm would: its entry, what `npm run build:command` makes, and its dependencies. Gives the path of the entry. */
export function installed(folder: string): string {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.command.config.ts', '--logLevel', 'warn'];
  execFileSync(process.execPath, [...vite, '--outDir', join(folder, 'dist/engine/cli')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  mkdirSync(join(folder, 'engine/cli'), { recursive: true });
  for (const file of ['package.json', 'engine/cli/bylaw.js']) copyFileSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'engine/cli/bylaw.js');
}

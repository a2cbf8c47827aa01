import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// In a clone this file stands in editor/server/, in the package in dist/editor/server/.
const root = fileURLToPath(new URL('../../', import.meta.url));
const shipped = fileURLToPath(new URL('../../../editor/dist/', import.meta.url));

/** All that the page is made of. */
const sources = ['editor/web/**/*', 'engine/**/*.ts', 'schemas/**/*', 'package-lock.json'];
const outside = ['engine/cli/**', 'engine/host/**'];

/**
 * The folder with the built page. The package brings it; a clone builds it when its sources have changed, into a folder
 * named by their fingerprint, so that a page is never older than its sources and two processes may build at once.
 */
export async function builtPage(building: () => void): Promise<string> {
  if (!existsSync(join(root, 'editor/web/index.html'))) return shipped;
  const parent = join(root, 'node_modules/.cache');
  const folder = join(parent, `bylaw-page-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  building();
  await removeOld(parent);
  await build(folder);
  return folder;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of globSync(sources, { cwd: root, exclude: outside, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Under another name first: a folder with the final name is always whole. */
async function build(folder: string): Promise<void> {
  const staging = `${folder}.${process.pid}.part`;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', join(root, 'editor/web'), '--outDir', staging, '--emptyOutDir', '--logLevel', 'error'];
  await mkdir(staging, { recursive: true });
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root });
    await rename(staging, folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

const hour = 3_600_000;

/** What an hour ago was new may still be read by somebody else who is starting. */
async function removeOld(parent: string): Promise<void> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (!name.startsWith('bylaw-page-')) continue;
    const path = join(parent, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > hour) await rm(path, { recursive: true, force: true });
  }
}

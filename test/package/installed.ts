/** The package as a stranger gets it: packed, installed, and pages that use it built and opened. */
import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import { launchChromium } from '../browser/chromium.ts';

const root = new URL('../..', import.meta.url).pathname;
const run = promisify(execFile);

/** The file that would be published: of the whole run where `npm run test:slow` has packed it, else packed into the folder. */
export async function packed(folder: string): Promise<string> {
  const ofTheRun = process.env['BYLAW_PACKED'];
  const found = ofTheRun === undefined ? undefined : await tarballIn(ofTheRun);
  if (found !== undefined) return found;
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root, maxBuffer: 2 ** 26 });
  const made = await tarballIn(folder);
  if (made === undefined) throw new Error('npm packed nothing');
  return made;
}

async function tarballIn(folder: string): Promise<string | undefined> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  return name === undefined ? undefined : join(folder, name);
}

/** Installs it in a folder; projects below find it there. */
export async function install(tarball: string, folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'hosts', private: true, type: 'module' }));
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], { cwd: folder });
}

/** Builds and serves a project's page, and looks at it in a browser. */
export async function lookedAt<T>(project: string, look: (page: Page) => Promise<T>): Promise<T> {
  const options = { root: project, configFile: false, logLevel: 'warn' } as const;
  await build(options);
  const server = await preview({ ...options, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    return await look(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

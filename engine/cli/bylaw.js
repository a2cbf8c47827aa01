#!/usr/bin/env node
// The command `bylaw`: plain JavaScript that any Node can read, so that an old one is told what to do in words.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// A clone runs its sources as they are; an installed package has only the built files.
const source = new URL('process-io.ts', import.meta.url);
const built = new URL('../../dist/engine/cli/process-io.js', import.meta.url);
const isClone = existsSync(source);
// What `npm ci` brings; npx finds it by itself inside the clone, but not where the clone is linked from another folder.
const ownNode = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const recent = major > 22 || (major === 22 && minor >= 12);

if (recent && (!isClone || process.features.typescript)) {
  if (!isClone) keepCompiled();
  const { runProcess } = await import((isClone ? source : built).href);
  await runProcess();
} else if (isClone && process.platform !== 'win32' && existsSync(ownNode) && !process.env['BYLAW_OWN_NODE']) {
  const again = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const env = { ...process.env, BYLAW_OWN_NODE: '1' };
  const child = spawn(ownNode, again, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
} else {
  const needed = isClone ? '24' : '22.12';
  console.error(`bylaw needs Node ${needed} or newer; this is ${process.version}.`);
  console.error(`bylaw 需要 Node ${needed} 或更新版本，当前是 ${process.version}。`);
  if (isClone) {
    console.error('This repository brings its own Node: run "npx bylaw …" or "npm run cli -- …" after "npm ci".');
    console.error('本仓库自带 Node：执行 npm ci 之后，请用 npx bylaw … 或 npm run cli -- …。');
  }
  process.exitCode = 2;
}

/**
 * Keeps what Node has compiled of the installed package for the next start, in the user's own folder for caches: in the temporary
 * folder, to which others can write, they could lay out code. Whoever says by NODE_COMPILE_CACHE or NODE_DISABLE_COMPILE_CACHE what
 * is to be kept is heard; where nothing can be written, all is compiled anew each time.
 */
function keepCompiled() {
  const { NODE_COMPILE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (NODE_COMPILE_CACHE) return;
  try {
    const ofSystem = { win32: ['AppData', 'Local'], darwin: ['Library', 'Caches'] }[process.platform] ?? ['.cache'];
    const folder = (process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME) || join(homedir(), ...ofSystem);
    module.enableCompileCache?.(join(folder, 'bylaw', 'compiled'));
  } catch {
    // No home folder: nothing is kept.
  }
}

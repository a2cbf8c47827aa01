#!/usr/bin/env node
// The command `bylaw`: plain JavaScript that any Node can read, so that an old one is told what to do in words.
import { existsSync } from 'node:fs';
import process from 'node:process';

// A clone runs its sources as they are; an installed package has only the built files.
const source = new URL('process-io.ts', import.meta.url);
const built = new URL('../../dist/engine/cli/process-io.js', import.meta.url);
const isClone = existsSync(source);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const recent = major > 22 || (major === 22 && minor >= 12);

if (recent && (!isClone || process.features.typescript)) {
  const { runProcess } = await import((isClone ? source : built).href);
  await runProcess();
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

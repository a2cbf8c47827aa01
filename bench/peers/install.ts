import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const stamp = join(here, 'node_modules/.installed');

/** Installs the packages of this folder by its own lock, unless that was done before; says why where it cannot be done. */
export function installPeers(): string | undefined {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return undefined;
  console.log('Installing the engines that are compared, in bench/peers …');
  try {
    execFileSync('npm', ['ci', '--loglevel=error'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(stamp, lock);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

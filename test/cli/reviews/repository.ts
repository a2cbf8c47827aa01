import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bylaw } from '../terminal.ts';
import type { Branch } from './branches.ts';

/** Runs git in a folder, as somebody whose settings do not matter; gives what it printed. */
export function git(cwd: string, ...argv: readonly string[]): string {
  const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...author, ...argv], { cwd, stdio: 'pipe', encoding: 'utf8' });
}

/** A folder of policies in a repository of its own, all of it committed on `main`; whoever asks for it takes it away. */
export function repositoryOf(policies: string): string {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'bylaw-review-')));
  cpSync(resolve(policies), join(cwd, 'policies'), { recursive: true });
  git(cwd, 'init', '-q', '-b', 'main');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'first');
  return cwd;
}

/** Makes the branch from `main` with one commit, and leaves it checked out. */
export async function makeBranch(cwd: string, { name, amend, replace, rename, message }: Branch): Promise<void> {
  git(cwd, 'checkout', '-q', '-b', name, 'main');
  for (const argv of amend) {
    const { code, err } = await bylaw(argv, { cwd, now });
    if (code !== 0) throw new Error(err);
  }
  for (const { file, find, by } of replace) {
    const path = join(cwd, 'policies', file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) throw new Error(`“${find}” does not stand once in ${file}`);
    writeFileSync(
      path,
      text.replace(find, () => by),
    );
  }
  if (rename !== undefined) {
    const [from, to] = [join(cwd, 'policies', rename.from), join(cwd, 'policies', rename.to)];
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-q', '-m', message);
}

/** The day of all these reviews. */
export const now = '2026-11-22T04:00:00Z';

import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { handbookWith } from './terminal.ts';

export function git(cwd: string, ...argv: readonly string[]): void {
  const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...argv], { cwd, stdio: 'pipe' });
}

/** The handbook in a repository, all of it committed. */
export function repository(): string {
  const dir = handbookWith();
  const cwd = dirname(dir);
  git(cwd, 'init', '-q', '-b', 'main');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'first');
  return cwd;
}

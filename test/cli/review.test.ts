import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder, handbookWith } from './terminal.ts';

function git(cwd: string, ...argv: readonly string[]): void {
  const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...argv], { cwd, stdio: 'pipe' });
}

/** The handbook in a repository, all of it committed. */
function repository(): string {
  const dir = handbookWith();
  const cwd = dirname(dir);
  git(cwd, 'init', '-q', '-b', 'main');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'first');
  return cwd;
}

test('what held and is deleted is refused', async () => {
  const cwd = repository();
  expect(await bylaw(['review', '--base', 'main'], { cwd })).toMatchObject({ code: 0, err: '' });
  rmSync(join(cwd, 'policies/pay/commission.promoter.yaml'));
  rmSync(join(cwd, 'policies/pay/commission.promoter.cases.yaml'));
  const ran = await bylaw(['review', '--base', 'main'], { cwd });
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('REFUSED: a version that held was deleted');
});

test('a revision that there is not is one sentence', async () => {
  const cwd = repository();
  expect(await bylaw(['review', '--base', 'nope'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: 'bylaw: There is no revision “nope”. Name a branch, a tag or a commit.\n',
  });
  expect((await bylaw(['review', '--base', 'nope', '--lang', 'zh'], { cwd })).err).toBe(
    'bylaw: 没有版本“nope”。请写分支、标签或提交。\n',
  );
  expect(await bylaw(['review', '--base', '--output=x'], { cwd })).toMatchObject({ code: 2, out: '' });
});

test('a shallow clone says how to get more', async () => {
  const from = repository();
  writeFileSync(join(from, 'more'), '');
  git(from, 'add', '.');
  git(from, 'commit', '-q', '-m', 'second');
  const cwd = join(folder(), 'clone');
  git(from, 'clone', '-q', '--depth', '1', `file://${from}`, cwd);
  const ran = await bylaw(['review', '--base', 'HEAD~1'], { cwd });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('git fetch --unshallow');
});

test('outside of a repository there is nothing to compare with', async () => {
  const ran = await bylaw(['review', '--base', 'main', '--handbook', handbookWith()]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/lies in no git repository/);
});

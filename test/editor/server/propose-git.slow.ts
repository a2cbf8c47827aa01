/** Proposals where git is not as one expects: files that go, a commit that is another by now, hooks that fail, no git at all. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { folderWith, git } from './desk.ts';
import { asked, change, files, openIn, repository, version, withRepositories } from './repository.ts';

withRepositories();

const goes = { path: 'pay/c.yaml', text: null, basedOn: version('c: 1\n') };
const branches = (root: string): string => git(root, 'branch', '--format=%(refname:short)');

describe('a file that goes', () => {
  test('is gone in the commit, and stays in the folder', async () => {
    const root = repository();
    const { status, data } = await asked(root, { files: [change, goes], branch: 'x' });
    expect([status, data['is']]).toEqual([200, 'branch']);
    expect(git(root, 'diff', '--name-status', 'main', 'x')).toBe('M\tpolicies/pay/a.yaml\nD\tpolicies/pay/c.yaml');
    expect(existsSync(join(root, 'policies/pay/c.yaml'))).toBe(true);
  });

  test('may be gone from the folder already', async () => {
    const root = repository();
    rmSync(join(root, 'policies/pay/c.yaml'));
    const { data } = await (await openIn(root)).ask('GET', '/api/history/pay/c.yaml');
    expect(data).toMatchObject({ entries: [{ text: 'c: 1\n' }] });
    const { status } = await asked(root, { files: [{ ...goes, basedOn: null }], branch: 'x' });
    expect(status).toBe(200);
    expect(git(root, 'diff', '--name-status', 'main', 'x')).toBe('D\tpolicies/pay/c.yaml');
  });

  test('is kept where somebody has changed it meanwhile', async () => {
    const root = repository();
    writeFileSync(join(root, 'policies/pay/c.yaml'), 'c: 2\n');
    const { status, data } = await asked(root, { files: [change, goes] });
    expect([status, data['conflicts']]).toEqual([
      409,
      [{ path: 'pay/c.yaml', text: 'c: 2\n', version: version('c: 2\n') }],
    ]);
    expect(branches(root)).toBe('main');
  });

  test('outside of git it is taken away, after the others are written', async () => {
    vi.stubEnv('GIT_CEILING_DIRECTORIES', '/');
    const root = folderWith(files);
    const { data } = await asked(root, { files: [goes, change] });
    expect(data).toEqual({
      is: 'files',
      files: [
        { path: 'pay/c.yaml', version: null },
        { path: 'pay/a.yaml', version: version(change.text) },
      ],
    });
    expect(existsSync(join(root, 'policies/pay/c.yaml'))).toBe(false);
  });
});

test('where another commit is checked out than the words were made against, nothing is proposed', async () => {
  const root = repository();
  const basedOnCommit = git(root, 'rev-parse', 'HEAD');
  expect((await asked(root, { basedOnCommit, branch: 'one' })).status).toBe(200);
  writeFileSync(join(root, 'policies/pay/new.yaml'), 'n: 1\n');
  git(root, 'add', '.');
  git(root, 'commit', '-q', '-m', 'somebody else');
  const { status, data } = await asked(root, { basedOnCommit, branch: 'two' });
  expect([status, data['error']]).toEqual([409, 'moved']);
  expect(data['message']).toMatchObject({
    en: expect.stringContaining('your text is kept') as string,
    zh: expect.stringContaining('您的文本已保留') as string,
  });
  expect(branches(root).split('\n')).toEqual(['main', 'one']);
  expect((await asked(root, { basedOnCommit: 'main' })).status).toBe(400);
});

/** Writes a hook that refuses whatever it is asked. */
function refusing(root: string, name: string): void {
  const hook = join(root, '.git/hooks', name);
  mkdirSync(join(root, '.git/hooks'), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\necho "no ${name} today" >&2\nexit 1\n`);
  chmodSync(hook, 0o755);
}

describe('a hook that fails', () => {
  test('when the branch is made: it is told in its own words, and there is no branch', async () => {
    const root = repository();
    refusing(root, 'reference-transaction');
    const { status, data } = await asked(root);
    expect([status, data['error']]).toEqual([422, 'no-commit']);
    expect(data['message']).toMatchObject({ en: expect.stringContaining('no reference-transaction today') as string });
    expect(branches(root)).toBe('main');
  });

  test('when the branch is sent: the commit is there all the same', async () => {
    const [root, bare] = [repository(), folderWith({})];
    git(bare, 'init', '-q', '--bare', '-b', 'main');
    git(root, 'remote', 'add', 'origin', bare);
    refusing(root, 'pre-push');
    const { status, data } = await asked(root, { branch: 'x', push: true });
    expect([status, data['pushed']]).toEqual([200, false]);
    expect(data['notPushed']).toMatchObject({ zh: expect.stringContaining('no pre-push today') as string });
    expect(git(root, 'rev-parse', 'x')).toBe(data['commit']);
    expect(git(bare, 'branch')).toBe('');
  });
});

test('without the command git the files are written, and the page can say why', async () => {
  const root = repository();
  vi.stubEnv('PATH', folderWith({}));
  try {
    const desk = await openIn(root);
    expect((await desk.ask('GET', '/api/git')).data).toMatchObject({
      repository: false,
      message: { en: expect.stringContaining('git was not found') as string },
    });
    expect((await asked(root)).data).toMatchObject({ is: 'files', files: [{ path: 'pay/a.yaml' }] });
  } finally {
    vi.unstubAllEnvs();
  }
  expect(readFileSync(join(root, 'policies/pay/a.yaml'), 'utf8')).toBe(change.text);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { folderWith, git } from './desk.ts';
import { version, files, change, repository, openIn, asked, withRepositories } from './repository.ts';

withRepositories();

describe('with a remote', () => {
  test('the branch is sent only when asked for, and where it cannot be the commit is there all the same', async () => {
    const [root, bare] = [repository(), folderWith({})];
    git(bare, 'init', '-q', '--bare', '-b', 'main');
    git(root, 'remote', 'add', 'origin', bare);
    git(root, 'push', '-q', 'origin', 'main');
    expect((await asked(root, { branch: 'one' })).data).toMatchObject({ pushed: false });
    expect((await asked(root, { branch: 'two', push: true })).data).toMatchObject({ branch: 'two', pushed: true });
    expect(git(bare, 'branch', '--format=%(refname:short)').split('\n')).toEqual(['main', 'two']);
    git(root, 'remote', 'set-url', 'origin', join(bare, 'gone'));
    const { status, data } = await asked(root, { branch: 'three', push: true });
    expect([status, data['pushed']]).toEqual([200, false]);
    expect(data['notPushed']).toMatchObject({ en: expect.stringContaining('git push failed') as string });
    expect(git(root, 'rev-parse', 'three')).toBe(data['commit']);
  });

  test('a name that the remote has is not taken, and the link leads to its page', async () => {
    const root = repository();
    git(root, 'remote', 'add', 'origin', 'https://user:secret@github.com/acme/handbook.git');
    git(root, 'update-ref', 'refs/remotes/origin/a-2026-11-22', 'HEAD');
    const { data } = await asked(root);
    expect(data).toMatchObject({
      branch: 'a-2026-11-22-2',
      link: 'https://github.com/acme/handbook/compare/main...a-2026-11-22-2?expand=1',
    });
    const { data: state } = await (await openIn(root)).ask('GET', '/api/git');
    expect(state).toEqual({
      repository: true,
      branch: 'main',
      commit: git(root, 'rev-parse', 'HEAD'),
      author: '李伟 <li@example.org>',
      remote: { name: 'origin', page: 'https://github.com/acme/handbook' },
      uncommitted: [],
    });
  });
});

describe('outside of git', () => {
  test('a file renamed only in upper and lower case has its new name, and only that', async () => {
    vi.stubEnv('GIT_CEILING_DIRECTORIES', '/');
    const root = folderWith(files);
    const moved = [
      { path: 'pay/A.yaml', text: 'a: 4\n', basedOn: null },
      { path: 'pay/a.yaml', text: null, basedOn: change.basedOn },
    ];
    expect((await asked(root, { files: moved })).status).toBe(200);
    expect(readdirSync(join(root, 'policies/pay')).toSorted()).toEqual(['A.yaml', 'c.yaml']);
    expect(readFileSync(join(root, 'policies/pay/A.yaml'), 'utf8')).toBe('a: 4\n');
  });

  test('the files themselves are written, all or none', async () => {
    vi.stubEnv('GIT_CEILING_DIRECTORIES', '/');
    const root = folderWith(files);
    const made = { path: 'pay/new.yaml', text: 'new', basedOn: null };
    const stale = { path: 'pay/c.yaml', text: 'x', basedOn: null };
    expect((await asked(root, { files: [change, stale] })).status).toBe(409);
    expect(readFileSync(join(root, 'policies/pay/a.yaml'), 'utf8')).toBe('a: 1\nb: 2\n');
    const { status, data } = await asked(root, { files: [change, made] });
    expect({ status, data }).toEqual({
      status: 200,
      data: {
        is: 'files',
        files: [
          { path: 'pay/a.yaml', version: version(change.text) },
          { path: 'pay/new.yaml', version: version('new') },
        ],
      },
    });
    expect(readFileSync(join(root, 'policies/pay/a.yaml'), 'utf8')).toBe(change.text);
    const desk = await openIn(root);
    expect((await desk.ask('GET', '/api/git')).data).toMatchObject({
      repository: false,
      message: { zh: expect.any(String) as string },
    });
    expect((await desk.ask('GET', '/api/history/pay/a.yaml')).data).toEqual({ entries: [], more: false });
  });

  const bad: readonly (readonly [string, object])[] = [
    ['no files', { files: [] }],
    ['a file twice', { files: [change, change] }],
    ['no message', { message: ' ' }],
    ['a message without end', { message: 'x'.repeat(50_001) }],
    ['a sign that ends texts', { message: 'a\0b' }],
    ['an approver in two lines', { approver: 'a\nSigned-off-by: b' }],
    ['an unknown word', { force: true }],
    ['an unknown word in a file', { files: [{ ...change, mode: 1 }] }],
  ];
  test.each(bad)('%s is refused', async (_, more) => {
    const { status, data } = await asked(folderWith(files), more);
    expect([status, data['error']]).toEqual([400, 'wrong-shape']);
  });
});

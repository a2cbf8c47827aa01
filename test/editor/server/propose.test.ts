import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderWith, git, madeFolder, open, type Answered, type Opened } from './desk.ts';

const version = (text: string): string => createHash('sha256').update(text).digest('hex');
const files = {
  'policies/handbook.yaml': 'handbook: h\n',
  'policies/pay/a.yaml': 'a: 1\nb: 2\n',
  'policies/pay/c.yaml': 'c: 1\n',
};
const change = { path: 'pay/a.yaml', text: 'a: 3\nb: 2\n', basedOn: version('a: 1\nb: 2\n') };
const message = '最高比率由2.5%改为2.6%\n\nFrom 2027-01-01.';

let first: string;
beforeAll(() => {
  // Whoever runs the tests has settings of their own.
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  first = madeFolder(files);
  git(first, 'init', '-q', '-b', 'main');
  const settings = '[user]\nname = 李伟\nemail = li@example.org\n[commit]\ngpgsign = false\n';
  appendFileSync(join(first, '.git/config'), settings);
  git(first, 'add', '.');
  git(first, 'commit', '-q', '-m', 'first');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(first, { recursive: true });
});

/** A repository with the handbook in `policies/`, all of it committed on `main`. */
function repository(): string {
  const root = folderWith({});
  cpSync(first, root, { recursive: true });
  return root;
}

const openIn = (root: string): Promise<Opened> => open(join(root, 'policies'));
const asked = async (root: string, more: object = {}): Promise<Answered> =>
  (await openIn(root)).ask('POST', '/api/propose', { files: [change], message, ...more });

describe('in a repository', () => {
  test('a change is one commit on a new branch, and nothing that somebody works on is touched', async () => {
    const root = repository();
    writeFileSync(join(root, 'policies/pay/c.yaml'), 'c: staged\n');
    git(root, 'add', '.');
    writeFileSync(join(root, 'policies/pay/c.yaml'), 'c: not staged\n');
    writeFileSync(join(root, 'stray.txt'), 'stray');
    const before = [
      git(root, 'status', '--porcelain'),
      git(root, 'rev-parse', 'HEAD'),
      git(root, 'diff'),
      git(root, 'diff', '--cached'),
    ];
    const added = { path: 'pay/history/a.v1.yaml', text: '旧\n', basedOn: null };
    const { status, data } = await asked(root, {
      files: [change, added],
      branch: 'commission a: 2027-01-01',
      approver: 'Wang Fang (pay/head)',
    });
    expect({ status, data }).toEqual({
      status: 200,
      data: {
        is: 'branch',
        branch: 'commission-a-2027-01-01',
        commit: git(root, 'rev-parse', 'commission-a-2027-01-01'),
        pushed: false,
        heldUncommitted: [],
        skippedHooks: [],
      },
    });
    expect([
      git(root, 'status', '--porcelain'),
      git(root, 'rev-parse', 'HEAD'),
      git(root, 'diff'),
      git(root, 'diff', '--cached'),
    ]).toEqual(before);
    expect(git(root, 'symbolic-ref', '--short', 'HEAD')).toBe('main');
    expect(git(root, 'log', '-1', '--format=%an <%ae>%n%P%n%B', 'commission-a-2027-01-01')).toBe(
      `李伟 <li@example.org>\n${git(root, 'rev-parse', 'main')}\n${message}\n\nApproved-by: Wang Fang (pay/head)`,
    );
    expect(git(root, '-c', 'core.quotePath=false', 'diff', '--name-status', 'main', 'commission-a-2027-01-01')).toBe(
      'M\tpolicies/pay/a.yaml\nA\tpolicies/pay/history/a.v1.yaml',
    );
    expect(git(root, 'show', 'commission-a-2027-01-01:policies/pay/a.yaml')).toBe(change.text.trimEnd());
    expect(readFileSync(join(root, 'policies/pay/a.yaml'), 'utf8')).toBe('a: 1\nb: 2\n');
    expect(git(root, 'fsck', '--strict')).toBe('');
  });

  test('without a wish the branch has the name of the policy and the day, and never that of another one', async () => {
    const root = repository();
    const branches: unknown[] = [];
    for (const text of ['1', '2', '3'])
      branches.push((await asked(root, { files: [{ ...change, text }] })).data['branch']);
    expect(branches).toEqual(['a-2026-11-22', 'a-2026-11-22-2', 'a-2026-11-22-3']);
    expect(git(root, 'show', 'a-2026-11-22:policies/pay/a.yaml')).toBe('1');
  });

  const names: readonly (readonly [wish: string, is: string, there?: string])[] = [
    ['提成/2027', '提成/2027'],
    ['pay/a', 'pay-a', 'pay'],
    ['team', 'team-2', 'team/a'],
    ['Main', 'Main-2'],
    ['--force', 'force'],
    ['../../x', 'x'],
    ['a..b~^:?*[\\c', 'a.b-c'],
    ['x.lock', 'policy-change'],
    ['@{-1}', '1'],
    ['。。', 'policy-change-2'],
  ];
  test('a wish becomes a name that git takes and nobody has', async () => {
    const root = repository();
    for (const [, , there] of names) if (there !== undefined) git(root, 'branch', there);
    const desk = await openIn(root);
    for (const [branch, is] of names) {
      const { data } = await desk.ask('POST', '/api/propose', { files: [change], message, branch });
      expect(data['branch']).toBe(is);
    }
  });

  test('where no branch is checked out, the commit is the base', async () => {
    const root = repository();
    git(root, 'checkout', '-q', '--detach');
    const { status, data } = await asked(root);
    expect(status).toBe(200);
    expect(git(root, 'rev-parse', `${String(data['branch'])}^`)).toBe(git(root, 'rev-parse', 'HEAD'));
    expect((await (await openIn(root)).ask('GET', '/api/git')).data).toMatchObject({ repository: true, branch: null });
  });

  test('before the first commit it is said what to do', async () => {
    const root = folderWith(files);
    git(root, 'init', '-q', '-b', 'main');
    const { status, data } = await asked(root);
    expect([status, data['error']]).toEqual([422, 'no-commit']);
    expect(data['message']).toMatchObject({ en: expect.stringContaining('no commit yet') as string });
    const desk = await openIn(root);
    expect((await desk.ask('GET', '/api/git')).data).toMatchObject({ branch: 'main', commit: null });
    expect((await desk.ask('GET', '/api/history/pay/a.yaml')).data).toEqual({ entries: [], more: false });
  });

  test('who has not told git a name is told how', async () => {
    const root = repository();
    git(root, 'config', '--unset', 'user.name');
    const { status, data } = await asked(root);
    expect([status, data['error']]).toEqual([422, 'no-commit']);
    expect(data['message']).toMatchObject({ zh: expect.stringContaining('user.name') as string });
    expect(git(root, 'branch', '--format=%(refname:short)')).toBe('main');
    const { data: state } = await (await openIn(root)).ask('GET', '/api/git');
    expect('author' in state).toBe(false);
  });

  test('hooks that look at the working folder do not run, and are named', async () => {
    const root = repository();
    for (const name of ['pre-commit', 'commit-msg']) {
      const hook = join(root, '.git/hooks', name);
      mkdirSync(join(root, '.git/hooks'), { recursive: true });
      writeFileSync(hook, `#!/bin/sh\ntouch ${name}-ran\nexit 1\n`);
      chmodSync(hook, 0o755);
    }
    const { status, data } = await asked(root);
    expect([status, data['skippedHooks']]).toEqual([200, ['pre-commit', 'commit-msg']]);
    expect(existsSync(join(root, 'pre-commit-ran'))).toBe(false);
  });

  test('what nobody had committed and the text rests on is in the commit, and named', async () => {
    const root = repository();
    writeFileSync(join(root, 'policies/pay/a.yaml'), 'a: 1\nb: somebody’s\n');
    const text = 'a: 3\nb: somebody’s\n';
    const { data } = await asked(root, {
      files: [{ path: 'pay/a.yaml', text, basedOn: version('a: 1\nb: somebody’s\n') }],
    });
    expect(data['heldUncommitted']).toEqual(['pay/a.yaml']);
  });

  test('line ends are those of the repository, and a file that runs still does', async () => {
    const root = repository();
    writeFileSync(join(root, '.gitattributes'), '*.yaml text eol=crlf\n');
    git(root, 'update-index', '--chmod=+x', 'policies/pay/a.yaml');
    git(root, 'add', '.gitattributes');
    git(root, 'commit', '-q', '-m', 'second');
    await asked(root, { branch: 'x', files: [{ ...change, text: 'a: 3\r\nb: 2\r\n' }] });
    expect(git(root, 'cat-file', '-p', 'x:policies/pay/a.yaml')).toBe('a: 3\nb: 2');
    expect(git(root, 'ls-tree', 'x', 'policies/pay/a.yaml')).toMatch(/^100755 /);
  });

  test('nothing to propose is said', async () => {
    const { status, data } = await asked(repository(), { files: [{ ...change, text: 'a: 1\nb: 2\n' }] });
    expect([status, data['error']]).toEqual([422, 'no-commit']);
  });

  test('a file that changed meanwhile stops it all, with the text that stands there', async () => {
    const root = repository();
    rmSync(join(root, 'policies/pay/c.yaml'));
    const other = { path: 'pay/c.yaml', text: 'c: 2', basedOn: version('c: 1\n') };
    const made = { path: 'handbook.yaml', text: 'c: 2', basedOn: null };
    const { status, data } = await asked(root, { files: [change, other, made] });
    expect([status, data['error']]).toEqual([409, 'changed']);
    expect(data['conflicts']).toEqual([
      { path: 'pay/c.yaml', text: null, version: null },
      { path: 'handbook.yaml', text: 'handbook: h\n', version: version('handbook: h\n') },
    ]);
    expect(git(root, 'branch', '--format=%(refname:short)')).toBe('main');
  });
});

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

describe('the history of a file', () => {
  test('has each commit with its words and the text that it left, also under an earlier name and where it was taken away', async () => {
    const root = repository();
    const commit = (words: string): void => {
      git(root, 'add', '-A');
      git(root, 'commit', '-q', '-m', words, '--date', '2026-01-02T03:04:05+08:00');
    };
    writeFileSync(join(root, 'policies/pay/a.yaml'), 'a: 2\nb: 2\n');
    commit('改 a\n\nWhy so.');
    writeFileSync(join(root, 'policies/pay/c.yaml'), 'other');
    commit('other file');
    git(root, 'mv', 'policies/pay/a.yaml', 'policies/pay/名.yaml');
    commit('renamed');
    rmSync(join(root, 'policies/pay/名.yaml'));
    commit('gone');
    const { data } = await (await openIn(root)).ask('GET', `/api/history/${encodeURIComponent('pay/名.yaml')}`);
    const entries = data['entries'] as readonly Record<string, string>[];
    expect(entries.map(({ message, path, text }) => [message, path, text])).toEqual([
      ['gone', 'pay/名.yaml', null],
      ['renamed', 'pay/名.yaml', 'a: 2\nb: 2\n'],
      ['改 a\n\nWhy so.', 'pay/a.yaml', 'a: 2\nb: 2\n'],
      ['first', 'pay/a.yaml', 'a: 1\nb: 2\n'],
    ]);
    expect(entries[0]).toMatchObject({
      author: '李伟',
      date: '2026-01-02T03:04:05+08:00',
      commit: git(root, 'rev-parse', 'HEAD'),
    });
    expect(data['more']).toBe(false);
  });

  test('is bounded', async () => {
    const root = repository();
    const commits = Array.from({ length: 51 }, (_, i) => {
      const from = i === 0 ? `from ${git(root, 'rev-parse', 'main')}\n` : '';
      const who = 'committer t <t@example.org> 1767225600 +0800';
      return `commit refs/heads/main\n${who}\ndata 1\nx\n${from}M 644 inline policies/pay/a.yaml\ndata 1\n${i % 10}\n`;
    });
    execFileSync('git', ['fast-import', '--quiet'], { cwd: root, input: commits.join('') });
    const { data } = await (await openIn(root)).ask('GET', '/api/history/pay/a.yaml');
    expect([(data['entries'] as unknown[]).length, data['more']]).toEqual([50, true]);
    expect((await (await openIn(root)).ask('GET', '/api/history/..%2Fx.yaml')).status).toBe(400);
  });
});

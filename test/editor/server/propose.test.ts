import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freeBranch } from '../../../engine/host/git-branch.ts';
import { folderWith, git } from './desk.ts';
import { version, files, change, message, repository, openIn, asked, withRepositories } from './repository.ts';

withRepositories();

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
    const commit = git(root, 'rev-parse', 'main');
    for (const [wish, is] of names) expect(await freeBranch(root, wish, commit)).toBe(is);
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

  const renamings: readonly (readonly [
    says: string,
    before: (root: string) => void,
    old: string | null,
    now: string | null,
  ])[] = [
    ['in the page', () => undefined, version('a: 1\nb: 2\n'), null],
    [
      'on disk',
      (root) => renameSync(join(root, 'policies/pay/a.yaml'), join(root, 'policies/pay/A.yaml')),
      null,
      version('a: 1\nb: 2\n'),
    ],
  ];
  test.each(renamings)(
    'a file renamed only in upper and lower case %s is proposed',
    async (_says, before, old, now) => {
      const root = repository();
      before(root);
      const { status, data } = await asked(root, {
        files: [
          { path: 'pay/a.yaml', text: null, basedOn: old },
          { path: 'pay/A.yaml', text: 'a: 1\nb: 2\n', basedOn: now },
        ],
      });
      expect([status, data['message']]).toEqual([200, undefined]);
      expect(git(root, 'diff', '-M', '--name-status', 'main', String(data['branch']))).toBe(
        'R100\tpolicies/pay/a.yaml\tpolicies/pay/A.yaml',
      );
    },
  );

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

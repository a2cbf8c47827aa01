import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { git } from './desk.ts';
import { repository, openIn, withRepositories } from './repository.ts';

withRepositories();

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

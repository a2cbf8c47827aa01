import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallFolder } from './small-run.ts';
import { bylaw, folder, json, type Ran } from './terminal.ts';

function git(cwd: string, ...argv: readonly string[]): void {
  const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...argv], { cwd, stdio: 'pipe' });
}

/** The small handbook (pay is 10 % of sales, from 2027 on 20 %), committed. */
function repository(): string {
  const cwd = smallFolder({});
  git(cwd, 'init', '-q', '-b', 'main');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'first');
  return cwd;
}

function change(cwd: string, file: string, find: string | RegExp, replace: string): void {
  const path = join(cwd, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(find, replace);
  if (after === before) throw new Error(`${file} is not changed`);
  writeFileSync(path, after);
}

const diff = (cwd: string, ...argv: readonly string[]): Promise<Ran> =>
  bylaw(['diff', ...argv, '--handbook', 'rules'], { cwd });

test('what changes in a version to come is told from its first day on', async () => {
  const cwd = repository();
  change(cwd, 'rules/pay.yaml', '* 20%', '* 25%');
  expect(await diff(cwd, 'git:main', 'dir:rules')).toEqual({
    code: 0,
    err: '',
    out: `From git:main to dir:rules:

Pay (pay)
  From 2027-01-01 on: Always, “Amount” (pay.amount) changes from 20% × net sales to 25% × net sales.
  From 2027-01-01 on: For example, with net sales 1.00 CNY: 0.20 CNY → 0.25 CNY.
`,
  });
  expect((await diff(cwd, 'git:main', 'dir:rules', '--lang', 'zh')).out).toContain(
    '自 2027-01-01 起：任何情况下，“金额”（pay.amount）由 20% × 净销售额改为 25% × 净销售额。',
  );
});

test('names of files and the form of texts are no change', async () => {
  const cwd = repository();
  renameSync(join(cwd, 'rules/pay.yaml'), join(cwd, 'rules/salary.yaml'));
  change(cwd, 'rules/salary.yaml', 'sales.net * 20%', '( sales.net  *  20% )');
  const ran = await diff(cwd, 'git:main', 'dir:rules');
  expect(ran).toMatchObject({ code: 0, out: 'From git:main to dir:rules:\nNo outcome changes.\n' });
});

test('titles and cases stand apart', async () => {
  const cwd = repository();
  change(cwd, 'rules/pay.yaml', 'en: Amount', 'en: Sum');
  writeFileSync(
    join(cwd, 'rules/pay.cases.yaml'),
    'cases-of: pay\nat: 2026-10-31\ncases:\n  - { id: one, given: { sales.net: 100 CNY }, expect: { .amount: 10 CNY } }\n',
  );
  expect((await diff(cwd, 'git:main', 'dir:rules')).out).toBe(`From git:main to dir:rules:
No outcome changes.

Without effect on outcomes
Pay (pay)
  From 2027-01-01 on: “Amount” (pay.amount): The title is now “Sum”.

Cases
  pay: new: one.
`);
});

test('two days and two versions of one handbook', async () => {
  const cwd = smallFolder({});
  for (const sides of [
    ['at:2026-12-31', 'at:2027-01-01'],
    ['v:1', 'v:2', 'pay.amount'],
    ['pay@v:1', 'pay@v:2'],
  ])
    expect((await diff(cwd, ...sides)).out).toContain(
      '  Always, “Amount” (pay.amount) changes from 10% × net sales to 20% × net sales',
    );
  expect((await diff(cwd, 'at:2027-01-01', 'at:2028-01-01')).out).toContain('No outcome changes.');
  const found = json<{ policies: { changes: { decision: string; is: string }[] }[] }>(
    await diff(cwd, 'v:1', 'v:2', 'pay', '--json'),
  );
  expect(found.policies[0]?.changes).toMatchObject([{ decision: 'pay.amount', is: 'changed', days: [{}] }]);
});

test('a side that cannot be read is named, with the file', async () => {
  const cwd = repository();
  change(cwd, 'rules/pay.yaml', 'sales.net * 20%', 'sales.net * * 20%');
  const ran = await diff(cwd, 'git:main', 'dir:rules');
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('“Amount” (pay.amount) cannot be compared: dir:rules: pay.yaml: ');
  for (const file of ['rules/pay.yaml', 'rules/history/pay.v1.yaml']) change(cwd, file, 'decisions:', 'decisions: [');
  git(cwd, 'commit', '-q', '-a', '-m', 'no policy any more');
  const both = await diff(cwd, 'git:main', 'dir:rules');
  expect(both.code).toBe(1);
  expect(both.out).toMatch(/Not read.*(\n  git:main: .*pay.*){2}(\n  dir:rules: .*pay.*){2}\n$/);
  writeFileSync(join(cwd, 'rules/handbook.yaml'), 'handbook: [');
  expect(await diff(cwd, 'git:main', 'dir:rules')).toMatchObject({
    code: 3,
    out: '',
    err: expect.stringMatching(/^bylaw: dir:rules: the manifest cannot be read. handbook.yaml: /) as string,
  });
});

test.each([
  [['git:nope', 'dir:rules'], 2, 'git:nope: There is no revision “nope”'],
  [['main', 'dir:rules'], 2, '“main” is no side of a comparison'],
  [['at:2027-02-30', 'dir:rules'], 2, '“2027-02-30” is no date'],
  [['v:1', 'v:2'], 2, '“v:1” does not say of which policy'],
  [['pay@v:1', 'pay@v:7'], 2, 'pay has no version 7; it has 1, 2.'],
  [['pays@v:1', 'pay@v:2'], 2, 'There is no policy “pays”'],
  [['git:main', 'dir:nowhere'], 3, 'nowhere is no handbook'],
  [['git:main', 'dir:rules', 'pay.amonut'], 2, 'Did you mean “pay.amount”?'],
  [['git:main'], 2, 'FROM and TO'],
])('refused: %j', async (argv, code, says) => {
  const ran = await diff(repository(), ...argv);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.err).toContain(says);
});

test('outside of a repository, and where the clone is shallow', async () => {
  const none = await diff(smallFolder({}), 'git:main', 'dir:rules');
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining('lies in no git repository') as string });
  const from = repository();
  change(from, 'rules/pay.yaml', '* 20%', '* 25%');
  git(from, 'commit', '-q', '-a', '-m', 'second');
  const cwd = join(folder(), 'clone');
  git(from, 'clone', '-q', '--depth', '1', `file://${from}`, cwd);
  const ran = await diff(cwd, 'git:HEAD~1', 'dir:rules');
  expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('git fetch --unshallow') as string });
});

test('what is not committed is in no revision, and that is said', async () => {
  const cwd = repository();
  change(cwd, 'rules/pay.yaml', '* 20%', '* 25%');
  const ran = await diff(cwd, 'git:main', 'git:HEAD');
  expect(ran.out).toContain('No outcome changes.');
  expect(ran.err).toContain('1 file of the handbook differs');
});

test('a revision is read as a folder is: links are no files, and a file must be UTF-8', async () => {
  const cwd = repository();
  symlinkSync('pay.yaml', join(cwd, 'rules/link.yaml'));
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'a link');
  expect(await diff(cwd, 'git:HEAD~1', 'git:HEAD')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('No outcome changes.') as string,
  });
  writeFileSync(join(cwd, 'rules/old.yaml'), Buffer.from([0x74, 0x3a, 0x20, 0xd6, 0xd0, 0x0a]));
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'in GBK');
  const ran = await diff(cwd, 'git:main', 'dir:rules');
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('git:main: old.yaml is not UTF-8 in the revision “main”');
});

test('who asks about one decision hears as well what it follows', async () => {
  const cwd = repository();
  writeFileSync(
    join(cwd, 'rules/total.yaml'),
    readFileSync(join(cwd, 'rules/history/pay.v1.yaml'), 'utf8')
      .replace('policy: pay', 'policy: total')
      .replace(/decisions:[^]*$/, 'decisions:\n  all: { title: { en: All, zh: 合计 }, value: pay.amount + 1 CNY }\n'),
  );
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-q', '-m', 'a total');
  change(cwd, 'rules/pay.yaml', '* 20%', '* 25%');
  const { out } = await diff(cwd, 'git:main', 'dir:rules', 'total.all');
  expect(out).toContain('(pay.amount)');
  expect(out).toContain('  From 2027-01-01 on: “All” (total.all) follows “Amount” (pay.amount).');
  expect(out).not.toContain('pay.bonus');
});

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallFolder } from './small-run.ts';
import { bylaw, type Ran } from './terminal.ts';

/** What `diff` and `review` say of sides and tables that they cannot read whole, in both languages. */

function repository(files: Readonly<Record<string, string>>): string {
  const cwd = smallFolder(files);
  const git = (...argv: readonly string[]): void => {
    const author = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...author, ...argv], { cwd, stdio: 'pipe' });
  };
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  return cwd;
}

function change(cwd: string, file: string, find: string, replace: string): void {
  const path = join(cwd, file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(find)) throw new Error(`${file} has no “${find}”`);
  writeFileSync(path, before.replaceAll(find, replace));
}

const diff = (cwd: string, ...argv: readonly string[]): Promise<Ran> =>
  bylaw(['diff', 'git:main', 'dir:rules', ...argv, '--handbook', 'rules'], { cwd });
const review = (cwd: string, ...argv: readonly string[]): Promise<Ran> =>
  bylaw(['review', '--base', 'main', ...argv, '--handbook', 'rules', '--at', '2027-01-31'], { cwd });

test('a folder that there is not is one sentence', async () => {
  const cwd = repository({});
  const ran = await bylaw(['diff', 'git:main', 'dir:rules', '--handbook', 'nowhere'], { cwd });
  expect(ran).toMatchObject({ code: 3, out: '' });
  expect(ran.err).toMatch(/^bylaw: git:main: There is no folder .*nowhere\. Name the handbook's folder/);
});

describe('a population', () => {
  const tables = {
    'lacking.csv': 'name,reached\nAnn,80%\n',
    'wrong.csv': 'name,sales.net\nAnn,lots\nBob,5\nCid,3 cans\nDee,100 CNY\n',
    'other.csv': 'who\nAnn\n',
    'empty.csv': '',
  };
  const raised = (): string => {
    const cwd = repository(tables);
    change(cwd, 'rules/pay.yaml', '20%', '25%');
    return cwd;
  };

  test('without the column that is read was not tried, which is not the same as no change', async () => {
    const ran = await review(raised(), '--population', 'lacking.csv');
    expect(ran.out).toContain(
      '**Effect**: nothing was tried on lacking.csv: no number that changes reads a column of it.',
    );
    const zh = await review(raised(), '--population', 'lacking.csv', '--lang', 'zh');
    expect(zh.out).toContain('**影响**：未在 lacking.csv 上试算：改变的数值均不读取其中的列。');
    expect(await diff(raised(), 'pay.amount', '--population', 'lacking.csv', '--at', '2027-01-31')).toMatchObject({
      code: 1,
      err: expect.stringContaining('lacking.csv: no column for Net sales (sales.net)') as string,
    });
  });

  test('with cells of another type is told by line and column, and stands against merging', async () => {
    const ran = await review(raised(), '--population', 'wrong.csv');
    expect(ran.code).toBe(1);
    expect(ran.err.split('\n').map((line) => line.slice(0, 34))).toEqual([
      ...[2, 3, 4].map((line) => `wrong.csv:${String(line)}: column “sales.net”: N`),
      '',
    ]);
    expect(ran.out).toContain('`review/population-unanswered`');
    expect(ran.out).toContain('- 1 of 4 rows has another outcome.\n- Before and after: 1 with a value, 3 in error.');
    const zh = await review(raised(), '--population', 'wrong.csv', '--lang', 'zh');
    expect(zh.err).toContain('wrong.csv:2: 列“sales.net”');
  });

  test.each(['other.csv', 'empty.csv'])('%s says nothing', async (table) => {
    for (const run of [review, diff]) {
      for (const language of ['en', 'zh']) {
        const ran = await run(raised(), '--population', table, '--at', '2027-01-31', '--lang', language);
        expect(ran).toMatchObject({ code: 2, out: '' });
        expect(ran.err).toMatch(new RegExp(`^bylaw: .*${table}`));
      }
    }
  });
});

test('two versions with different units: types are told, amounts are not compared, cells by their side', async () => {
  const cwd = repository({ 'stock.csv': 'name,stock\nAnn,5 cans\nBob,5 boxes\n' });
  change(cwd, 'rules/words.yaml', 'units:\n', 'units:\n  - { id: box, en: [box, boxes], zh: [箱], whole: true }\n');
  change(cwd, 'rules/words.yaml', 'unit: can, range: ">= 0 cans"', 'unit: box, range: ">= 0 boxes"');
  for (const file of ['pay.yaml', 'history/pay.v1.yaml'])
    change(cwd, `rules/${file}`, 'stock - 1 can', 'stock - 1 box');
  const argv = ['pay.left', '--population', 'stock.csv', '--at', '2027-01-31'];
  const ran = await diff(cwd, ...argv);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('“Left” (pay.left) was quantity(can) and is now quantity(box).');
  expect(ran.out).toContain('- The type was quantity(can) and is quantity(box), so amounts are not compared.');
  expect(ran.err).toMatch(/stock\.csv:2: dir:rules: .*such as 40 boxes\.\nstock\.csv:3: git:main: .*such as 40 cans\./);
  const reviewed = await review(cwd, 'pay.left', '--population', 'stock.csv', '--lang', 'zh');
  expect(reviewed.code).toBe(1);
  expect(reviewed.out).toContain('1 项制度含义改变：报酬。');
  expect(reviewed.out).toContain('类型由 quantity(can) 改为 quantity(box)，故不比较数额。');
});

const head = (policy: string, kind: string): string =>
  `policy: ${policy}\nkind: ${kind}\nversion: 1\neffective: { from: 2023-01-01 }\npublished: 2022-12-20\ntitle: { en: ${policy}, zh: ${policy} }\nscope: shop\n`;

const scale = (policy: string, by: string, unit: string, count: number, more: number): string =>
  `${head(policy, 'tiers')}by: ${by}\nmode: slab\ntiers:\n${Array.from(
    { length: count },
    (_, i) =>
      `  - { in: "${i === count - 1 ? `>= ${String(i)}${unit}` : `[${String(i)}${unit} .. ${String(i + 1)}${unit})`}", amount: ${String(i + more)} CNY }\n`,
  ).join('')}`;

describe('many regions', () => {
  test('of tiers are summarised, and told where they are asked for', async () => {
    const cwd = repository({ 'rules/scale.yaml': scale('scale', 'sales.net', ' CNY', 200, 0) });
    writeFileSync(join(cwd, 'rules/scale.yaml'), scale('scale', 'sales.net', ' CNY', 200, 1));
    const some = (await diff(cwd)).out.split('\n');
    expect(some.filter((line) => line.includes(' rises from '))).toHaveLength(8);
    expect(some).toContain(
      '  From 2023-01-01 on: “Amount” (scale.amount) differs in 192 more parts (`bylaw diff … --all` tells them).',
    );
    expect((await diff(cwd, '--lang', 'zh')).out).toContain(
      '“金额”（scale.amount）另有 192 处不同（`bylaw diff … --all` 逐一列出）。',
    );
    const all = (await diff(cwd, '--all')).out.split('\n');
    expect(all.filter((line) => line.includes(' rises from '))).toHaveLength(200);
  });

  test('a policy of so many tiers is checked, and what is not gone through is not called the same', async () => {
    const cwd = repository({ 'rules/scale.yaml': scale('scale', 'sales.net', ' CNY', 3_000, 0) });
    const { code, err } = await bylaw(['check', '--handbook', 'rules'], { cwd });
    expect([code, err]).toEqual([0, '']);
  });
});

test('what rests on a policy with a mistake is not called the same', async () => {
  const broken = scale('scale', 'sales.net', ' CNY', 3, 0).replaceAll('amount', 'rate').replaceAll(' CNY }', '% }');
  const reads = (more: string): string =>
    `${head('reads', 'formula')}decisions:\n  x: { title: { en: X, zh: 值 }, value: scale.rate + ${more} }\n`;
  const cwd = repository({ 'rules/scale.yaml': broken, 'rules/reads.yaml': reads('1%') });
  writeFileSync(join(cwd, 'rules/reads.yaml'), reads('2%'));
  const { code, out } = await diff(cwd);
  expect(code).toBe(1);
  expect(out).toContain(
    '“X” (reads.x) is computed differently (see the line diff). For which facts it differs is not decided: it rests on “scale.rate”, which has a mistake and means nothing.',
  );
});

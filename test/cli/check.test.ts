import { globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder, handbookWith, home, json, sales } from './terminal.ts';

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly span: { readonly file: string };
  readonly place?: { readonly line: number; readonly column: number };
  readonly witness?: Readonly<Record<string, string>>;
}
interface Checked {
  readonly files: number;
  readonly policies: number;
  readonly decisions: number;
  readonly diagnostics: readonly Found[];
}

const head = 'pay/commission.head.yaml';
const tiers = readFileSync(join(home, 'policies', head), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('  - { in:'));

test('the handbook has no mistakes', async () => {
  const ran = await bylaw(['check', '--json']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const found = json<Checked>(ran);
  const files = globSync('policies/**/*.yaml', { cwd: home }).length;
  const policies = globSync('policies/**/*.yaml', { cwd: home }).filter((path) =>
    /^policy: /.test(readFileSync(join(home, path), 'utf8')),
  ).length;
  expect(found).toMatchObject({ files, policies, diagnostics: [] });
  expect(found.decisions).toBeGreaterThan(policies);
  const told = await bylaw(['check', '--lang', 'zh'], { cwd: join(home, 'policies', 'pay') });
  const counts = `${String(files)} 个文件，${String(policies)} 项制度，${String(found.decisions)} 个决定`;
  expect(told).toMatchObject({ code: 0, err: '' });
  const [first, notes] = told.out.split('\n');
  expect(first).toBe(`${counts}：0 处错误，0 处警告`);
  // All is decided there, and nothing is to be noted.
  expect(notes).toBe('');
});

test.each(tiers)('without %s the gap is named, and its witness is undetermined with that gap', async (tier) => {
  const dir = handbookWith({ [head]: (text) => text.replace(`${tier}\n`, '') });
  const checked = await bylaw(['check', '--json', '--handbook', dir]);
  expect(checked.code).toBe(1);
  const found = json<Checked>(checked).diagnostics.filter(({ severity }) => severity === 'error');
  expect(found).toMatchObject([{ code: 'tiers/gap', span: { file: head }, witness: {} }]);
  const { message, witness } = found[0]!;
  const at = JSON.stringify({ ...(JSON.parse(sales('0%')) as object), ...witness });
  const ask = ['eval', 'commission.head.amount', '--facts', '-', '--json', '--at', '2026-10-31', '--handbook', dir];
  const asked = await bylaw(ask, { stdin: at });
  expect(asked.code).toBe(0);
  const [outcome] = json<readonly { status: string; reasons: readonly { code: string; gap: string }[] }[]>(asked);
  expect(outcome).toMatchObject({ status: 'undetermined', reasons: [{ code: 'gap' }] });
  const [, hole = ''] = /^commission\.head#rate (.*)$/.exec(outcome?.reasons[0]?.gap ?? '') ?? [];
  expect(hole).not.toBe('');
  expect(message).toContain(hole);
});

test('two tiers that overlap are an error with a witness', async () => {
  const dir = handbookWith({ [head]: (text) => text.replace('(100% .. 120%)', '[100% .. 120%)') });
  const ran = await bylaw(['check', '--json', '--handbook', dir]);
  expect(ran.code).toBe(1);
  expect(json<Checked>(ran).diagnostics).toMatchObject([
    { code: 'tiers/overlap', severity: 'error', witness: { 'sales.completion': '100%' } },
  ]);
});

test('people see each mistake with its lines, in their language, and a count', async () => {
  const dir = handbookWith({ [head]: (text) => text.replace(`${tiers[7] ?? ''}\n`, '') });
  const ran = await bylaw(['check', '--handbook', 'policies', '--lang', 'zh'], { cwd: join(dir, '..') });
  const said = [
    '错误[tiers/gap]',
    '--> policies/pay/commission.head.yaml:22:12',
    ' 22 |   - { in: "[81% .. 100%]"',
    '1 处错误',
  ];
  expect(said.filter((text) => !ran.out.includes(text))).toEqual([]);
  const colourful = await bylaw(['check', '--handbook', dir], { isTerminal: true });
  expect(colourful.out).toContain('\u001b[');
  const plain = await bylaw(['check', '--handbook', dir], { isTerminal: true, env: { NO_COLOR: '1' } });
  expect(plain.out).not.toContain('\u001b[');
});

test('of some files only their own mistakes are told', async () => {
  const dir = handbookWith({ [head]: (text) => text.replace(`${tiers[7] ?? ''}\n`, '') });
  const check = async (file: string): Promise<number> =>
    (await bylaw(['check', file, '--handbook', dir], { cwd: join(dir, 'pay') })).code;
  expect(await check('commission.head.yaml')).toBe(1);
  expect(await check(head)).toBe(1);
  expect(await check('sales.yaml')).toBe(0);
  const unknown = await bylaw(['check', 'pay/sale.yaml', '--handbook', dir]);
  expect(unknown).toMatchObject({ code: 2, out: '', err: expect.stringContaining('“pay/sales.yaml”') as string });
});

test('cases are checked without being run', async () => {
  const dir = handbookWith({
    'pay/sales.cases.yaml': (text) => text.replace('columns: [sales.ordered', 'columns: [sales.orderd'),
  });
  const ran = await bylaw(['check', '--json', '--handbook', dir]);
  expect(ran.code).toBe(1);
  expect(json<Checked>(ran).diagnostics).toMatchObject([
    { code: 'cases/unknown-column', span: { file: 'pay/sales.cases.yaml' }, place: { line: 6, column: 15 } },
  ]);
});

test('what lies in the folder and was not read is told', async () => {
  const dir = handbookWith();
  symlinkSync(join(process.cwd(), 'package.json'), join(dir, 'pay', 'secret.yaml'));
  writeFileSync(join(dir, 'pay', 'more.yml'), 'policy: more\n');
  const ran = await bylaw(['check', '--json', '--handbook', dir]);
  expect(ran.code).toBe(0);
  expect(json<Checked>(ran).diagnostics.map(({ code, span }) => `${span.file} ${code}`)).toEqual([
    'pay/more.yml folder/extension',
    'pay/secret.yaml folder/link',
  ]);
});

test('a handbook that cannot be read gives exit code 3', async () => {
  const empty = folder();
  const cases: Readonly<Record<string, readonly string[]>> = {
    'There is no handbook here': ['check'],
    'There is no folder': ['check', '--handbook', 'nowhere'],
    'has no handbook.yaml': ['eval', 'sales.net', '--handbook', empty],
    没有文件夹: ['run', 'sales.net', '--in', 'x.csv', '--handbook', 'nowhere', '--lang', 'zh'],
  };
  for (const [says, argv] of Object.entries(cases)) {
    const ran = await bylaw(argv, { cwd: empty });
    expect(ran).toMatchObject({ code: 3, out: '', err: expect.stringContaining(says) as string });
  }
  const dir = handbookWith();
  writeFileSync(join(dir, 'pay', 'latin.yaml'), Buffer.from([0xe9]));
  const ran = await bylaw(['eval', 'sales.net', '--handbook', dir]);
  expect(ran).toMatchObject({ code: 3, err: expect.stringContaining('pay/latin.yaml is not UTF-8') as string });
});

test('the nearest handbook is meant, from the folder and from above it', async () => {
  const dir = handbookWith();
  mkdirSync(join(dir, '..', 'deep', 'down'), { recursive: true });
  for (const cwd of [dir, join(dir, 'pay'), join(dir, '..'), join(dir, '..', 'deep', 'down')]) {
    expect((await bylaw(['check', '--json'], { cwd })).code).toBe(0);
  }
});

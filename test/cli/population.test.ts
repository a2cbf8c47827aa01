import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EffectSection } from '../../engine/review/effect/section.ts';
import { smallManifest } from '../support/small-manifest.ts';
import { smallFolder } from './small-run.ts';
import { bylaw, json, type Ran } from './terminal.ts';

const people = `name,dept,sales.net
Ann,A,1000 CNY
Bob,B,200.05 CNY
Cy,B,0 CNY
`;

/** Pay is 10 % of sales, from 2027 on 20 %. */
const onDays = ['at:2026-12-31', 'at:2027-01-01', 'pay.amount'] as const;

function diff(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Ran> {
  const cwd = smallFolder({ 'people.csv': people, ...files });
  return bylaw(['diff', ...argv, '--handbook', 'rules'], { cwd });
}

const gated = (gates: string): string => `${smallManifest}review: { fail-if: { ${gates} } }\n`;

/** The folder as the first commit of a repository, and how its handbook is edited. */
function versioned(cwd: string): Record<'git' | 'edit', (...argv: readonly string[]) => void> {
  const git = (...argv: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...argv], { cwd, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  const edit = (file = '', find = '', replace = ''): void => {
    const path = join(cwd, 'rules', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(find, replace));
  };
  return { git, edit };
}

test('the whole report, in both languages', async () => {
  const argv = [...onDays, '--population', 'people.csv', '--by', 'dept', '--id', 'name'];
  const ran = await diff({}, ...argv);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out.slice(ran.out.indexOf('## '))).toBe(`## Effect on people.csv, on 2026-12-31 and on 2027-01-01

### Pay · Amount (\`pay.amount\`)

- 2 of 3 rows have another outcome.
- In all +120.00 CNY (120.01 CNY → 240.01 CNY): 2 rise by 120.00 CNY, none falls.
- Of the changes: median +60.00 CNY (the mean of +20.00 CNY and +100.00 CNY), from +20.00 CNY to +100.00 CNY.

| dept | rows | changed | rise by | fall by | in all |
|---|--:|--:|--:|--:|--:|
| A | 1 | 1 | 1: 100.00 CNY | 0: 0.00 CNY | +100.00 CNY |
| B | 2 | 1 | 1: 20.00 CNY | 0: 0.00 CNY | +20.00 CNY |

The largest changes:

1. Ann (line 2): 100.00 CNY → 200.00 CNY (+100.00 CNY): Amount (pay.amount): version 2 instead of 1, Net sales × 10% → Net sales × 20%
2. Bob (line 3): 20.01 CNY → 40.01 CNY (+20.00 CNY): Amount (pay.amount): version 2 instead of 1, Net sales × 10% → Net sales × 20%
`);
  const zh = await diff({}, ...argv, '--lang', 'zh');
  expect(zh.out).toContain('- 3 行中有 2 行结果改变。\n- 合计 +120.00 CNY（120.01 CNY → 240.01 CNY）');
  expect(zh.out).toContain(
    '1. Ann（第 2 行）：100.00 CNY → 200.00 CNY（+100.00 CNY）：金额（pay.amount）：第 2 版代替第 1 版',
  );
});

test('without a decision all numbers that change and read the table are tried', async () => {
  const ran = await diff({}, 'at:2026-12-31', 'at:2027-01-01', '--population', 'people.csv', '--json');
  const { effect } = json<{ effect: EffectSection }>(ran);
  expect(effect.effects.map(({ decision }) => decision)).toEqual(['pay.amount']);
  const sold = await diff(
    { 'people.csv': 'name,reached,sales.net\nAnn,80%,\n' },
    'v:1',
    'v:2',
    'pay',
    '--population',
    'people.csv',
  );
  expect(sold.out).toContain(
    '- Pay · Amount (pay.amount): the row is undetermined before and after (“Net sales” (sales.net) is not given).',
  );
  const nobody = await diff(
    { 'people.csv': 'name,sales.net\nAnn,\n' },
    'pay@v:1',
    'pay@v:2',
    '--population',
    'people.csv',
  );
  expect(nobody.code).toBe(1);
  expect(nobody.out).toContain(
    '### Without a change\n\n- Pay · Amount (pay.amount): the row is undetermined before and after (',
  );
  const none = await diff({}, 'at:2027-01-01', 'at:2028-01-01', '--population', 'people.csv');
  expect(none).toMatchObject({ code: 0, err: '' });
  expect(none.out).toContain('Nothing that comes out differently is a number and reads a column of this table.');
});

test('names are replaced by pseudonyms, the key is never told', async () => {
  const key = 'a key of more than sixteen bytes';
  const argv = [...onDays, '--population', 'people.csv', '--pseudonymous', 'key'];
  const ran = await diff({ key: `${key}\n` }, ...argv, '--id', 'name');
  const ann = createHmac('sha256', key).update('Ann').digest('hex').slice(0, 16);
  expect(ran.code).toBe(0);
  expect(ran.out).toContain(`1. ${ann} (line 2)`);
  expect(ran.out + ran.err).not.toMatch(/Ann|Bob|sixteen/);
  const wrong = await diff({ key, 'people.csv': `${people}Dee,A,Ann's\n` }, ...argv, '--id', 'name');
  expect(wrong.code).toBe(1);
  expect(wrong.out + wrong.err).not.toMatch(/Ann/);
  const twice = await diff({ key, 'people.csv': `${people}Ann,A,1 CNY\n` }, ...argv, '--key', 'name');
  expect(twice).toMatchObject({ code: 1, err: expect.stringMatching(/people.csv:2: .*\n.*people.csv:5: /) as string });
  expect(twice.out + twice.err).not.toMatch(/Ann/);
});

test.each([
  [['--pseudonymous', 'key'], 'Name the column whose entries become pseudonyms: --id COLUMN.'],
  [['--id', 'name', '--pseudonymous', 'short'], 'The key in short is too short'],
  [['--id', 'name', '--pseudonymous', 'nowhere'], 'There is no file nowhere.'],
  [['--id', 'names'], 'people.csv has no column “names” for --id. Did you mean “name”?'],
  [['--by', 'dpt'], 'people.csv has no column “dpt” for --by. Did you mean “dept”?'],
])('refused: %j', async (argv, says) => {
  const files = { key: '0123456789abcdef', short: 'short' };
  const ran = await diff(files, ...onDays, '--population', 'people.csv', ...argv);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(says);
});

test('what cells say wrongly is told by line and column, and the others count', async () => {
  const ran = await diff(
    { 'people.csv': `${people}Dee,A,lots\nEd,A\nFay,A,\n` },
    ...[...onDays, '--population', 'people.csv'],
  );
  expect(ran.code).toBe(1);
  expect(ran.err)
    .toBe(`people.csv:5: column “sales.net”: Net sales (sales.net): “lots” is not an amount such as 500 CNY.
people.csv:6: The row has 2 cells for 3 columns, so it is not known which is which.
`);
  expect(ran.out).toContain('1 row is left out');
  expect(ran.out).toContain('Before and after: 3 with a value, 1 undetermined, 1 in error.');
});

test('a column that is missing is named, and a table that says nothing is no comparison', async () => {
  const ran = await diff({ 'people.csv': 'name,reached\nAnn,80%\n' }, ...[...onDays, '--population', 'people.csv']);
  expect(ran.code).toBe(1);
  expect(ran.err)
    .toBe(`people.csv: no column for Net sales (sales.net), which pay.amount may read; a row that needs it is undetermined.
No row of people.csv has a value on either side, so nothing was compared.
`);
  const none = await diff({ 'people.csv': 'who\nAnn\n' }, ...onDays, '--population', 'people.csv');
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining('No column of people.csv is a fact') as string });
});

test('a mapping gives columns facts and units, and joins tables', async () => {
  const files = {
    'sales.csv': '员工,净额\nAnn,1000\nBob,200.05\n',
    'reached.csv': 'who,done\nAnn,80\n',
    'map.yaml': `mapping: sales
key: 员工
columns: { 净额: { fact: sales.net, unit: CNY } }
tables:
  - { file: reached.csv, key: who, as: columns, columns: { done: { fact: reached, unit: percent } }, without-rows: absent }
`,
  };
  const ran = await diff(files, ...onDays, 'pay.bonus', '--population', 'sales.csv', '--map', 'map.yaml', '--json');
  expect(ran.err).toBe('');
  const { effect } = json<{ effect: EffectSection }>(ran);
  expect(effect.effects[0]).toMatchObject({ changed: 2, amounts: { totals: { change: '120.00 CNY' } } });
  expect(effect.effects[0]?.largest[0]?.who).toBe('Ann');
  expect(effect.effects[1]).toMatchObject({ changed: 0, after: { determined: 1, undetermined: 1 } });
});

test.each([
  ['total-increase: "> 119.99 CNY"', 1, 'total-increase of pay.amount is 120.00 CNY'],
  ['total-increase: "> 120 CNY"', 0, 'Passed: total-increase'],
  ['largest-increase: ">= 100 CNY"', 1, 'largest-increase of pay.amount is 100.00 CNY'],
  ['largest-decrease: "> 0 CNY"', 0, 'largest-decrease of pay.amount is 0.00 CNY'],
  ['changed: "> 60%"', 1, '% (exactly 2/3)'],
  ['errors: "> 0"', 0, 'errors of pay.amount is 0'],
])('a gate: %s', async (gate, code, says) => {
  const ran = await diff({ 'rules/handbook.yaml': gated(gate) }, ...onDays, '--population', 'people.csv');
  expect(ran.code).toBe(code);
  expect(ran.out).toContain(says);
  expect(ran.out.includes('**FAILED**')).toBe(code === 1);
});

test('a gate that says nothing that can be measured is a mistake of the manifest', async () => {
  const cwd = smallFolder({ 'rules/handbook.yaml': gated('total-increase: "> 5 cans", changed: "> 1 + 1%"') });
  const ran = await bylaw(['check', '--handbook', 'rules', '--json'], { cwd });
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/handbook\/not-constant/);
});

test.each([
  ['total-increase: "> 50 CNY"', 'review/gates-evaded', '限制因此失去意义'],
  ['', 'review/table-altered', '所述影响按改动后的行计算'],
] as const)('a change that takes rows out of the table on which it is tried (gates: %s)', async (gates, id, zh) => {
  const review = `review: { population: { file: people.csv, id: name }${gates === '' ? '' : `, fail-if: { ${gates} }`} }`;
  const cwd = smallFolder({ 'rules/people.csv': people, 'rules/handbook.yaml': `${smallManifest}${review}\n` });
  const { git, edit } = versioned(cwd);
  edit('people.csv', 'Ann,A,1000 CNY\n', '');
  const [argv, at] = [
    ['review', '--base', 'main', '--handbook', 'rules'],
    ['--at', '2027-01-31'],
  ] as const;
  const alone = await bylaw([...argv, ...at], { cwd });
  expect(alone).toMatchObject({ code: 0, err: '', out: expect.not.stringContaining(id) as string });
  edit('pay.yaml', '* 20%', '* 25%');
  const ran = await bylaw([...argv, ...at], { cwd });
  expect(ran).toMatchObject({ code: 1, err: '', out: expect.stringContaining(id) as string });
  expect((await bylaw([...argv, ...at, '--lang', 'zh'], { cwd })).out).toContain(zh);
  git('checkout', '-q', '--', 'rules/people.csv');
  edit('handbook.yaml', 'people.csv', 'others.csv');
  writeFileSync(join(cwd, 'rules/others.csv'), 'name,sales.net\nDi,1 CNY\n');
  expect((await bylaw([...argv, ...at], { cwd })).out).toContain(id);
});

test('a change that loosens a gate is held against the gate before it, and a review says so', async () => {
  const cwd = smallFolder({ 'people.csv': people, 'rules/handbook.yaml': gated('total-increase: "> 50 CNY"') });
  const { edit } = versioned(cwd);
  edit('handbook.yaml', '> 50 CNY', '> 5000 CNY');
  edit('pay.yaml', '* 20%', '* 25.5%');
  const argv = ['--handbook', 'rules', '--population', 'people.csv'];
  const ran = await bylaw(['review', '--base', 'main', ...argv, '--at', '2026-10-31'], { cwd });
  expect(ran).toMatchObject({ code: 0, err: '' });
  const later = await bylaw(['review', '--base', 'main', ...argv, '--at', '2027-01-31', '--lang', 'zh'], { cwd });
  expect(later.code).toBe(1);
  expect(later.out).toContain('变更不通过的条件（total-increase）由 > 50 CNY 改为 > 5000 CNY');
  expect(later.out).toContain('**不通过**：pay.amount 的 total-increase 为 66.00 CNY');
  const found = json<{ refused: boolean; effect: EffectSection }>(
    await bylaw(['review', '--base', 'main', ...argv, '--at', '2027-01-31', '--json'], { cwd }),
  );
  expect(found.refused).toBe(true);
  expect(found.effect.gates.map(({ failed }) => failed)).toEqual([false, true]);
  const idle = await bylaw(['review', '--base', 'main', 'pay.amount', '--handbook', 'rules'], { cwd });
  expect(idle).toMatchObject({ code: 2, err: expect.stringContaining('--population FILE') as string });
});

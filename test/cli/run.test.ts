import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder, handbookWith, home, type Ran } from './terminal.ts';

const decision = 'commission.head.amount';

/** Runs one decision on a table and gives what was written beside what was said. */
async function onTable(
  table: string | Uint8Array,
  ...more: readonly string[]
): Promise<Ran & { readonly dir: string }> {
  const dir = folder();
  writeFileSync(join(dir, 'in.csv'), table);
  const args = ['run', decision, '--in', 'in.csv', '--at', '2026-10-31', '--handbook', join(home, 'policies')];
  return { dir, ...(await bylaw([...args, ...more], { cwd: dir })) };
}

test('the population of the handbook: its columns, then those of each decision, in order', async () => {
  const args = ['run', 'commission.head.rate', decision, '--in', 'policies/population/sales-2026-10.csv'];
  const ran = await bylaw([...args, '--at', '2026-10-31']);
  expect(ran.code).toBe(0);
  const lines = ran.out.trimEnd().split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe(
    'group,sales.ordered,sales.returned,sales.target,sales.completion,commission.head.rate,commission.head.rate.status,commission.head.rate.flags,commission.head.amount,commission.head.amount.status,commission.head.amount.flags',
  );
  expect(lines[6]).toBe(
    '分销组,88000.00 CNY,8000.00 CNY,,80.5%,3%,determined,commission.head#fractions,2400.00 CNY,determined,commission.head#fractions',
  );
  expect(lines[10]).toBe('新设组,20000.00 CNY,0.00 CNY,,,,undetermined,,,undetermined,');
  expect(ran.err).toMatch(
    /^policies\/population\/sales-2026-10\.csv:11: undetermined: .*\(sales\.completion\) is not given.*\n/,
  );
  expect(ran.err).toMatch(/\nOn 2026-10-31: 10 rows; 18 values \(\d with a flag\), 2 undetermined, .* 0 errors\n$/);
});

test('a file of a Chinese spreadsheet: mark, CRLF, other names, cells of several lines; the result is like it', async () => {
  const table =
    '\uFEFF备注,下单金额,退货金额,目标完成率\r\n"一,\r\n""二""",88000元,8000元,９５％\r\n=1+1,88000 CNY,8000 CNY,110%\r\n';
  const { code, out } = await onTable(table);
  expect(code).toBe(0);
  expect(out).toBe(
    '\uFEFF备注,下单金额,退货金额,目标完成率,commission.head.amount,commission.head.amount.status,commission.head.amount.flags\r\n' +
      '"一,\r\n""二""",88000元,8000元,９５％,3200.00 CNY,determined,\r\n' +
      '=1+1,88000 CNY,8000 CNY,110%,3200.00 CNY,determined,commission.head#between-100-and-120\r\n',
  );
});

test('rows with mistakes stay, in error, and are told with line and column', async () => {
  const table = [
    'name,sales.ordered,sales.returned,sales.completion',
    '"a\nb",88000 CNY,8000 CNY,95%',
    'c,88000 CNY,8000 CNY,0.95',
    'd,88000 CNY,8000 CNY',
    'e,88000 CNY,8000 CNY,95%,more',
    '',
    'f,-1 CNY,8000 CNY,95%',
    'g,1 CNY,1 CNY,95%',
  ].join('\n');
  const { code, out, err } = await onTable(table);
  expect(code).toBe(1);
  const statuses = out.split('\n').slice(2, -1);
  expect(statuses).toEqual([
    'b",88000 CNY,8000 CNY,95%,3200.00 CNY,determined,',
    'c,88000 CNY,8000 CNY,0.95,,error,',
    'd,88000 CNY,8000 CNY,,,error,',
    'e,88000 CNY,8000 CNY,95%,,error,,more',
    'f,-1 CNY,8000 CNY,95%,,error,',
    'g,1 CNY,1 CNY,95%,0.00 CNY,determined,',
  ]);
  const places = err.split('\n').map((line) => /^in\.csv:\d+: [^:]*/.exec(line)?.[0]);
  expect(places.filter((place) => place !== undefined)).toEqual([
    'in.csv:4: column “sales.completion”',
    'in.csv:5: commission.head.amount',
    'in.csv:6: commission.head.amount',
    'in.csv:8: column “sales.ordered”',
  ]);
  expect(err).toContain('6 rows; 2 values (0 with a flag), 0 undetermined, 0 not applicable, 4 errors');
});

test('of very many mistakes the first hundred rows are told', async () => {
  const rows = Array.from({ length: 150 }, () => '1');
  const { err, out } = await onTable(`sales.ordered\n${rows.join('\n')}\n`);
  expect(out.split('\n')).toHaveLength(152);
  expect(err.match(/^in\.csv:/gm)).toHaveLength(100);
  expect(err).toContain('and 50 more rows in error');
});

test('a row without a value says what it lacks; of very many the first twenty are told', async () => {
  const few = await onTable('sales.completion\n95%\n');
  expect(few.err).toBe(
    'in.csv:2: undetermined: “Orders of the month over all shops” (sales.ordered) is not given. “Returned goods of the month” (sales.returned) is not given.\n' +
      'On 2026-10-31: 1 row; 0 values (0 with a flag), 1 undetermined, 0 not applicable, 0 errors\n',
  );
  const many = await onTable(`sales.completion\n${'95%\n'.repeat(23)}`, '--lang', 'zh');
  expect(many.err.match(/^in\.csv:\d+: 未定：/gm)).toHaveLength(20);
  expect(many.err).toContain('另有 3 行未定');
});

test('reasons have a column where they are asked for', async () => {
  const table = 'sales.ordered,sales.returned,sales.completion\n1 CNY,,95%\n1 CNY,1 CNY,95%\n1 CNY,1 CNY,0.95\n';
  const { out } = await onTable(table, '--reasons');
  const [header, open, plain, error] = out.split('\n');
  expect(header).toMatch(/,commission\.head\.amount\.flags,commission\.head\.amount\.reasons$/);
  expect(open).toBe('1 CNY,,95%,,undetermined,,“Returned goods of the month” (sales.returned) is not given.');
  expect(plain).toBe('1 CNY,1 CNY,95%,0.00 CNY,determined,,');
  expect(error).toMatch(/,error,,.*0\.95.*\(fact\/needs-unit\)/);
});

test('a row with two bad cells tells both', async () => {
  const { err } = await onTable('sales.ordered,sales.returned,sales.completion\n-1 CNY,2 days,95%\n');
  expect(err).toContain('in.csv:2: column “sales.ordered”: ');
  expect(err).toContain('in.csv:2: column “sales.returned”: ');
  expect(err).toContain('1 row; 0 values (0 with a flag), 0 undetermined, 0 not applicable, 1 error\n');
});

test('cells too many for the columns are kept, and it is said where', async () => {
  const { out, err } = await onTable('sales.completion\n95%,a,b\n');
  expect(out).toContain('\n95%,,error,,a,b\n');
  expect(err).toContain('The row has 3 cells for 1 column');
  expect(err).toContain('at the end');
  expect(JSON.parse((await onTable('sales.completion\n95%,a,b\n', '--json')).out)).toMatchObject([
    { row: { 'sales.completion': '95%' }, extra: ['a', 'b'] },
  ]);
});

test('machines get each row with its outcomes', async () => {
  const { out } = await onTable('sales.completion,note\n110%,x\n', '--json', '--source-only');
  expect(JSON.parse(out)).toMatchObject([
    {
      line: 2,
      row: { 'sales.completion': '110%', note: 'x' },
      outcomes: [
        { decision, status: 'undetermined', reasons: [{ code: 'interpretation' }, { code: 'missing-fact' }, {}] },
      ],
    },
  ]);
});

test('a file is put in its place when it is whole, and not touched when it would not be', async () => {
  const { dir, out } = await onTable('sales.completion\n95%\n', '--out', 'out.csv');
  expect(out).toBe('');
  expect(readFileSync(join(dir, 'out.csv'), 'utf8')).toContain('95%,,undetermined,\n');
  const broken = await onTable('sales.completion\n95%\n"95%\n', '--out', 'out.csv');
  expect(broken).toMatchObject({ code: 2, err: expect.stringContaining('begins in line 3') as string });
  for (const name of ['out.csv', 'out.csv.part']) expect(existsSync(join(broken.dir, name))).toBe(false);
  const nowhere = await onTable('sales.completion\n95%\n', '--out', 'no/such/out.csv');
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('cannot be written') as string });
});

test('what cannot be meant is refused before the first row', async () => {
  const refused: Readonly<Record<string, readonly [table: string | Uint8Array, ...more: string[]]>> = {
    'Did you mean “commission.head.rate”?': ['sales.completion\n95%\n', 'commission.head.rat'],
    'There is no file nothing.csv': ['', '--in', 'nothing.csv'],
    'is empty': [''],
    'No column of in.csv is a fact': ['a;b\n1;2\n'],
    'mean the same': ['sales.completion,目标完成率\n95%,95%\n'],
    'has a column': ['sales.completion,commission.head.amount.flags\n95%,\n'],
    'neither UTF-8 nor GB18030': [Buffer.from([0xff, 0xff, 0x0a])],
    'the same file': ['sales.completion\n95%\n', '--out', './in.csv'],
    '请用 --in 指明': ['', '--lang', 'zh', '--in', ''],
  };
  for (const [says, [table, ...more]] of Object.entries(refused)) {
    expect(await onTable(table, ...more)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(says) as string,
    });
  }
});

test('a column that is nearly a fact is carried along with a warning, another one without', async () => {
  const { code, out, err } = await onTable('sales.completon,group,sales.completion\n1,2,95%\n');
  expect((await onTable('sales.completion\n\u001b[2J\n')).err).toContain('“<U+001B>[2J”');
  expect(code).toBe(0);
  expect(out).toContain('\n1,2,95%,,undetermined,\n');
  expect(err).toContain('“sales.completon” is no fact and is only carried along. Did you mean “sales.completion”?');
  expect(err).not.toContain('group');
});

test('the table may come from standard input; a policy that cannot be read spoils every row', async () => {
  const dir = handbookWith({ 'pay/sales.yaml': (text) => text.replace('kind: formula', 'kind: formula\nx: [') });
  const ran = await bylaw(['run', 'sales.net', '--in', '-', '--handbook', dir, '--at', '2026-10-31'], {
    stdin: 'sales.ordered,sales.returned\n1 CNY,1 CNY\n',
  });
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('1 CNY,1 CNY,,error,\n');
  expect(ran.err).toContain('<stdin>:2: ');
});

test('progress is shown on a terminal only, and wiped', async () => {
  const table = `sales.completion\n${'95%\n'.repeat(300)}`;
  const dir = folder();
  const args = ['run', 'commission.head.rate', '--in', '-', '--format', 'csv', '--out', join(dir, 'out.csv')];
  let time = Date.parse('2026-10-31T00:00:00Z');
  const clock = { stdin: table, isTerminal: true, clock: () => new Date((time += 150)) };
  const { err } = await bylaw([...args, '--at', '2026-10-31'], clock);
  expect(err).toContain('\r200 rows …');
  expect(err).toContain('\r\u001b[KOn 2026-10-31: 300 rows');
  expect((await bylaw([...args, '--at', '2026-10-31'], { ...clock, isTerminal: false })).err).not.toContain('\r');
});

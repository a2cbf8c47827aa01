import { expect, test } from 'vitest';
import { bylaw } from './terminal.ts';
import { smallFolder, smallRun } from './small-run.ts';

// A file is answered block by block, standard input row by row: what is written and said must be the same.

const gb = (text: string): Uint8Array =>
  // Only what the tables below need: 销售 and 净额 and 王 in GB18030.
  Buffer.concat([...text].map((sign) => Buffer.from(gbOf[sign] ?? [...Buffer.from(sign)])));
const gbOf: Readonly<Record<string, readonly number[]>> = {
  净: [0xbe, 0xbb],
  额: [0xb6, 0xee],
  王: [0xcd, 0xf5],
  元: [0xd4, 0xaa],
};

const plain = 'who,sales.net,reached,stock,joined\n王,5.00 CNY,95%,3 cans,2024-02-29\n';
const tables: Readonly<Record<string, string | Uint8Array>> = {
  'plain rows': `${plain}li,0.10 CNY,0.5%,1 can,2024-03-01\n`,
  'no line end at the end': `${plain}li,0.10 CNY,0.5%,1 can,2024-03-01`,
  'byte order mark and CRLF': `\uFEFF${plain}li,1 CNY,1%,1 can,2024-03-01\n`.replaceAll('\n', '\r\n'),
  'mixed line ends': 'who,sales.net\r\na,1 CNY\nb,2 CNY\r\n\r\n\nc,3 CNY\r\r\nd,4\rCNY\n',
  quotes: 'who,sales.net\n"a,b",1 CNY\n"say ""no""","2 CNY"\n"two\nlines",3 CNY\n"",4 CNY\n"x","y"\nplain,5 CNY\n',
  'quotes and CRLF': 'who,sales.net\r\n"a\r\nb",1 CNY\r\n"c\nd","2 CNY"\r\nlast,3 CNY',
  'a line feed in a cell of a table with CRLF': 'who,sales.net\r\n"a\nb",1 CNY\r\nlast,3 CNY\r\n',
  'a carriage return in a cell': 'who,sales.net\n"a\rb",1 CNY\na\rb,2 CNY\nlast,3 CNY\n',
  'empty cells': 'who,sales.net,reached,stock\n,,,\na,,95%,\nb,5 CNY,,2 cans\n',
  'too many and too few cells': 'who,sales.net\na\nb,1 CNY,x,"y,z"\n"c"\n\n""\nd,2 CNY\n',
  'forms of numbers':
    'sales.net\n5\n5.5 CNY\n05 CNY\n5.123 CNY\n5.10 CNY\n-5 CNY\n-0 CNY\n5CNY\n 5 CNY \n5元\n5万元\n1,000 CNY\n５ CNY\n1e5 CNY\n.5 CNY\n5. CNY\n9007199254740993 CNY\n123456789012345 CNY\n12345678901234.56 CNY\n90071992547409.91 CNY\nnone\n+5 CNY\n5 USD\n',
  percentages:
    'reached,sales.net\n95%,1 CNY\n9.123456%,1 CNY\n0.00001%,1 CNY\n0.95,1 CNY\n1000000%,90000000 CNY\n100.0%,3 CNY\n',
  'words and dates':
    'joined,stock\n2024-02-29,1 can\n2024-02-30,2 cans\n2024-2-3,3\n２０２４-02-01,0 cans\nx,1.5 cans\n2024-02-29,2 can\n',
  'one column': 'sales.net\n1 CNY\n\n2 CNY\n""\n',
  GB18030: gb('who,净额\n王,5 元\nli,6 CNY\n'),
  'GB18030 behind plain rows': gb(`who,sales.net\n${'a,1 CNY\n'.repeat(3)}王,5 元\n`),
  semicolons: 'who;sales.net\na,b;1 CNY\n"c;d";2 CNY\n',
  'a name that is nearly a fact': 'who,sales.nett,sales.net\na,1,2 CNY\n',
  'a quote that is never closed': 'who,sales.net\na,1 CNY\n"b,2 CNY\nc,3 CNY\n',
  'a quote within a cell': 'who,sales.net\na,1 CNY\nb"c,2 CNY\nd,3 CNY\n',
  'text behind a quote': 'who,sales.net\na,1 CNY\n"b"c,2 CNY\n',
  'no rows': 'who,sales.net\n',
  'only a header without a line end': 'who,sales.net',
  'nothing at all': '',
  'no UTF-8': Buffer.concat([Buffer.from(plain.repeat(1)), Buffer.from([0xff, 0xff, 10])]),
  'signs of four bytes': 'who,sales.net\n😀,1 CNY\n"😀,",2 CNY\n',
};

const decisions = ['pay.amount', 'pay.bonus', 'pay.left', 'pay.since'];
const manners: Readonly<Record<string, readonly string[]>> = {
  plainly: [],
  'in Chinese, with reasons': ['--reasons', '--lang', 'zh'],
  'by the source alone': ['--source-only'],
};

for (const [manner, more] of Object.entries(manners)) {
  test.each(Object.keys(tables))(`blocks and rows say the same (${manner}): %s`, async (name) => {
    const table = tables[name] ?? '';
    const inBlocks = await smallRun({ 'in.csv': table }, [...decisions, ...more]);
    const byRow = await smallRun({}, [...decisions, ...more, '--in', '-', '--format', 'csv'], { stdin: table });
    expect(inBlocks.out).toBe(byRow.out);
    expect(inBlocks.err.replaceAll('in.csv', '<stdin>')).toBe(byRow.err);
    expect(inBlocks.code).toBe(byRow.code);
  });
}

const mapping = `mapping: a table
columns:
  净额: { fact: sales.net, unit: CNY }
  完成: { fact: reached, unit: UNIT }
  库存: { fact: stock, unit: can }
other-columns: OTHERS
`;

test.each([
  ['percent', 'keep'],
  ['ratio', 'keep'],
  ['percent', 'ignore'],
])('a mapping with units (%s, others: %s)', async (unit, others) => {
  const table =
    '谁,净额,完成,库存\na,5.10,0.95,1\nb,5 CNY,95%,2 cans\nc,5万元,2000,x\nd,,,\ne,-1,1.234567,0\nf,1,1,1.5\n';
  const map = mapping.replace('UNIT', unit).replace('OTHERS', others);
  const files = { 'in.csv': table, 'map.yaml': map };
  const inBlocks = await smallRun(files, [...decisions, '--map', 'map.yaml']);
  const byRow = await smallRun(files, [...decisions, '--map', 'map.yaml', '--in', '-', '--format', 'csv'], {
    stdin: table,
  });
  expect(inBlocks.out).toBe(byRow.out);
  expect(inBlocks.err.replaceAll('in.csv', '<stdin>')).toBe(byRow.err);
});

const lines: Readonly<Record<string, string>> = {
  plain: '{"who":"王","sales.net":"5 CNY","n":1.50}\n{"who":"li","sales.net":"6 CNY"}\n',
  'blank lines, CRLF, no line end': '\n{"sales.net":"5 CNY"}\r\n\n  {"sales.net": "6 CNY" }  \n{"sales.net":null}',
  'keys that come later': '{"sales.net":"5 CNY"}\n{"sales.net":"6 CNY","late":[1,{"a":0.10}]}\n{"late":true}\n',
  'no JSON, and keys twice':
    '{"sales.net":"5 CNY"}\n{"sales.net":\n[1]\n5\n{"sales.net":"1 CNY","sales.net":"2 CNY","other":1}\n{"sales.net":"7 CNY"}\n',
  'quotes within texts': '{"who":"a\\"b","sales.net":"5 CNY"}\n{"who":"c","sales.net":"6 CNY"}\n',
  percentages: '{"reached":"95%","sales.net":"1 CNY"}\n{"reached":0.95,"sales.net":"1 CNY"}\n',
};

test.each(Object.keys(lines))('blocks and rows of JSON Lines say the same: %s', async (name) => {
  const table = lines[name] ?? '';
  const args = [...decisions, '--reasons'];
  const inBlocks = await smallRun({ 'in.jsonl': table }, [...args, '--in', 'in.jsonl']);
  // A result of another format is written row by row.
  const byRow = await smallRun({ 'in.jsonl': table }, [...args, '--in', 'in.jsonl', '--out', 'out.csv']);
  const again = await smallRun({ 'in.jsonl': table }, [...args, '--in', '-', '--format', 'jsonl'], { stdin: table });
  expect(inBlocks.err).toBe(byRow.err);
  expect(inBlocks.code).toBe(byRow.code);
  if (!/late|other|n"/.test(table)) expect(inBlocks.out).toBe(again.out);
  expect(
    inBlocks.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Record<string, unknown>)['pay.amount.status']),
  ).toEqual(
    byRow
      .file('out.csv')
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => /,(determined|undetermined|not-applicable|error),/.exec(line)?.[1]),
  );
});

test.each([
  ['\r\n', '\n'],
  ['\r\n', '\r'],
  ['\n', '\r'],
  ['\n', '\r\n'],
])('with line ends %j a cell that holds %j stays one cell', async (end, within) => {
  const table = ['who,sales.net', `"a${within}b",1 CNY`, 'last,3 CNY', ''].join(end);
  const files = { 'in.csv': table };
  const inBlocks = await smallRun(files, ['pay.amount']);
  const byRow = await smallRun(files, ['pay.amount', '--in', '-', '--format', 'csv'], { stdin: table });
  for (const { out } of [inBlocks, byRow]) expect(out).toContain(`${end}"a${within}b",1 CNY,0.10 CNY,determined`);
});

test('what another encoding than UTF-8 becomes does not depend on the threads', async () => {
  const plainRow = `${'a'.repeat(90)},1 CNY\n`;
  const behind = gb(`who,sales.net\n${plainRow.repeat(Math.ceil((1 << 20) / plainRow.length))}王,1 CNY\n`);
  const soon = gb(`who,sales.net\n王,1 CNY\n${plainRow.repeat(Math.ceil((1 << 20) / plainRow.length))}`);
  for (const [table, mark] of [
    [behind, false],
    [soon, true],
  ] as const) {
    const files = { 'in.csv': table };
    const alone = await smallRun(files, ['pay.amount', '--workers', '0', '--out', 'out.csv']);
    const several = await smallRun(files, ['pay.amount', '--workers', '2', '--out', 'out.csv']);
    expect(alone.file('out.csv').subarray(0, 3).toString() === '\uFEFF').toBe(mark);
    expect(several.file('out.csv').equals(alone.file('out.csv'))).toBe(true);
  }
}, 20_000);

test('threads write every row once, in order, and count as one thread does', async () => {
  const odd = ['x,bad,1%,1 can,2024-01-01', '"q,\n",7 CNY,,,', 'y,,5%,,', ''];
  const rows = Array.from({ length: 30_000 }, (_none, i) =>
    i % 997 === 0
      ? (odd[(i / 997) % odd.length] ?? '')
      : `p${i},${i % 1000}.${10 + (i % 90)} CNY,${i % 200}%,${1 + (i % 9)} cans,2024-01-0${1 + (i % 9)}`,
  );
  const table = `${plain}${rows.join('\n')}\n`;
  const dir = smallFolder({ 'in.csv': table });
  const args = ['run', ...decisions, '--at', '2026-10-31', '--handbook', 'rules'];
  const alone = await bylaw([...args, '--in', 'in.csv', '--workers', '0'], { cwd: dir });
  const several = await bylaw([...args, '--in', 'in.csv', '--workers', '2'], { cwd: dir });
  // Blank lines are no rows.
  expect(alone.err).toContain(`${rows.filter((row) => row !== '').length + 1} rows; `);
  expect(several.out === alone.out).toBe(true);
  expect(several.err).toBe(alone.err);
  expect(alone.err.match(/^in\.csv:\d+: column/gm)?.length).toBeGreaterThan(5);
}, 30_000);

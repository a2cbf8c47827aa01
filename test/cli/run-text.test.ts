import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallRun } from './small-run.ts';

/** `净额,备注` and `500元,联通` in GB18030. */
const chinese = Buffer.from('bebbb6ee2cb1b8d7a20a353030d4aa2cc1aacda80a', 'hex');
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const answer = '50.00 CNY,determined,';
const header = '净额,备注,pay.amount,pay.amount.status,pay.amount.flags';

describe('the encoding of a table', () => {
  test.each<readonly [string, Uint8Array, string]>([
    ['GB18030', chinese, `\uFEFF${header}\n500元,联通,${answer}\n`],
    ['UTF-16LE', utf16('净额,备注\r\n500元,联通\r\n'), `\uFEFF${header}\r\n500元,联通,${answer}\r\n`],
    ['UTF-16BE', utf16('净额,备注\n500元,x\n').swap16(), `\uFEFF${header}\n500元,x,${answer}\n`],
  ])('%s is read, said, and becomes UTF-8 with a mark', async (encoding, table, result) => {
    const { code, out, err } = await smallRun({ 'in.csv': table }, ['pay.amount']);
    expect({ code, out }).toEqual({ code: 0, out: result });
    expect(err).toContain(`in.csv was read as ${encoding}; the result is UTF-8.`);
  });

  test('it is found out from pieces too, however long the text before is', async () => {
    const plain = Buffer.from(`sales.net,note\n${'500 CNY,x\n'.repeat(2000)}500 CNY,`);
    const { code, out } = await smallRun({}, ['pay.amount', '--in', '-'], {
      stdin: Buffer.concat([plain, Buffer.from('bebbb6ee0a', 'hex')]),
    });
    expect(code).toBe(0);
    expect(out.split('\n').at(-2)).toBe(`500 CNY,净额,${answer}`);
  });

  test.each<readonly [string, Uint8Array, readonly string[]]>([
    ['is neither UTF-8 nor GB18030', Buffer.from([0xff, 0xff, 0x0a]), []],
    ['is not UTF-8 throughout', chinese, ['--encoding', 'utf-8']],
    ['is not GB18030 throughout', Buffer.from('sales.net\n\u00ff', 'latin1'), ['--encoding', 'GB18030']],
    ['its byte order mark says UTF-16LE', utf16('净额\n'), ['--encoding', 'utf-8']],
    ['UTF-16 without a byte order mark', utf16('sales.net\n').subarray(2), []],
    ['--format xlsx', Buffer.from('PK\u0003\u0004 and so on'), []],
    ['Did you mean “gb18030”?', chinese, ['--encoding', 'gb18031']],
    ['--format takes: csv, jsonl, xlsx', chinese, ['--format', 'ods']],
  ])('a wrong one is told: %s', async (says, table, more) => {
    const { code, out, err } = await smallRun({ 'in.csv': table }, ['pay.amount', ...more]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  test('what is UTF-8 at first and no text later ends the run without a result', async () => {
    const table = Buffer.concat([Buffer.from(`净额\n${'500元\n'.repeat(20_000)}`), Buffer.from([0xff, 0xfe, 0x0a])]);
    const { code, err, dir } = await smallRun({ 'in.csv': table }, ['pay.amount', '--out', 'out.csv']);
    expect(code).toBe(2);
    expect(err).toContain('is not UTF-8 throughout');
    expect(readdirSync(dir).sort()).toEqual(['in.csv', 'rules']);
  });
});

describe('JSON Lines', () => {
  test('numbers keep their digits, each line keeps what it said, and keys may be missing', async () => {
    const lines = [
      '{"sales.net": "1234567890123456.78 CNY", "id": 12345678901234567890}',
      '',
      '{"id": 2.50, "team": [{"name": "a", "done": "100%"}, {"name": "b", "done": "99.99%"}]}',
      '{"id": 3, "sales.net": 5}',
    ];
    const { code, out, err } = await smallRun({ 'in.jsonl': lines.join('\n') }, [
      'pay.amount',
      'pay.good',
      '--in',
      'in.jsonl',
    ]);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      '{"sales.net": "1234567890123456.78 CNY", "id": 12345678901234567890,"pay.amount":"123456789012345.68 CNY","pay.amount.status":"determined","pay.amount.flags":[],"pay.good":null,"pay.good.status":"undetermined","pay.good.flags":[]}',
      '{"id": 2.50, "team": [{"name": "a", "done": "100%"}, {"name": "b", "done": "99.99%"}],"pay.amount":null,"pay.amount.status":"undetermined","pay.amount.flags":[],"pay.good":"1","pay.good.status":"determined","pay.good.flags":[]}',
      '{"id": 3, "sales.net": 5,"pay.amount":null,"pay.amount.status":"error","pay.amount.flags":[],"pay.good":null,"pay.good.status":"undetermined","pay.good.flags":[]}',
    ]);
    expect(err).toContain('in.jsonl:4: column “sales.net”: ');
    expect(err).toContain('5 CNY');
  });

  test('a line that is no object stays in error, with its place; a later key from standard input too', async () => {
    const stdin = '{"sales.net": "5 CNY"}\n{"sales.net": 5,,}\n{"sales.net": "5 CNY", "reached": "5%"}\n';
    const args = ['pay.amount', '--in', '-', '--format', 'jsonl', '--out', 'out.csv'];
    const { code, err, file } = await smallRun({}, args, { stdin });
    expect(code).toBe(1);
    expect(file('out.csv').toString()).toBe(
      'sales.net,pay.amount,pay.amount.status,pay.amount.flags\n5 CNY,0.50 CNY,determined,\n,,error,,"{""sales.net"": 5,,}"\n5 CNY,,error,\n',
    );
    expect(err).toContain('<stdin>:2: pay.amount: at character 17: ');
    expect(err).toContain('<stdin>:3: pay.amount: The first line does not have the key reached.');
  });

  test('the result of a CSV file may be JSON Lines', async () => {
    const { file } = await smallRun({ 'in.csv': 'sales.net,a\n5 CNY,\n' }, [
      'pay.amount',
      '--out',
      'o.ndjson',
      '--reasons',
    ]);
    expect(file('o.ndjson').toString()).toBe(
      '{"sales.net":"5 CNY","a":null,"pay.amount":"0.50 CNY","pay.amount.status":"determined","pay.amount.flags":[],"pay.amount.reasons":[]}\n',
    );
  });
});

describe('tables that are hardly any', () => {
  test.each<readonly [string, string, string, readonly string[]]>([
    ['empty', '', 'in.csv is empty', []],
    ['of blank lines', '\n\n', 'No column of in.csv is a fact', []],
    ['empty, of JSON', '', 'in.csv is empty. Each line must be a JSON object', ['--format', 'jsonl']],
  ])('%s', async (_, table, says, more) => {
    const { code, err } = await smallRun({ 'in.csv': table }, ['pay.amount', ...more]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test('of a header alone: the result has its header', async () => {
    const { code, out, err } = await smallRun({ 'in.csv': 'sales.net\n' }, ['pay.amount']);
    expect({ code, out }).toEqual({ code: 0, out: 'sales.net,pay.amount,pay.amount.status,pay.amount.flags\n' });
    expect(err).toContain('0 rows');
  });

  test('of 200 columns and a cell of a megabyte', async () => {
    const names = Array.from({ length: 199 }, (_, i) => `c${i}`);
    const long = 'x'.repeat(1_000_000);
    const table = `sales.net,${names.join(',')}\n5 CNY,${long}${','.repeat(198)}\n${long},${','.repeat(198)}\n`;
    const { code, out, err } = await smallRun({ 'in.csv': table }, ['pay.amount']);
    expect(code).toBe(1);
    expect(out.split('\n')[1]).toBe(`5 CNY,${long}${','.repeat(198)},0.50 CNY,determined,`);
    expect(err.length).toBeLessThan(1000);
    const { code: refused, err: why, dir } = await smallRun({ 'in.csv': table }, ['pay.amount', '--out', 'o.xlsx']);
    expect(refused).toBe(2);
    expect(why).toContain('longer than the 32767 characters');
    expect(existsSync(join(dir, 'o.xlsx.part'))).toBe(false);
  });
});

describe('the day of each row', () => {
  test('picks its version; a row without one is in error', async () => {
    const table =
      'day,sales.net\n2026-12-31,100 CNY\n2027-01-01,100 CNY\n,100 CNY\n2027-02-30,100 CNY\n2022-01-01,100 CNY\n';
    const { code, out, err } = await smallRun({ 'in.csv': table }, ['pay.amount', '--at-column', 'day']);
    expect(code).toBe(1);
    expect(out.split('\n').slice(1, 6)).toEqual([
      '2026-12-31,100 CNY,10.00 CNY,determined,',
      '2027-01-01,100 CNY,20.00 CNY,determined,',
      ',100 CNY,,error,',
      '2027-02-30,100 CNY,,error,',
      '2022-01-01,100 CNY,,undetermined,',
    ]);
    expect(err).toContain('in.csv:4: pay.amount: The row names no day');
    expect(err).toContain('“2027-02-30” is no day of the calendar');
    expect(err).toContain('Each row on the day in its column “day”: 5 rows');
  });

  test.each<readonly [string, readonly string[]]>([
    ['Did you mean “day”?', ['--at-column', 'dai']],
    ['--at-column excludes --at and --period', ['--at-column', 'day', '--at', '2026-01-01']],
  ])('%s', async (says, more) => {
    const { code, err } = await smallRun({ 'in.csv': 'day,sales.net\n' }, ['pay.amount', ...more]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test('a month that no version covers leaves every row undetermined, and says so; a bad cell is told all the same', async () => {
    const { code, out, err } = await smallRun({ 'in.csv': 'sales.net\n5 CNY\noops\n' }, [
      'pay.amount',
      '--period',
      '2020-10',
    ]);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'sales.net,pay.amount,pay.amount.status,pay.amount.flags\n5 CNY,,undetermined,\noops,,undetermined,\n',
    });
    expect(err).toMatch(/in\.csv:2: undetermined: .*pay/);
    expect(err).toContain('in.csv:3: column “sales.net”: Net sales (sales.net): “oops” is not an amount');
  });
});

describe('a run that is stopped', () => {
  test.each(['out.csv', 'out.xlsx', 'out.jsonl'])('leaves nothing of %s', async (out) => {
    const { code, err, dir } = await smallRun(
      { 'in.csv': `sales.net\n${'5 CNY\n'.repeat(3000)}`, [out]: 'before' },
      ['pay.amount', '--out', out],
      {
        stopped: Promise.resolve(),
      },
    );
    expect(code).toBe(130);
    expect(err).toBe('Stopped. No result was written.\n');
    expect(readdirSync(dir).sort()).toEqual(['in.csv', out, 'rules']);
  });
});

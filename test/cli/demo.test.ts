import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder, handbookWith } from './terminal.ts';

test('the demo shows the commissions of the month, what they rest on, and how one came about', async () => {
  const ran = await bylaw(['demo', '--slips', folder()]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const said = [
    'E-commerce handbook · population/sales-2026-10.csv · On 2026-10-31',
    'Customer-service commission',
    /客服一组 +1\.5% +2550\.00 CNY +2% +3400\.00 CNY +4% +6800\.00 CNY/,
    /新设组 +undetermined/,
    /新设组 +“Completion of the sales target” \(sales\.completion\) is not given: give it, or give “Sales target of the month” \(sales\.target\)\./,
    /\[1\] commission\.customer-service#/,
    /→ \w/,
    'How it came about, for',
    'Rests on interpretation',
    /O-1\.3\.3\.1 +Commission of the customer-service group/,
  ];
  expect(said.filter((text) => (typeof text === 'string' ? !ran.out.includes(text) : !text.test(ran.out)))).toEqual([]);
});

test('in Chinese, and by the source alone', async () => {
  const { out } = await bylaw(['demo', '--lang', 'zh', '--source-only', '--slips', folder()]);
  expect(out).toContain('电商管理手册 · population/sales-2026-10.csv · 2026-10-31，仅按原文');
  expect(out).toContain('仅按原文未定');
  // Of the commissions: in the pay below a doubt stays marked.
  expect(out.slice(0, out.indexOf('示例部门'))).not.toContain('[1]');
});

test('a sample department is paid, with a slip for each person in the folder that is named', async () => {
  const slips = folder();
  const { out, err } = await bylaw(['demo', '--slips', slips]);
  expect(err).toBe('');
  // 2023 CNY, 400 + 60 of floating pay, 2 % of 40,000 CNY: the only promoter of the department
  expect(out).toMatch(/S-11 +3283\.00 CNY/);
  expect(out).toMatch(/S-12 +How a group shares its amount is not said\./);
  for (const [table, people] of [
    ['heads', 2],
    ['promoters', 3],
    ['customer-service', 2],
  ] as const) {
    const index = join(slips, table, 'index.html');
    expect(out).toContain(index);
    expect(readFileSync(index, 'utf8').match(/<td><a href="0\d+-S/g)).toHaveLength(2 * people);
  }
});

test('a place that cannot be written keeps nobody from seeing the rest', async () => {
  const dir = folder();
  writeFileSync(join(dir, 'file'), '');
  const { code, out, err } = await bylaw(['demo', '--slips', join(dir, 'file')]);
  expect({ code, pays: /S-11 +3283\.00 CNY/.test(out), told: err.includes('cannot be written') }).toEqual({
    code: 0,
    pays: true,
    told: true,
  });
  expect(existsSync(join(dir, 'file.part'))).toBe(false);
});

test('without a population there is nothing to show', async () => {
  expect((await bylaw(['demo'], { cwd: folder() })).code).toBe(3);
  const dir = handbookWith();
  rmSync(join(dir, 'population'), { recursive: true });
  expect(await bylaw(['demo', '--handbook', dir, '--slips', folder()])).toMatchObject({
    code: 2,
    out: '',
  });
});

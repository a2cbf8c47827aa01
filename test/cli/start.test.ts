import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder, handbookWith } from './terminal.ts';

test('the start shows the commissions of the month, what they rest on, and how one came about', async () => {
  const ran = await bylaw(['start', '--no-serve']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const said = [
    'E-commerce handbook · population/sales-2026-10.csv · On 2026-10-31',
    'Customer-service commission',
    /客服一组 +1\.5% +2550\.00 CNY +2% +3400\.00 CNY +4% +6800\.00 CNY/,
    /新设组 +undetermined/,
    /新设组 +“Completion of the sales target” \(sales\.completion\) is not given: give it, or give sales\.target\./,
    /\[1\] commission\.customer-service#/,
    /→ \w/,
    'How it came about, for',
    'Rests on interpretation',
    /O-1\.3\.3\.1 +Commission of the customer-service group/,
  ];
  expect(said.filter((text) => (typeof text === 'string' ? !ran.out.includes(text) : !text.test(ran.out)))).toEqual([]);
});

test('in Chinese, and by the source alone', async () => {
  const { out } = await bylaw(['start', '--no-serve', '--lang', 'zh', '--source-only']);
  expect(out).toContain('电商管理手册 · population/sales-2026-10.csv · 2026-10-31，仅按原文');
  expect(out).toContain('仅按原文未定');
  expect(out).not.toContain('[1]');
});

test('without a population there is nothing to show', async () => {
  expect((await bylaw(['start', '--no-serve'], { cwd: folder() })).code).toBe(3);
  const dir = handbookWith();
  rmSync(join(dir, 'population'), { recursive: true });
  expect(await bylaw(['start', '--no-serve', '--handbook', dir])).toMatchObject({ code: 2, out: '' });
});

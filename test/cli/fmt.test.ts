import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, handbookWith, home, json } from './terminal.ts';

const head = 'pay/commission.head.yaml';
const loose = (text: string): string => text.replace('rate: 2%', 'rate:   2%').replace('0 CNY', '0元');

test('the handbook of this repository has its usual form', async () => {
  expect(await bylaw(['fmt', '--check'])).toEqual({
    code: 0,
    out: '',
    err: 'All files that could be read have their usual form.\n',
  });
});

test('--check names the files and writes nothing; without it they are written, once', async () => {
  const dir = handbookWith({ [head]: loose });
  const text = (): string => readFileSync(join(dir, head), 'utf8');
  const before = text();
  const checked = await bylaw(['fmt', '--check', '--handbook', dir, '--lang', 'zh']);
  expect(checked).toMatchObject({ code: 1, err: '1 个文件不合规范格式，可执行“bylaw fmt”改写。\n' });
  expect(checked.out).toContain('commission.head.yaml');
  expect(text()).toBe(before);
  expect(await bylaw(['fmt', '--handbook', dir])).toMatchObject({ code: 0, err: '1 file written.\n' });
  expect(text()).toBe(readFileSync(join(home, 'policies', head), 'utf8'));
  expect(json(await bylaw(['fmt', '--json', '--handbook', dir]))).toMatchObject({ changed: [], diagnostics: [] });
});

test('only the files that are named', async () => {
  const dir = handbookWith({ [head]: loose, 'pay/sales.yaml': (text) => text.replace('0 CNY', '0元') });
  expect(json(await bylaw(['fmt', 'pay/sales.yaml', '--json', '--handbook', dir]))).toMatchObject({
    changed: ['pay/sales.yaml'],
  });
  expect(await bylaw(['fmt', 'pay/sale.yaml', '--handbook', dir])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Did you mean “pay/sales.yaml”?') as string,
  });
});

test('a file that cannot be read is left as it is and told', async () => {
  const dir = handbookWith({ [head]: (text) => text.replace('rate: 2%', 'rate:  2 +') });
  const ran = await bylaw(['fmt', '--handbook', dir]);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('error[expression/');
  expect(readFileSync(join(dir, head), 'utf8')).toContain('rate:  2 +');
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, handbookWith, json } from './terminal.ts';

interface Tested {
  readonly cases: number;
  readonly failed: number;
  readonly diagnostics: readonly { readonly code: string }[];
  readonly failures: readonly {
    readonly id: string;
    readonly place: { readonly file: string; readonly line: number };
    readonly differences: readonly { readonly what: string; readonly expected: string; readonly found: string }[];
  }[];
}

const cases = 'pay/commission.head.cases.yaml';

test('the cases of the handbook hold on both evaluators', async () => {
  const ran = await bylaw(['test', '--json']);
  expect(ran.code).toBe(0);
  const tested = json<Tested>(ran);
  expect(tested.cases).toBeGreaterThan(200);
  expect(tested).toMatchObject({ failed: 0, failures: [], diagnostics: [] });
});

test('a case that fails is told with its place, what differs and how it came about', async () => {
  const dir = handbookWith({ [cases]: (text) => text.replace('[95%, 4%, 3200.00 CNY, [], same]', '[95%, 4%, 3200.01 CNY, [], same]') }); // prettier-ignore
  const ran = await bylaw(['test', 'commission.head', '--handbook', 'policies'], { cwd: join(dir, '..') });
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('FAIL policies/pay/commission.head.cases.yaml:22:9 every-edge');
  expect(ran.out).toMatch(/value +expected +3200\.01 CNY\n +found +3200\.00 CNY/);
  expect(ran.out).toContain('4% × 80000.00 CNY = 3200.00 CNY');
  expect(ran.out).toContain('76 cases: 74 hold, 2 fail');
  const chinese = await bylaw(['test', 'commission.head', '--handbook', dir, '--lang', 'zh']);
  expect(chinese.out).toContain('应为');
  const data = json<Tested>(await bylaw(['test', 'commission.head', '--handbook', dir, '--json']));
  expect(data).toMatchObject({ cases: 76, failed: 2, diagnostics: [] });
  expect(data.failures[0]).toMatchObject({
    id: 'every-edge',
    place: { file: cases, line: 22 },
    differences: [{ what: 'value', expected: '3200.01 CNY', found: '3200.00 CNY' }],
  });
});

test('cases that cannot be read are failures', async () => {
  const mistakes: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'cases/unknown-column': ['[sales.completion, .rate', '[sales.completion, .rat'],
    'shape/unknown-key': ['columns:', 'colums:'],
  };
  for (const [code, [before, after]] of Object.entries(mistakes)) {
    const dir = handbookWith({ [cases]: (text) => text.replace(before, after) });
    const ran = await bylaw(['test', '--json', '--handbook', dir]);
    expect(ran.code).toBe(1);
    expect(json<Tested>(ran).diagnostics.map((one) => one.code)).toContain(code);
  }
});

test('filters keep the cases whose file, policy or id they are part of', async () => {
  const count = async (...filters: readonly string[]): Promise<number> =>
    json<Tested>(await bylaw(['test', '--json', ...filters])).cases;
  expect(await count('before-the-first-version')).toBe(1);
  expect(await count('before-the-first-version', 'commission.promoter')).toBe(77);
  expect(await bylaw(['test', 'no-such-case'])).toMatchObject({ code: 2, out: '' });
});

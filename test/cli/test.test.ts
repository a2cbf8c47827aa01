import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { onlyInOne } from '../../engine/cli/test-difference.ts';
import { bylaw, folder, handbookWith, json } from './terminal.ts';

interface Tested {
  readonly cases: number;
  readonly failed: number;
  readonly recorded: number;
  readonly coverage: {
    readonly total: Readonly<Record<string, { readonly covered: number; readonly of: number }>>;
    readonly policies: readonly { readonly policy: string }[];
    readonly missing: readonly { readonly sort: string; readonly text: string; readonly inputs: readonly string[] }[];
    readonly clauses: readonly { readonly clause: string }[];
  };
  readonly diagnostics: readonly { readonly code: string }[];
  readonly failures: readonly {
    readonly id: string;
    readonly place: { readonly file: string; readonly line: number };
    readonly differences: readonly { readonly what: string; readonly expected: string; readonly found: string }[];
  }[];
}

const cases = 'pay/commission.head.cases.yaml';

/** The chapters of pay alone, so that these tests stay as quick as they are while the handbook grows. */
function payWith(changes: Parameters<typeof handbookWith>[0] = {}): string {
  const dir = handbookWith(changes);
  for (const path of globSync('**/*.yaml', { cwd: dir })) {
    if (!/^(?:handbook|parameters|vocabulary\/.*|sources\/O|pay\/.*)\.yaml$/.test(path)) rmSync(join(dir, path));
  }
  return dir;
}

test('the cases of the handbook hold on both evaluators', async () => {
  const ran = await bylaw(['test', '--json']);
  expect(ran.code).toBe(0);
  const tested = json<Tested>(ran);
  expect(tested.cases).toBeGreaterThan(200);
  expect(tested).toMatchObject({ failed: 0, failures: [], diagnostics: [] });
});

test('a case that fails is told with its place, what differs and how it came about', async () => {
  const dir = payWith({ [cases]: (text) => text.replace('[95%, 4%, 3200.00 CNY, [], same]', '[95%, 4%, 3200.01 CNY, [], same]') }); // prettier-ignore
  const ran = await bylaw(['test', 'commission.head', '--handbook', 'policies'], { cwd: join(dir, '..') });
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('FAIL policies/pay/commission.head.cases.yaml:29:9 every-edge');
  expect(ran.out).toMatch(/value +expected +3200\.01 CNY\n +found +3200\.00 CNY/);
  expect(ran.out).toContain('4% × 80000.00 CNY = 3200.00 CNY');
  expect(ran.out).toContain('112 cases: 110 hold, 2 fail');
  const chinese = await bylaw(['test', 'commission.head', '--handbook', dir, '--lang', 'zh']);
  expect(chinese.out).toMatch(/不成立 .*\n.*\n +值 +应为 +3200\.01 CNY\n +实为/);
  const data = json<Tested>(await bylaw(['test', 'commission.head', '--handbook', dir, '--json']));
  expect(data).toMatchObject({ cases: 112, failed: 2, diagnostics: [] });
  expect(data.failures[0]).toMatchObject({
    id: 'every-edge',
    place: { file: cases, line: 29 },
    differences: [{ what: 'value', expected: '3200.01 CNY', found: '3200.00 CNY' }],
  });
});

test('cases that cannot be read are failures', async () => {
  const mistakes: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'cases/unknown-column': ['[sales.completion, .rate', '[sales.completion, .rat'],
    'shape/unknown-key': ['columns:', 'colums:'],
  };
  for (const [code, [before, after]] of Object.entries(mistakes)) {
    const dir = payWith({ [cases]: (text) => text.replace(before, after) });
    const ran = await bylaw(['test', '--json', '--handbook', dir]);
    expect(ran.code).toBe(1);
    expect(json<Tested>(ran).diagnostics.map((one) => one.code)).toContain(code);
  }
});

test('filters keep the cases whose file, policy or id they are part of', async () => {
  const dir = payWith();
  const count = async (...filters: readonly string[]): Promise<number> =>
    json<Tested>(await bylaw(['test', '--json', '--handbook', dir, ...filters])).cases;
  expect(await count('before-the-first-version')).toBe(1);
  expect(await count('before-the-first-version', 'commission.promoter')).toBe(113);
  expect(await bylaw(['test', 'no-such-case', '--handbook', dir])).toMatchObject({ code: 2, out: '' });
});

const withoutEdge = (text: string): string => text.replace('      - [29.99%, 0%, 0.00 CNY, [], same]\n', '');

test('the chapters of pay are covered whole', async () => {
  const ran = await bylaw(['test', 'pay/', '--require', '100', '--handbook', payWith()]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const share = '(\\d+)/\\1';
  const kinds = ['decisions', 'rows and tiers', 'branches', 'boundaries', 'executable clauses'];
  expect(ran.out).toMatch(new RegExp(`^\\d+ cases: \\d+ hold, 0 fail\nCovered: ${kinds.map((kind, i) => `${share.replace('1', String(i + 1))} ${kind}`).join(', ')}\n$`)); // prettier-ignore
});

test('what is missing is told with its place and an input, and fails where all is required', async () => {
  const dir = payWith({ [cases]: withoutEdge });
  const argv = ['test', 'commission.head', '--handbook', 'policies'];
  const setting = { cwd: join(dir, '..') };
  const table = await bylaw([...argv, '--coverage', '--require', '89'], setting);
  expect(table.code).toBe(1);
  expect(table.out).toMatch(/^policy +decisions +rows and tiers +branches +boundaries +executable clauses\n/);
  expect(table.out).toMatch(/\ncommission\.head +2\/2 +9\/9 +– +8\/9 +1\/1\n/);
  expect(table.out).toContain(
    'policies/pay/commission.head.yaml:16:19 commission.head: boundary sales.completion | 30%\n    try: sales.completion = 29.99%\n',
  );
  expect(table.out).toContain('Less than 89 % of the boundaries are covered: 8/9.');
  expect((await bylaw([...argv, '--require', '88'], setting)).code).toBe(0);
  expect((await bylaw([...argv, '--missing', '--lang', 'zh'], setting)).out).toContain(
    '    可试： sales.completion = 29.99%',
  );
  const data = json<Tested>(await bylaw([...argv, '--json'], setting));
  expect(data.coverage).toMatchObject({
    total: { boundary: { covered: 8, of: 9 } },
    policies: [{ policy: 'commission.head' }],
    missing: [{ sort: 'boundary', text: 'sales.completion | 30%', inputs: ['sales.completion = 29.99%'] }],
    clauses: [],
  });
});

test.each(['101', 'all', '-1', '99.5'])('--require %s is no percentage', async (percent) => {
  const ran = await bylaw(['test', `--require=${percent}`]);
  expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(`“${percent}”`) as string });
});

test('recorded cases are counted apart', async () => {
  const dir = payWith({ [cases]: (text) => text.replace('at: 2026', 'recorded: true\nat: 2026') });
  const ran = await bylaw(['test', 'commission.head', '--handbook', dir]);
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toContain(
    '112 cases: 112 hold, 0 fail, 112 of them recorded\nCovered: 0/2 decisions, 0/9 rows and tiers',
  );
});

test('--clause keeps cases that name a clause, and those that ask a decision which cites it', async () => {
  const dir = payWith();
  const data = json<Tested>(await bylaw(['test', '--json', '--handbook', dir, '--clause', 'O-1.4.2']));
  expect(data.cases).toBeGreaterThan(10);
  expect(data.coverage.policies.map(({ policy }) => policy)).toContain('commission');
  expect(data.coverage.policies.map(({ policy }) => policy)).not.toContain('target');
  const [one, both] = await Promise.all(
    [['O-1.3.3d'], ['O-1.3.3d', 'O-1.4.2']].map((ids) =>
      bylaw(['test', '--json', '--handbook', dir, '--clause', ...ids]),
    ),
  );
  expect(json<Tested>(both!).cases).toBe(json<Tested>(one!).cases + data.cases);
  expect(await bylaw(['test', '--handbook', dir, '--clause', 'O-99'])).toMatchObject({ code: 2, out: '' });
});

test('a JUnit report holds each case, and of one that fails what differs', async () => {
  const dir = payWith({ [cases]: (text) => text.replace('[95%, 4%, 3200.00 CNY, [], same]', '[95%, 4%, 3200.01 CNY, [], same]') }); // prettier-ignore
  const file = join(folder(), 'report.xml');
  const ran = await bylaw(['test', 'commission.head', '--handbook', dir, '--junit', file]);
  expect(ran.code).toBe(1);
  const xml = readFileSync(file, 'utf8');
  expect(xml).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="bylaw test" tests="112" failures="2" errors="0">/,
  );
  expect(xml.match(/<testcase /g)).toHaveLength(112);
  expect(xml).toContain(`<testsuite name="${cases}" tests="112" failures="2" errors="0">`);
  expect(xml).toContain(
    `<testcase classname="commission.head" name="every-edge: commission.head.amount" file="${cases}" line="29">\n      <failure message="value: expected 3200.01 CNY, found 3200.00 CNY">`,
  );
  const nowhere = await bylaw(['test', 'commission.head', '--handbook', dir, '--junit', join(file, 'x.xml')]);
  expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('x.xml') as string });
});

test('--watch runs again when a file changes, also when it cannot be read meanwhile, and ends when asked to', async () => {
  const dir = payWith();
  const heard: string[] = [];
  const stop = Promise.withResolvers<void>();
  const running = bylaw(['test', 'commission.head', '--watch', '--handbook', dir], {
    stopped: stop.promise,
    hear: (text) => heard.push(text),
  });
  const waiting = (times: number) => (): void => {
    expect(heard.filter((text) => text.startsWith('Waiting for a change'))).toHaveLength(times);
  };
  const soon = { timeout: 10_000, interval: 20 };
  const file = join(dir, cases);
  const text = readFileSync(file, 'utf8');
  await vi.waitFor(waiting(1), soon);
  writeFileSync(file, text.replace('[95%, 4%', '[95%, 5%'));
  await vi.waitFor(waiting(2), soon);
  expect(heard.join('')).toContain('112 cases: 110 hold, 2 fail');
  writeFileSync(file, Buffer.from([0xff]));
  await vi.waitFor(waiting(3), soon);
  expect(heard.join('')).toContain('is not UTF-8');
  writeFileSync(file, text);
  await vi.waitFor(waiting(4), soon);
  stop.resolve();
  const ran = await running;
  expect(ran.code).toBe(0);
  expect(ran.out.match(/112 cases: 112 hold, 0 fail/g)).toHaveLength(2);
}, 30_000);

// What only one of two lists holds, each item as often as it stands there.
test.each([
  ['4%', '5%', undefined],
  ['a', 'a, b', { left: '', more: 'b' }],
  ['a, b', '', { left: 'a, b', more: '' }],
  ['[a, b, b]', '[b, c, a]', { left: 'b', more: 'c' }],
  ['{A: [1, 2], B: 2}', '{A: [1, 3], B: 2}', { left: 'A: [1, 2]', more: 'A: [1, 3]' }],
  ['["a, b", c]', '["a, b", d]', { left: 'c', more: 'd' }],
])('%s against %s', (expected, found, difference) => {
  expect(onlyInOne(expected, found)).toEqual(difference);
});

test('of flags and lists that differ it is told what is missing and what is too much', async () => {
  const dir = payWith({ [cases]: (text) => text.replace('3200.00 CNY, [between-100-and-120], undetermined]', '3200.00 CNY, [fractions, row-labels], undetermined]') }); // prettier-ignore
  const ran = await bylaw(['test', 'commission.head', '--handbook', dir]);
  expect(ran.out).toMatch(
    /flags +expected +commission\.head#fractions, commission\.head#row-labels\n +found +commission\.head#between-100-and-120\n +missing +commission\.head#fractions, commission\.head#row-labels\n +too much +commission\.head#between-100-and-120\n/,
  );
});

import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder, home, json, sales, type Ran } from './terminal.ts';

const asks = [
  'eval',
  'commission.head.amount',
  'sales.net',
  '--facts',
  '-',
  '--at',
  '2026-10-31',
  '--bundle',
  'h.bundle',
];
const facts = sales('110%');

/** A folder with the handbook and its bundle. */
async function withBundle(): Promise<string> {
  const dir = folder();
  cpSync(join(home, 'policies'), join(dir, 'policies'), { recursive: true });
  expect((await bylaw(['build', '--out', 'h.bundle'], { cwd: dir })).code).toBe(0);
  return dir;
}
const logTwo = (dir: string, ...more: readonly string[]): Promise<Ran> =>
  bylaw([...asks, '--log', 'd.jsonl', ...more], { cwd: dir, stdin: facts });
const linesOf = (dir: string): readonly string[] => readFileSync(join(dir, 'd.jsonl'), 'utf8').split('\n');

test('what eval wrote is recomputed, and the chain goes on from call to call', async () => {
  const dir = await withBundle();
  const plain = await bylaw(asks, { cwd: dir, stdin: facts });
  expect(await logTwo(dir)).toEqual(plain);
  await logTwo(dir);
  expect(linesOf(dir)).toHaveLength(6);
  const [, second = ''] = linesOf(dir);
  expect(JSON.parse(second)).toMatchObject({
    time: '2026-10-31T04:00:00.000Z',
    decision: 'commission.head.amount',
    at: '2026-10-31',
    facts: JSON.parse(facts) as object,
    outcome: { status: 'determined', reasons: [] },
  });
  expect(existsSync(join(dir, 'd.jsonl.lock'))).toBe(false);
  const ran = await bylaw(['replay', 'd.jsonl', '--bundle', 'h.bundle'], { cwd: dir });
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toMatch(
    /^4 lines in 1 file: 4 as they were, 0 otherwise\nThe chain holds; it ends with [0-9a-f]{64}\n$/,
  );
  const zh = await bylaw(['replay', 'd.jsonl', '--bundle', 'h.bundle', '--lang', 'zh'], { cwd: dir });
  expect(zh.out).toContain('1 个文件共 4 行：4 行结果相同，0 行结果不同\n链完整；末行为 ');
});

test('a changed figure, a torn line and another bundle are told', async () => {
  const dir = await withBundle();
  await logTwo(dir);
  appendFileSync(join(dir, 'd.jsonl'), '{"time":"2026-');
  const again = await logTwo(dir);
  expect(again.err).toContain('decision-log/torn');
  expect(
    readdirSync(dir)
      .filter((name) => name.startsWith('d.'))
      .sort(),
  ).toEqual(['d.000001.jsonl', 'd.jsonl']);
  const whole = ['replay', 'd*.jsonl', '--bundle', 'h.bundle'];
  const torn = await bylaw(whole, { cwd: dir });
  expect(torn.code).toBe(0);
  expect(torn.out).toContain('d.000001.jsonl:4: decision-log/torn');
  expect(torn.out).toContain('4 as they were');
  // Without its first file the log holds, but says so; without its bundle nothing is recomputed.
  expect((await bylaw(['replay', 'd.jsonl', '--bundle', 'h.bundle'], { cwd: dir })).out).toContain(
    'not begin with the first',
  );
  const manifest = join(dir, 'policies/handbook.yaml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^revision: \d+$/m, 'revision: 77'));
  await bylaw(['build', '--out', 'next.bundle'], { cwd: dir });
  const other = await bylaw(['replay', 'd*.jsonl', '--bundle', 'next.bundle'], { cwd: dir });
  expect(other.code).toBe(1);
  expect(other.out).toContain('4 not recomputed (no bundle)');
  // One line for the bundle, not one for each line of the log.
  expect(other.out.match(/--bundle/g)).toHaveLength(1);
  expect(other.out).toMatch(
    /^d\.000001\.jsonl:2: from here on 4 lines were decided by the bundle [0-9a-f]{64}, which/m,
  );
  const machine = await bylaw(['replay', 'd*.jsonl', '--bundle', 'next.bundle', '--json'], { cwd: dir });
  expect(
    json<{ readonly lines: readonly { readonly why?: string }[] }>(machine).lines.flatMap(({ why }) => why ?? []),
  ).toEqual(Array.from({ length: 4 }, () => 'bundle'));
  const both = ['--bundle', 'next.bundle', '--bundle', 'h.bundle'];
  expect((await bylaw(['replay', 'd*.jsonl', ...both], { cwd: dir })).out).toContain('4 as they were');
  expect((await bylaw(['replay', 'd*.jsonl', '--instead', 'next.bundle'], { cwd: dir })).code).toBe(0);
  // One digit of a value.
  const file = join(dir, 'd.000001.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"80000.00 CNY"', '"80001.00 CNY"'));
  const changed = await bylaw([...whole, '--json'], { cwd: dir });
  expect(changed.code).toBe(1);
  expect(json(changed)).toMatchObject({
    same: 3,
    broken: 1,
    torn: 1,
    chain: { firstBroken: { file: 'd.000001.jsonl', line: 3 } },
  });
});

test('another policy decides otherwise: the old value and the new one', async () => {
  const dir = await withBundle();
  await logTwo(dir);
  const file = join(dir, 'policies/pay/sales.yaml');
  const before = readFileSync(file, 'utf8');
  const after = before.replace('sales.ordered - sales.returned', 'sales.ordered + sales.returned');
  expect(after).not.toBe(before);
  writeFileSync(file, after);
  expect((await bylaw(['build', '--out', 'next.bundle'], { cwd: dir })).code).toBe(0);
  const ran = await bylaw(['replay', 'd.jsonl', '--instead', 'next.bundle'], { cwd: dir });
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('d.jsonl:3: sales.net for 2026-10-31: value 80000.00 CNY → 96000.00 CNY');
});

test('masked facts are not in the log; what reads none of them is recomputed', async () => {
  const dir = await withBundle();
  writeFileSync(join(dir, 'secret'), 'a secret of more than sixteen bytes\n');
  await logTwo(dir, '--mask', 'sales.completion', '--mask-key', 'secret');
  await logTwo(dir, '--mask', 'sales.completion');
  expect(readFileSync(join(dir, 'd.jsonl'), 'utf8')).not.toContain('110%');
  expect(JSON.parse(linesOf(dir)[1] ?? '')).toMatchObject({
    sealed: { 'sales.completion': expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  });
  expect(JSON.parse(linesOf(dir)[4] ?? '')).toMatchObject({ without: ['sales.completion'] });
  const ran = await bylaw(['replay', 'd.jsonl', '--bundle', 'h.bundle'], { cwd: dir });
  expect(ran.code).toBe(0);
  expect(ran.out).toContain('2 as they were, 0 otherwise, 2 not recomputed (masked)');
  expect(ran.out).toContain(
    'commission.head.amount for 2026-10-31 is not recomputed: the log does not show sales.completion',
  );
});

test.each([
  ['a log without a bundle', ['eval', 'sales.net', '--log', 'd.jsonl'], '--bundle'],
  ['a mask without a log', ['eval', 'sales.net', '--mask', 'sales.net'], '--log'],
  ['a key without a mask', ['eval', 'sales.net', '--log', 'd', '--bundle', 'b', '--mask-key', 'k'], '--mask'],
  ['no bundle', ['replay', 'd.jsonl'], '--bundle'],
  ['no such log', ['replay', 'none.jsonl', '--bundle', 'h.bundle'], 'none.jsonl'],
])('%s is refused', async (_, argv, said) => {
  const ran = await bylaw(argv, { cwd: folder() });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(said);
});

test('a file that is no log stays as it is', async () => {
  const dir = await withBundle();
  for (const text of ['notes', 'notes\n', '{"a":1}\n', '{"bylaw":"bundle"}']) {
    writeFileSync(join(dir, 'd.jsonl'), text);
    const ran = await logTwo(dir);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('decision-log/unreadable');
    expect(readFileSync(join(dir, 'd.jsonl'), 'utf8')).toBe(text);
  }
  expect(readdirSync(dir).filter((name) => name.endsWith('.lock'))).toEqual([]);
  // Nor is one without a line a log in which all is well.
  for (const text of ['', 'notes']) {
    writeFileSync(join(dir, 'd.jsonl'), text);
    expect((await bylaw(['replay', 'd.jsonl', '--bundle', 'h.bundle'], { cwd: dir })).code).toBe(1);
  }
});

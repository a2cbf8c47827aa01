import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { writeJournal } from '../../engine/host/part-file.ts';
import { bylaw, type Ran, type Setting } from './terminal.ts';
import { smallFolder } from './small-run.ts';

const rows = Array.from({ length: 25_000 }, (_none, i) =>
  i % 1300 === 17
    ? `p${i},bad,"${i}\n"`
    : `p${i},${i % 1000}.${10 + (i % 90)} CNY,note ${'of some length '.repeat(6)}${i}`,
);
const table = `who,sales.net,note\n${rows.join('\n')}\n`;
const args = ['run', 'pay.amount', '--handbook', 'rules', '--in', 'in.csv', '--out', 'out.csv', '--workers', '0'];

let dir: string;
const run = (more: readonly string[] = [], setting: Setting = {}): Promise<Ran> =>
  bylaw([...args, ...(more.includes('--at') ? [] : ['--at', '2026-10-31']), ...more], { ...setting, cwd: dir });
const file = (name: string): string => readFileSync(join(dir, name), 'utf8');

/** Stops the run when it first says how far it is. A table of three blocks is answered in three steps. */
function stoppedRun(more: readonly string[] = ['--resume']): Promise<Ran> {
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  let time = 0;
  const clock = (): Date => new Date((time += 2500));
  const hear = (text: string): void => {
    if (/rows\/s/.test(text)) stop();
  };
  return run([...more, '--progress'], { stopped, clock, hear });
}

beforeEach(() => {
  dir = smallFolder({ 'in.csv': table, 'out.csv': 'before' });
});

test('a run that was stopped goes on behind what was written, and the result is that of one run', async () => {
  const stopped = await stoppedRun();
  expect(stopped.code).toBe(130);
  expect(stopped.err).toContain('--resume goes on');
  expect(file('out.csv')).toBe('before');
  const part = file('out.csv.part');
  expect(part.length).toBeGreaterThan(1_000_000);
  const resumed = await run(['--resume']);
  expect(resumed.code).toBe(1);
  const result = file('out.csv');
  expect(result.startsWith(part)).toBe(true);
  expect(readdirSync(dir).sort()).toEqual(['in.csv', 'out.csv', 'rules']);

  const whole = await run();
  expect(file('out.csv') === result).toBe(true);
  expect(resumed.err.split('\n').slice(-2)).toEqual(whole.err.split('\n').slice(-2));
  expect(whole.err).toContain('25000 rows');
});

test('what an earlier run left is neither lost nor gone on with unless that is said', async () => {
  await stoppedRun();
  const refused = await run();
  expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/--resume.*--restart/s) as string });
  expect((await run(['--lang', 'zh'])).err).toMatch(/用 --resume 继续，或用 --restart 重新开始/);
  expect((await run(['--restart', '--workers', 'many'])).err).toContain('no “many”');
  expect((await run(['--restart', '--workers', '999'])).err).toContain('at most 64');
  expect(existsSync(join(dir, 'out.csv.part'))).toBe(true);
  expect((await run(['--restart'])).code).toBe(1);
  expect(readdirSync(dir).sort()).toEqual(['in.csv', 'out.csv', 'rules']);
  expect((await run(['--restart', '--resume'])).err).toContain('name one');
});

test.each<[what: string, change: () => void, more: readonly string[], en: string, zh: string]>([
  ['the date', () => undefined, ['--at', '2027-01-31'], 'the date', '日期'],
  ['an option', () => undefined, ['--reasons'], 'an option', '读取表格或写出结果的选项'],
  [
    'the table',
    () => {
      utimesSync(join(dir, 'in.csv'), 1, 1);
    },
    [],
    'the table',
    '表格',
  ],
  [
    'the handbook',
    () => {
      writeFileSync(join(dir, 'rules/pay.yaml'), file('rules/pay.yaml').replace('20%', '21%'));
    },
    [],
    'the handbook',
    '手册',
  ],
])('another run is not gone on with: %s', async (_what, change, more, en, zh) => {
  await stoppedRun();
  const part = file('out.csv.part');
  change();
  const refused = await run(['--resume', ...more]);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('What differs');
  expect(refused.err.match(/ {2}- /g)).toHaveLength(1);
  expect(refused.err).toContain(en);
  expect((await run(['--resume', ...more, '--lang', 'zh'])).err).toContain(`- ${zh}`);
  expect(file('out.csv.part') === part).toBe(true);
});

test('a part that lost something is not gone on with; one that has more is cut back', async () => {
  await stoppedRun();
  const { length } = file('out.csv.part');
  writeFileSync(join(dir, 'out.csv.part'), `${file('out.csv.part')}half a row`);
  expect((await run(['--resume'])).code).toBe(1);
  const result = file('out.csv');
  expect(result).not.toContain('half a row');
  await stoppedRun();
  truncateSync(join(dir, 'out.csv.part'), length - 1);
  expect((await run(['--resume'])).err).toContain('something was taken away');
  writeFileSync(join(dir, 'out.csv.part.json'), '{"offset":');
  expect((await run(['--resume'])).err).toContain('does not say how far');
  expect((await run(['--restart'])).code).toBe(1);
  expect(file('out.csv') === result).toBe(true);
});

test('a journal or a part that somebody changed is not gone on with', async () => {
  await stoppedRun();
  const [journal, part] = [file('out.csv.part.json'), readFileSync(join(dir, 'out.csv.part'))];
  for (const changed of [
    journal.replace(/"counts":\{.*?\}\}/, '"counts":{}'),
    journal.replace(/"rows":/, '"rows":1'),
  ]) {
    expect(changed).not.toBe(journal);
    writeFileSync(join(dir, 'out.csv.part.json'), changed);
    const refused = await run(['--resume']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('does not say how far');
  }
  writeFileSync(join(dir, 'out.csv.part.json'), journal);
  part[1000] = (part[1000] ?? 0) ^ 1;
  writeFileSync(join(dir, 'out.csv.part'), part);
  expect((await run(['--resume'])).err).toContain('no longer holds what was written to it');
  expect((await run(['--resume', '--lang', 'zh'])).err).toContain('已不是此前写入的内容');
  expect(file('out.csv')).toBe('before');
});

test('a run that ended between its last two steps is done: its counts are told, and its code is given', async () => {
  await stoppedRun();
  const { check: _check, ...journal } = JSON.parse(file('out.csv.part.json')) as Readonly<Record<string, unknown>>;
  const { counts } = journal as { readonly counts: { readonly rows: number } };
  await writeJournal(join(dir, 'out.csv'), { ...journal, done: true });
  renameSync(join(dir, 'out.csv.part'), join(dir, 'out.csv'));
  const done = await run(['--resume']);
  expect(done.code).toBe(1);
  expect(done.err).toContain('The run was finished already');
  expect(done.err).toContain(`${String(counts.rows)} rows; `);
  expect(readdirSync(dir).sort()).toEqual(['in.csv', 'out.csv', 'rules']);
});

test('a large table has a journal, also without threads', async () => {
  appendFileSync(join(dir, 'in.csv'), `${rows.join('\n')}\n`);
  expect((await stoppedRun([])).err).toContain('--resume goes on');
  expect(readdirSync(dir)).toContain('out.csv.part.json');
});

test('what cannot be gone on with says so', async () => {
  expect((await bylaw(['run', 'x', '--in', 'in.csv', '--resume'], { cwd: dir })).err).toContain('--out FILE');
  const byKey = await run(['--resume', '--key', 'who']);
  expect(byKey).toMatchObject({ code: 2, err: expect.stringContaining('Leave --resume out') as string });
  expect((await run(['--resume'])).err).toContain('nothing of out.csv to go on with');
});

test('progress says rows, rows a second and the time left, in either language', async () => {
  expect((await stoppedRun()).err).toMatch(/^[\d,]+ rows, [\d,]+ rows\/s, \d+:\d\d left$/m);
  let time = 0;
  const clock = (): Date => new Date((time += 2500));
  const { err } = await run(['--restart', '--lang', 'zh', '--progress'], { clock });
  expect(err).toMatch(/^[\d,]+ 行，每秒 [\d,]+ 行，剩余 \d+:\d\d$/m);
  const onTerminal = await run(['--lang', 'en'], { clock, isTerminal: true });
  expect(onTerminal.err).toMatch(/\r[\d,]+ rows, [\d,]+ rows\/s, \d+:\d\d left/);
});

test('two runs do not write one result at once; what a dead process held is taken over', async () => {
  writeFileSync(join(dir, 'out.csv.part.lock'), '1');
  const refused = await run(['--resume']);
  expect(refused.code).toBe(2);
  expect(refused.err).toMatch(/Process 1 writes out\.csv at this moment/);
  expect(file('out.csv')).toBe('before');
  expect((await run(['--restart', '--lang', 'zh'])).err).toContain('进程 1 正在写入 out.csv');
  // No process has this number.
  writeFileSync(join(dir, 'out.csv.part.lock'), '4194999');
  expect((await run(['--resume'])).code).toBe(1);
  expect(readdirSync(dir).sort()).toEqual(['in.csv', 'out.csv', 'rules']);
});

test('a table that changes while it is read gives no result', async () => {
  let isChanged = false;
  const hear = (text: string): void => {
    if (!/rows\/s/.test(text) || isChanged) return;
    isChanged = true;
    writeFileSync(join(dir, 'in.csv'), `${table}late,1.00 CNY,x\n`);
  };
  let time = 0;
  const clock = (): Date => new Date((time += 2500));
  const changed = await run(['--resume', '--progress'], { clock, hear });
  expect(changed.code).toBe(2);
  expect(changed.err).toContain('in.csv was changed while it was read');
  expect(file('out.csv')).toBe('before');
  expect((await run(['--restart'])).code).toBe(1);
  expect(file('out.csv')).toContain('late,1.00 CNY');
});

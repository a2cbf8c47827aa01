import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylawRun, hashOf, killedRun } from '../../bench/killed-run.ts';
import { smallFolder } from './small-run.ts';

test('a run that is killed three times at random moments and gone on with writes what an undisturbed one writes', async () => {
  const rows = Array.from({ length: 100_000 }, (_none, i) => `p${i},${i % 1000}.${10 + (i % 90)} CNY,${i % 200}%`);
  const dir = smallFolder({});
  writeFileSync(join(dir, 'in.csv'), `who,sales.net,reached\n${rows.join('\n')}\n`);
  // By the source alone every row takes the long way, so that there is time to be killed in.
  const asked = [
    'pay.amount',
    'pay.bonus',
    '--in',
    'in.csv',
    '--at',
    '2026-10-31',
    '--handbook',
    'rules',
    '--source-only',
  ];
  const args = [...asked, '--workers', '2'];
  const whole = await bylawRun(dir, 'whole.csv', args);
  expect(whole).toMatchObject({ code: 0 });
  const killed = await killedRun(dir, 'out.csv', args, 3, whole.seconds * 250);
  expect(killed.last).toMatchObject({ code: 0 });
  expect(killed.safe).toHaveLength(3);
  expect(await hashOf(join(dir, 'out.csv'))).toBe(await hashOf(join(dir, 'whole.csv')));
  expect(statSync(join(dir, 'out.csv')).size).toBeGreaterThan(3_000_000);
  expect(killed.last.said.trim().split('\n').at(-1)).toBe(whole.said.trim().split('\n').at(-1));
}, 300_000);

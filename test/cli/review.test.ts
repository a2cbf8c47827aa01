/** The heart of a review; what is rarer, and what machines get, is in the slow file. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './repository.ts';
import { bylaw, handbookWith } from './terminal.ts';

test('what held and is deleted is refused', async () => {
  const cwd = repository();
  expect(await bylaw(['review', '--base', 'main'], { cwd })).toMatchObject({ code: 0, err: '' });
  rmSync(join(cwd, 'policies/pay/commission.promoter.yaml'));
  rmSync(join(cwd, 'policies/pay/commission.promoter.cases.yaml'));
  const ran = await bylaw(['review', '--base', 'main'], { cwd });
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('REFUSED: a version that held was deleted');
});

test('outside of a repository there is nothing to compare with', async () => {
  const ran = await bylaw(['review', '--base', 'main', '--handbook', handbookWith()]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(/lies in no git repository/);
});

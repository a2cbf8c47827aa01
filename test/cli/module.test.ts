import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Outcome } from '../../engine/ir/outcome.ts';
import { bylaw, folder, home, json, sales } from './terminal.ts';

const handbook = join(home, 'policies');
const build = (...more: readonly string[]): ReturnType<typeof bylaw> => {
  return bylaw(['build', '--module', '--handbook', handbook, ...more]);
};

test('a module answers as the command line does, with its types beside it', async () => {
  const out = join(folder(), 'rules.mjs');
  const built = await build('--at', '2026-10-31', '--out', out);
  expect(built).toMatchObject({ code: 0, err: '' });
  expect(built.out).toMatch(/: \d+ decisions? written, 0 refused; for days from 2023-01-01 on; /);
  expect(readFileSync(out.replace('.mjs', '.d.mts'), 'utf8')).toContain("'commission.head.amount': Decision<");
  const rules = (await import(pathToFileURL(out).href)) as {
    evaluate(decision: string, facts: unknown, options: object): Outcome;
  };
  const asked = await bylaw(['eval', 'commission.head.amount', '--facts', '-', '--json', '--at', '2026-10-31'], {
    stdin: sales('110%'),
  });
  const found = rules.evaluate('commission.head.amount', JSON.parse(sales('110%')), { at: '2026-10-31' });
  expect(json(asked)).toMatchObject([{ status: 'determined', value: found.value, flags: found.flags }]);
});

test.each([
  ['without a day', [], 'one day'],
  ['for a month', ['--period', '2026-10'], 'one day'],
  ['that is signed', ['--at', '2026-10-31', '--sign', 'k'], 'not signed'],
  ['of a decision that nobody knows', ['--at', '2026-10-31', 'sales.nett'], 'no decision “sales.nett”'],
])('a module %s is refused', async (_what, more, says) => {
  const out = join(folder(), 'rules.mjs');
  const built = await build(...more, '--out', out);
  expect(built.code).toBe(2);
  expect(built.err).toContain(says);
  expect(existsSync(out)).toBe(false);
});

test('a module has the name of one', async () => {
  const built = await build('--at', '2026-10-31', '--out', join(folder(), 'rules.ts'));
  expect(built.code).toBe(2);
  expect(built.err).toContain('.mjs');
});

test('types are printed, or written with a word about it', async () => {
  const printed = await bylaw(['types', '--handbook', handbook, '--at', '2026-10-31', '--lang', 'zh']);
  expect(printed.code).toBe(0);
  expect(printed.out).toContain('/** 销售目标完成率 */');
  const out = join(folder(), 'handbook.d.ts');
  const written = await bylaw(['types', '--handbook', handbook, '--at', '2026-10-31', '--out', out]);
  expect(written).toMatchObject({ code: 0, out: '' });
  expect(written.err).toMatch(/handbook\.d\.ts: \d+ decisions, as they are on 2026-10-31\./);
  expect(readFileSync(out, 'utf8')).toContain("readonly 'sales.completion': Percent;");
});

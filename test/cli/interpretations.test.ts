import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, handbookWith, json } from './terminal.ts';

interface Told {
  readonly interpretations: readonly {
    readonly id: string;
    readonly policy?: string;
    readonly scope?: string;
    readonly about: string;
    readonly clauses: readonly string[];
    readonly status: 'proposed' | { readonly by: string; readonly date: string };
    readonly decisions: readonly string[];
  }[];
}

const id = 'pay.promoter#full-months';
const path = 'pay/pay.promoter.yaml';
const decideArgv = ['interpretations', 'decide', id, '--by', 'head', '--on', '2026-10-30'];

test('all are listed, with what rests on them also through local definitions and computed facts', async () => {
  const { interpretations } = json<Told>(await bylaw(['interpretations', '--json']));
  expect(interpretations.find((one) => one.id === 'deal#from-the-next-day')).toMatchObject({
    policy: 'deal',
    scope: 'pay',
    clauses: ['O-1.4.4b'],
    status: 'proposed',
    decisions: ['deal.payable'],
  });
  expect(new Set(interpretations.map((one) => one.id)).size).toBe(interpretations.length);
});

test.each<readonly [filters: readonly string[], isMeant: (one: Told['interpretations'][number]) => boolean]>([
  [['deal'], ({ policy }) => policy === 'deal'],
  [['O-1.4.3', 'evidence'], ({ clauses, policy }) => clauses.includes('O-1.4.3') || policy === 'evidence'],
  [['handbook#adoption-date'], (one) => one.id === 'handbook#adoption-date'],
  [['pay', '--status', 'proposed'], ({ scope }) => scope === 'pay'],
  [['--status', 'decided'], () => false],
])('filters %j', async (filters, isMeant) => {
  const all = json<Told>(await bylaw(['interpretations', '--json'])).interpretations;
  const shown = json<Told>(await bylaw(['interpretations', ...filters, '--json'])).interpretations;
  expect(shown).toEqual(all.filter(isMeant));
});

test('for people: sort, status and the decisions, in both languages', async () => {
  const en = await bylaw(['interpretations', 'deal#from-the-next-day']);
  expect(en.code).toBe(0);
  expect(en.out).toMatch(/^pay · deal\n {2}deal#from-the-next-day · .* \(O-1\.4\.4b, proposed\)\n/u);
  expect(en.out).toContain('decisions: deal.payable\n\n1 interpretation: 1 proposed, 0 decided\n');
  const zh = await bylaw(['interpretations', 'deal#from-the-next-day', '--lang', 'zh']);
  expect(zh.out).toContain('1 项解释：1 项拟定，0 项已决定');
});

test('a decision is written where it belongs; all else stays, comments among it', async () => {
  const dir = handbookWith({
    [path]: (text) => text.replace(/(id: full-months[^]*?status: proposed)/, '$1 # ask again'),
  });
  const before = readFileSync(join(dir, path), 'utf8');
  const ran = await bylaw([...decideArgv, '--handbook', dir]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toMatch(
    /pay\.promoter\.yaml:\d+:5 pay\.promoter#full-months\n- status: proposed\n\+ decided: \{ by: head, date: 2026-10-30 \}\n$/u,
  );
  const after = readFileSync(join(dir, path), 'utf8');
  expect(after).toBe(before.replace('status: proposed # ask', 'decided: { by: head, date: 2026-10-30 } # ask'));
  expect(readdirSync(join(dir, 'pay')).filter((name) => name.endsWith('.part'))).toEqual([]);
  const told = json<Told>(await bylaw(['interpretations', id, '--json', '--handbook', dir]));
  expect(told.interpretations).toMatchObject([{ id, status: { by: 'head', date: '2026-10-30' } }]);
  const again = await bylaw([...decideArgv, '--handbook', dir]);
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toContain('decided already, by head on 2026-10-30');
});

test('an entry without status gets its decision; a convention is decided in the manifest', async () => {
  const dir = handbookWith({ [path]: (text) => text.replace(/(id: full-months[^]*?)\n *status: proposed/, '$1') });
  expect(await bylaw([...decideArgv, '--handbook', dir])).toMatchObject({ code: 0 });
  const convention = ['interpretations', 'decide', 'handbook#adoption-date', '--by', 'head', '--on', '2026-10-30'];
  expect(await bylaw([...convention, '--handbook', dir])).toMatchObject({ code: 0 });
  const { interpretations } = json<Told>(
    await bylaw(['interpretations', '--status', 'decided', '--json', '--handbook', dir]),
  );
  expect(interpretations.map((one) => one.id)).toEqual(['handbook#adoption-date', id]);
  expect(await bylaw(['check', '--handbook', dir])).toMatchObject({ code: 0 });
});

test.each([
  [['pay.promoter#full-month', '--by', 'head', '--on', '2026-10-30'], 'Did you mean “pay.promoter#full-months”'],
  [[id, '--by', 'haed', '--on', '2026-10-30'], 'has no post “haed”. Did you mean “head”?'],
  [[id, '--by', '主管', '--on', '2026-10-30'], 'has no post “主管”. It has '],
  [[id, '--by', 'head, date: 2020-01-01 }', '--on', '2026-10-30'], 'has no post'],
  [[id, '--by', 'head', '--on', '2026-02-30'], '“2026-02-30” is no date'],
  [[id, '--by', 'head', '--on', '2022-12-19'], 'published on 2022-12-20 with this still proposed'],
  [[id, '--by', 'head', '--on', '2026-11-01'], '2026-11-01 is still to come (today is 2026-10-31)'],
  [[id, '--on', '2026-10-30'], '--by is missing'],
  [[id, '--by', 'head'], '--on is missing'],
  [['--by', 'head', '--on', '2026-10-30'], 'Name one interpretation'],
])('decide %j is refused, and nothing is written', async (words, says) => {
  const dir = handbookWith();
  const before = readFileSync(join(dir, path), 'utf8');
  const ran = await bylaw(['interpretations', 'decide', ...words, '--handbook', dir]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(says);
  expect(readFileSync(join(dir, path), 'utf8')).toBe(before);
});

test.each([
  [['deals'], 'Did you mean “deal”?'],
  [['--status', 'open'], '“open” is nothing that --status takes'],
  [['--by', 'head'], '--by and --on belong to'],
])('interpretations %j is refused', async (words, says) => {
  const ran = await bylaw(['interpretations', ...words]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(says);
});

import { expect, test } from 'vitest';
import { emitSql, dialects } from '../../../engine/emit/sql/sql.ts';
import type { Program } from '../../../engine/ir/program.ts';
import { link } from '../../../engine/program/link.ts';
import { handbookOf, policyTexts } from '../../support/policies.ts';
import { hostileHandbooks } from './corpus.ts';

const handbook = link(handbookOf(policyTexts), { at: '2026-10-31' });
const corpus = new Map(hostileHandbooks().map(({ name, program }): [string, Program] => [name, program]));
const inCorpus = (name: string): Program => corpus.get(name) ?? handbook;

/** Telling decisions, side by side in the three dialects: tiers on a quotient with flags, tiers that add up, rounding, rows, days. */
const shown: readonly (readonly [file: string, program: Program, decisions: readonly string[]])[] = [
  ['commission', handbook, ['commission.head.amount']],
  ['graduated', inCorpus('amounts'), ['graduated.amount']],
  ['half-even', inCorpus('amounts'), ['quotient.even']],
  ['rows', inCorpus('truth'), ['rows.fee', 'rows.word']],
  ['months', inCorpus('days'), ['days.after-a-month']],
];

test.each(shown.flatMap((each) => dialects.map((dialect) => [`${each[0]}.${dialect}`, dialect, ...each] as const)))(
  '%s reads like this',
  async (file, dialect, _name, program, decisions) => {
    const { text, said } = emitSql(program, decisions, dialect, { table: 'facts', view: 'results', keep: ['person'] });
    expect(said).toEqual(decisions);
    await expect(`${text};\n`).toMatchFileSnapshot(`golden/${file}.sql`);
  },
);

test('the same question gives the same text', () => {
  const once = (): string => emitSql(handbook, Object.keys(handbook.decisions), 'duckdb', { table: 'facts' }).text;
  expect(once()).toBe(once());
});

test('names stand in quotes, whatever is in them', () => {
  const options = { table: 'a"b.facts', view: "it's", keep: ['say "M"'] };
  const { text } = emitSql(handbook, ['commission.head.amount'], 'clickhouse', options);
  expect(text).toContain(`CREATE VIEW "it's" AS\nWITH\n`);
  expect(text).toContain('FROM "a""b"."facts"');
  expect(text).toContain('AS "say ""M"""');
});

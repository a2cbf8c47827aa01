import { readFileSync } from 'node:fs';
import { emitSql, type Dialect, type EmittedSql } from '../../../engine/emit/sql/sql.ts';
import { link } from '../../../engine/program/link.ts';
import { handbookOf, policyTexts } from '../../support/policies.ts';

/** The statements of docs/sql.md that a database is said to take, in their order. */
export function documented(dialect: Dialect): readonly string[] {
  const page = readFileSync('docs/sql.md', 'utf8');
  const blocks = [...page.matchAll(/^```sql (\S+)\n(.*?)^```$/gms)].filter(([, of]) => of === dialect);
  return blocks.flatMap(([, , text = '']) => text.split(/;$/m).map((one) => one.trim())).filter((one) => one !== '');
}

/** What the page emits between them. */
export function emittedFor(dialect: Dialect, table: string, view: string, ...keep: readonly string[]): EmittedSql {
  const program = link(handbookOf(policyTexts), { at: '2026-10-31' });
  return emitSql(program, ['commission.head.amount'], dialect, { table, keep, ...(view === '' ? {} : { view }) });
}

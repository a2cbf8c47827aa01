import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Program } from '../../engine/ir/program.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { cellOf, type CellRow } from '../emit/sql/cells.ts';
import type { Database } from '../emit/sql/databases/database.ts';
import { localDatabases } from '../emit/sql/handbook.ts';
import { judge } from '../emit/sql/judge.ts';
import { alikeHandbooks, type TextRow } from './handbooks.ts';
import { askedOf, differences } from './ways.ts';

let databases: readonly Database[] = [];
beforeAll(async () => {
  databases = await localDatabases();
});
afterAll(async () => {
  for (const database of databases) await database.close();
});

test.each(alikeHandbooks())('all rows of “$name” in all ways', ({ program, rows }) => {
  const asked = askedOf({ program, rows });
  for (const sourceOnly of [false, true]) expect(differences(asked, sourceOnly).slice(0, 3).join('\n')).toBe('');
});

test.each(alikeHandbooks())('databases say of “$name” what the engine says', async ({ program, rows }) => {
  const { decisions } = askedOf({ program, rows });
  const cells = rows.map((row) => cellsOf(row, program));
  for (const database of databases)
    for (const sourceOnly of [false, true]) {
      const found = await judge(database, { program, decisions, sourceOnly }, cells);
      expect(found.differences).toEqual([]);
      expect(found.answers).toBeGreaterThan(0);
    }
});

/** What a table of facts holds of a row; what no column holds is not given. */
function cellsOf(row: TextRow, program: Program): CellRow {
  return Object.fromEntries(
    Object.entries(readFacts(program, row).values).map(([fact, value]) => [fact, cellOf(value) ?? null]),
  );
}

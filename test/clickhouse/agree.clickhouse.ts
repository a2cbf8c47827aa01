import { test } from 'vitest';
import { compareSql } from '../emit/sql/agree.ts';
import { agreed, agreedOnHandbook, databasesOf } from '../emit/sql/asked.ts';
import { wholeColumns } from '../emit/sql/columns.ts';
import { hostileHandbooks } from '../emit/sql/corpus.ts';
import { openClickhouse } from '../emit/sql/databases/clickhouse.ts';
import { ownHandbook, randomRows } from '../emit/sql/handbook.ts';
import { hostileRows } from '../emit/sql/rows.ts';
import { opened } from '../emit/json-rules/agree.ts';
import { randomProgram } from '../random/programs.ts';

const databases = databasesOf(async () => [await openClickhouse()]);

test.each(hostileHandbooks())('the handbook “$name”, hard to say in SQL', async ({ program, rows }) => {
  agreed(await compareSql(databases(), [program], (...drawn) => [...rows, ...hostileRows(...drawn)]), 1_000);
});

test('the hard handbooks over columns of whole counts', async () => {
  for (const { program, rows } of hostileHandbooks()) {
    const asked = compareSql(databases(), [program], (...drawn) => [...rows, ...hostileRows(...drawn)], {
      emit: wholeColumns,
    });
    agreed(await asked, 1_000);
  }
});

test('100 random rows for each decision of the handbook', async () => {
  const found = await compareSql(databases(), [await ownHandbook()], randomRows(100));
  agreedOnHandbook(found, 5_000, 100);
});

test('every bound of every decision of the handbook, and beside it', async () => {
  agreed(await compareSql(databases(), [await ownHandbook()], hostileRows), 20_000);
});

test('by the source alone', async () => {
  const programs = [await ownHandbook(), ...hostileHandbooks().map(({ program }) => program)];
  agreed(await compareSql(databases(), programs, randomRows(10), { sourceOnly: true }), 3_000);
});

test('random programs', async () => {
  const programs = Array.from({ length: 100 }, (_, i) => opened(randomProgram(i + 1)));
  agreed(await compareSql(databases(), programs, randomRows(20)), 2_000);
});

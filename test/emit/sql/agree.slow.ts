import { test } from 'vitest';
import { opened } from '../json-rules/agree.ts';
import { randomProgram } from '../../random/programs.ts';
import { compareSql } from './agree.ts';
import { agreed, agreedOnHandbook, databasesOf } from './asked.ts';
import { hostileHandbooks } from './corpus.ts';
import { localDatabases, ownHandbook, randomRows } from './handbook.ts';
import { hostileRows } from './rows.ts';

const databases = databasesOf(localDatabases);

test('1,000 random rows for each decision of the handbook', async () => {
  const found = await compareSql(databases(), [await ownHandbook()], randomRows(1_000), { seed: 1_000_000 });
  agreedOnHandbook(found, 100_000, 1_000);
});

test('every bound of every decision of the handbook, and beside it', async () => {
  agreed(await compareSql(databases(), [await ownHandbook()], hostileRows), 20_000);
});

test('by the source alone', async () => {
  const programs = [await ownHandbook(), ...hostileHandbooks().map(({ program }) => program)];
  agreed(await compareSql(databases(), programs, randomRows(30), { sourceOnly: true }), 10_000);
});

test('many random programs', async () => {
  const programs = Array.from({ length: 400 }, (_, i) => opened(randomProgram(i + 10_000)));
  agreed(await compareSql(databases(), programs, randomRows(20), { seed: 5_000_000 }), 10_000);
});

import { expect, test } from 'vitest';
import { emitSql } from '../../../engine/emit/sql/sql.ts';
import { randomProgram } from '../../random/programs.ts';
import { compareSql } from './agree.ts';
import { agreed, agreedOnHandbook, databasesOf } from './asked.ts';
import { wholeColumns, wideColumns } from './columns.ts';
import { hostileHandbooks } from './corpus.ts';
import { localDatabases, ownHandbook, randomRows } from './handbook.ts';
import type { Emit } from './judge.ts';
import { hostileRows } from './rows.ts';

const databases = databasesOf(localDatabases);

test.each(hostileHandbooks())('the handbook “$name”, hard to say in SQL', async ({ program, rows }) => {
  const found = await compareSql(databases(), [program], (...drawn) => [...rows, ...hostileRows(...drawn)]);
  agreed(found, 1_000);
});

const columns = [
  ['whole counts', wholeColumns],
  ['more digits than it takes', wideColumns],
] as const;

test.each(columns)('the hard handbooks over columns of %s', async (_what, emit) => {
  for (const { program, rows } of hostileHandbooks())
    agreed(
      await compareSql(databases(), [program], (...drawn) => [...rows, ...hostileRows(...drawn)], { emit }),
      1_000,
    );
});

test('the handbook of the company', async () => {
  const found = await compareSql(databases(), [await ownHandbook()], randomRows(50));
  agreedOnHandbook(found, 5_000, 50);
});

test('random programs', async () => {
  const programs = Array.from({ length: 60 }, (_, i) => randomProgram(i + 1));
  agreed(await compareSql(databases(), programs, randomRows(20)), 500);
});

const wrongs: readonly (readonly [what: string, find: RegExp, replace: string])[] = [
  ['a bound that is left out is inside', / < /g, ' <= '],
  ['a bound that is inside is left out', / >= /g, ' > '],
  ['a sum is a difference', / \+ /g, ' - '],
  ['a cent is a tenth', /\* 0\.01\b/g, '* 0.1'],
  ['what is not given counts as given', /IS NOT NULL/g, 'IS NULL'],
];

test.each(wrongs)('SQL that is wrong is found: %s', async (_what, find, replace) => {
  const wrong: Emit = (...asked) => {
    const emitted = emitSql(...asked);
    return { ...emitted, text: emitted.text.replaceAll(find, replace) };
  };
  const programs = hostileHandbooks().flatMap(({ name, program }) => (name === 'amounts' ? [program] : []));
  const found = await compareSql(databases().slice(0, 1), programs, hostileRows, { emit: wrong });
  expect(found[0]?.differences.join()).toMatch(/disagree/);
});

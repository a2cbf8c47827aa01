import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntaxes } from '../../../engine/emit/sql/dialect.ts';
import { compared, divided, numberOf, type Ratio } from '../../../engine/emit/sql/ratio.ts';
import { roundedTo, stepped } from '../../../engine/emit/sql/round.ts';
import { newSheet, printQuery, type Result } from '../../../engine/emit/sql/sheet.ts';
import { times, type Desk } from '../../../engine/emit/sql/whole.ts';
import type { Term } from '../../../engine/emit/sql/term.ts';
import { floorOf, opposite, order, rational } from '../../oracle/rational.ts';
import { nearestWhole } from '../../oracle/rounding.ts';
import { opened } from '../json-rules/agree.ts';
import { randomProgram } from '../../random/programs.ts';
import { compareSql, type Rows } from './agree.ts';
import type { Database } from './databases/database.ts';
import { openDuckdb } from './databases/duckdb.ts';
import { randomRow } from './rows.ts';

let database: Database;
beforeAll(async () => {
  database = await openDuckdb();
});
afterAll(() => database.close());

const modes = ['half-up', 'half-even', 'up', 'down'] as const;

function newDesk(): Desk {
  return { syntax: syntaxes.duckdb, sheet: newSheet(), beyond: [] };
}

async function answered(
  desk: Desk,
  terms: readonly Term[],
  columns: readonly string[],
  rows: readonly (readonly bigint[])[],
): Promise<readonly (readonly (string | null)[])[]> {
  const results = terms.map((term, i): Result => ({ term, name: `r${String(i)}` }));
  await database.fill(
    'numbers',
    columns.map((name) => ({ name, type: 'hugeint' })),
    rows.map((row) => row.map(String)),
  );
  const layers = desk.sheet.layers(results);
  return (await database.query(printQuery({ table: 'numbers', layers, results, fence: '' }))).rows;
}

const given = (name: string, most: bigint, { sheet }: Desk): Ratio['top'] => ({ term: sheet.given(name), most });
const small = Array.from({ length: 61 }, (_, i) => BigInt(i - 30)).flatMap((top) =>
  [1n, 2n, 3n, 4n, 7n, 10n, 20n].map((bottom) => [top, bottom] as const),
);
// Between two whole numbers where a float of either says a half.
const large = [10n ** 15n, 10n ** 15n - 1n, 2n ** 53n + 1n].flatMap((half) =>
  [-1n, 0n, 1n].flatMap((beside) => [[half * 2n + 1n + beside, 2n] as const, [-half * 2n - 1n + beside, 2n] as const]),
);
const quotients = [...small, ...large];

test('rounding, floor and ceil are those of the oracle, on negatives and halves too', async () => {
  const desk = newDesk();
  const value = divided(
    { top: given('a', 10n ** 17n, desk), parts: 1n },
    { top: given('b', 100n, desk), parts: 1n },
    desk,
  );
  const one = numberOf(1n, 1n);
  const rounded = modes.map((mode) => roundedTo(value, one, mode, desk));
  const terms = [
    ...rounded.map((each) => each.value.top.term),
    ...rounded.map(({ changed }) => changed).slice(0, 1),
    ...([1, -1] as const).map((sign) => stepped(value, one, sign, desk).top.term),
  ];
  const rows = await answered(desk, terms, ['a', 'b'], quotients);
  const expected = quotients.map(([top, bottom]) => {
    const number = rational(top, bottom);
    const ceil = -floorOf(opposite(number));
    return [
      ...modes.map((mode) => String(nearestWhole(number, mode))),
      String(top % bottom !== 0n),
      String(floorOf(number)),
      String(ceil),
    ];
  });
  expect(rows).toEqual(expected);
});

test('quotients compare by their products, and a divisor that is not positive leaves them open', async () => {
  const desk = newDesk();
  const value = divided(
    { top: given('a', 10n ** 17n, desk), parts: 1n },
    { top: given('b', 100n, desk), parts: 1n },
    desk,
  );
  const edge = numberOf(9n, 10n);
  const terms = (['<', '<=', '=', '>=', '>'] as const).map((sign) => compared(value, sign, edge, desk));
  // 5644.98 of 6272.20 is exactly 90 %.
  const pairs = [...quotients, [564_498n, 627_220n], [564_497n, 627_220n], [5n, 0n], [5n, -1n]] as const;
  const rows = await answered(desk, terms, ['a', 'b'], pairs);
  const expected = pairs.map(([top, bottom]) => {
    if (bottom <= 0n) return [null, null, null, null, null];
    const side = order(rational(top, bottom), rational(9n, 10n));
    return [side < 0, side <= 0, side === 0, side >= 0, side > 0].map(String);
  });
  expect(rows).toEqual(expected);
});

test('a product that might not fit is told and not computed; nothing overflows', async () => {
  const desk = newDesk();
  const most = 10n ** 36n;
  const product = times(given('a', most, desk), given('b', most, desk), desk);
  const [beyond] = desk.beyond;
  if (beyond === undefined) throw new Error('the product fits without a guard');
  const edges = [0n, 1n, 10n ** 18n, 10n ** 19n, 10n ** 19n + 1n, 10n ** 20n, most];
  const pairs = edges.flatMap((a) => edges.flatMap((b) => [[a, b] as const, [-a, b] as const]));
  const rows = await answered(desk, [product.term, beyond], ['a', 'b'], pairs);
  rows.forEach(([value, tooLarge], i) => {
    const [a = 0n, b = 0n] = pairs[i] ?? [];
    expect([i, value, tooLarge]).toEqual(tooLarge === 'true' ? [i, null, 'true'] : [i, String(a * b), 'false']);
  });
  expect(rows.filter(([, tooLarge]) => tooLarge === 'false').length).toBeGreaterThan(20);
});

/** Programs with whose decisions SQL once disagreed, or never came to an end. */
const onceWrong = [17, 26, 37, 407, 757, 10192];

test.each(onceWrong)('random program %i, where it was wrong once', async (seed) => {
  const rows: Rows = (inputs, around, from) =>
    Array.from({ length: 20 }, (_, i) => randomRow(inputs, around, from + i));
  const [found] = await compareSql([database], [opened(randomProgram(seed))], rows, { seed });
  expect(found?.differences).toEqual([]);
  expect(found?.answers).toBeGreaterThan(20);
});

import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readCsv } from '../../engine/host/table/csv.ts';
import { noFile } from '../../engine/host/host-messages.ts';
import { isUnreadable } from '../../engine/tables/unreadable.ts';
import { blocksOf, type Row } from '../../engine/tables/table.ts';

/** All rows of a text that comes in pieces of so many bytes, as lines and cells. */
async function rowsOf(
  text: string,
  piece: number,
  inBlocks: boolean,
): Promise<readonly (readonly [number, unknown])[]> {
  const bytes = Buffer.from(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
  }
  const table = await readCsv(pieces(), { name: 't.csv', missing: noFile('t.csv'), delimiter: 'comma' });
  if (isUnreadable(table)) return [[0, table.unreadable.en]];
  const found: (readonly [number, unknown])[] = [[1, table.header]];
  const add = (row: Row | { readonly unreadable: unknown }): void => {
    if ('unreadable' in row) found.push([0, 'stopped']);
    else
      found.push([row.line, [...row.cells, ...(row.extra ?? [])].slice(0, row.problem === undefined ? undefined : 9)]);
  };
  if (inBlocks) for await (const block of blocksOf(table)) block.forEach(add);
  else for await (const row of table.rows) add(row);
  return found;
}

/** What the parser of quoted tables says of the whole text; short rows are filled up, blank lines left out. */
function asParsed(text: string): readonly unknown[] {
  const records: readonly string[][] = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
  const width = records[0]?.length ?? 0;
  return records
    .filter((cells) => cells.length === width || cells.length > 1 || cells[0] !== '')
    .map((cells) => [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')]);
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

test('lines cut at delimiters are what the parser reads, wherever a quote or a piece begins', async () => {
  const below = generator(3);
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? '';
  for (let round = 0; round < 150; round += 1) {
    const cells =
      round % 2 === 0 ? ['a', '', ' b ', '中', 'x\ry', '1.50'] : ['a', '', '中', '"q"', '"a,b"', '"a\nb"', '"a""b"'];
    const lines = Array.from({ length: 1 + below(12) }, () =>
      Array.from({ length: below(6) === 0 ? below(5) : 3 }, () => pick(cells)).join(','),
    );
    const text = `a,b,c${pick(['\n', '\r\n'])}${lines.join(pick(['\n', '\r\n']))}${pick(['', '\n', '\r\n', '\n\n'])}`;
    const expected = asParsed(text);
    for (const piece of [1, 7, 1000]) {
      const rows = await rowsOf(text, piece, round % 3 === 0);
      expect(rows.map(([, row]) => row)).toEqual(expected);
    }
  }
});

test('rows keep the lines on which they begin, before and behind a quoted one', async () => {
  const text = 'a,b\n1,2\n\n3,"x\ny"\n4,5';
  for (const piece of [1, 4, 100])
    expect((await rowsOf(text, piece, false)).map(([line]) => line)).toEqual([1, 2, 4, 6]);
});

test('a quote inside a cell stops the reading', async () => {
  expect(await rowsOf('a,b\n1,2\n3,x"y\n', 3, true)).toEqual([
    [1, ['a', 'b']],
    [2, ['1', '2']],
    [0, 'stopped'],
  ]);
});

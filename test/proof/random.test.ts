import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from '../../engine/ir/ir.ts';
import { boolean, number, type Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import { gaps } from '../../engine/proof/gaps.ts';
import { layOut, type Box, type Grid } from '../../engine/proof/grid.ts';
import type { Part } from '../../engine/proof/part.ts';
import { overlaps, unreachableRows } from '../../engine/proof/rows.ts';
import { shadowedRows } from '../../engine/proof/shadowed.ts';
import { isInside } from '../../engine/value/compare.ts';
import { domainsOf, rangeOf, worldOf, type Column } from './cells.ts';

/** A table as text, so that a failing one can be read. */
interface RandomTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}
type Point = readonly Value[];

// Ends lie on halves, so quarters are all ends, all middles, and something beyond each side.
const quarters = Array.from({ length: 22 }, (_, i) => String(i / 4 - 1));
const end = fc.integer({ min: -1, max: 6 }).map((half) => String(half / 2));
const interval = fc
  .tuple(end, end, fc.constantFrom('[', '('), fc.constantFrom(']', ')'))
  .map(([low, high, open, close]) => `${open}${low} .. ${high}${close}`);
const bound = fc.tuple(fc.constantFrom('<', '<=', '>', '>='), end).map(([sign, at]) => `${sign} ${at}`);
const numberCell = fc.oneof(
  { weight: 4, arbitrary: interval },
  { weight: 3, arbitrary: bound },
  end,
  end.map((at) => `!= ${at}`),
  fc.tuple(end, end).map((both) => `{${both.join(', ')}}`),
  fc.constant('any'),
);
const numberColumn = fc.record(
  {
    type: fc.constant(number),
    range: fc.oneof(bound, fc.constant('[0 .. 2]'), fc.constant('{0, 1, 3}')),
    scale: fc.constantFrom(0, 2),
  },
  { requiredKeys: ['type'] },
);
const grade: Type = { is: 'enumeration', name: 'grade' };
const gradeCell = fc.constantFrom('A', 'B', 'C', '!= A', '{A, B}', 'any');
const truthCell = fc.constantFrom('true', 'false', 'any');

const table: fc.Arbitrary<RandomTable> = fc
  .array(
    fc.oneof<fc.Arbitrary<readonly [Column, fc.Arbitrary<string>]>[]>(
      numberColumn.map((column) => [column, numberCell] as const),
      fc.constant([{ type: grade }, gradeCell] as const),
      fc.constant([{ type: boolean }, truthCell] as const),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((made) =>
    fc.record({
      columns: fc.constant(made.map(([column]) => column)),
      rows: fc.array(fc.tuple(...made.map(([, cell]) => cell)), { minLength: 1, maxLength: 6 }),
    }),
  );

test('what is found is there, and nothing else is there', () => {
  fc.assert(
    fc.property(table, (written) => {
      const { grid, rows, points } = laidOut(written);
      const holds = (point: Point, row: number): boolean => point.every((value, i) => isInside(value, rows[row]![i]!));
      const first = points.map((point) => rows.findIndex((_row, i) => holds(point, i)));

      const found = gaps(grid);
      if ('notDecided' in found) throw new Error('small tables are decided');
      for (const box of found) expect(isPossible(witnessOf(box), written)).toBe(true);
      for (const box of found) expect(rows.some((_row, i) => holds(witnessOf(box), i))).toBe(false);
      points.forEach((point, i) => {
        expect(found.some((box) => lies(point, box))).toBe(first[i] === -1);
      });

      const pairs = overlaps(grid);
      for (const { rows: both, box } of pairs) {
        expect(isPossible(witnessOf(box), written)).toBe(true);
        expect(both.every((row) => holds(witnessOf(box), row))).toBe(true);
      }
      const expected = rows.flatMap((_row, later) =>
        rows
          .slice(0, later)
          .flatMap((_other, earlier) =>
            points.some((point) => holds(point, earlier) && holds(point, later)) ? [`${earlier}-${later}`] : [],
          ),
      );
      expect(pairs.map(({ rows: both }) => both.join('-'))).toEqual(expected);

      const idle = rows.flatMap((_row, i) => (points.some((point) => holds(point, i)) ? [] : [i]));
      expect(unreachableRows(grid).map(({ row }) => row)).toEqual(idle);
      const hidden = shadowedRows(grid);
      const never = rows.flatMap((_row, i) => (first.includes(i) || idle.includes(i) ? [] : [i]));
      expect('notDecided' in hidden ? [] : hidden.map(({ row }) => row)).toEqual(never);
    }),
    { numRuns: 150 },
  );
});

const edges = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 });

/** Cells that cut a line at the edges; each edge belongs to the cell above it or below it. */
function cutAt(at: readonly number[], owned: boolean): readonly string[] {
  const sorted = at.toSorted((a, b) => a - b);
  const [open, close] = owned ? ['[', ')'] : ['(', ']'];
  return [
    `${owned ? '<' : '<='} ${sorted[0]}`,
    ...sorted.slice(1).map((high, i) => `${open}${sorted[i]} .. ${high}${close}`),
    `${owned ? '>=' : '>'} ${sorted.at(-1)}`,
  ];
}

const partition = fc.tuple(edges, edges, fc.boolean()).map(([a, b, owned]): RandomTable => {
  const [across, down] = [cutAt(a, owned), cutAt(b, owned)];
  return {
    columns: [{ type: number }, { type: number }],
    rows: across.flatMap((one) => down.map((other) => [one, other])),
  };
});

test('a table that covers everything once is clean; a row that goes missing leaves its own hole', () => {
  fc.assert(
    fc.property(partition, fc.nat(), (written, pick) => {
      const { grid } = laidOut(written);
      expect([gaps(grid), overlaps(grid), unreachableRows(grid), shadowedRows(grid)]).toEqual([[], [], [], []]);
      const gone = pick % written.rows.length;
      const rest = laidOut({ ...written, rows: written.rows.toSpliced(gone, 1) });
      const [hole, ...more] = gaps(rest.grid) as readonly Box[];
      expect(more).toEqual([]);
      expect(hole!.map(({ witness }, i) => isInside(witness!, rangeOf(written.rows[gone]![i]!, number)))).toEqual([
        true,
        true,
      ]);
    }),
    { numRuns: 80 },
  );
});

test('a moved edge leaves a hole or an overlap', () => {
  fc.assert(
    fc.property(partition, fc.nat(), fc.constantFrom(0, 1), fc.constantFrom(-0.5, 0.5), (written, pick, column, by) => {
      const row = pick % written.rows.length;
      const moved = written.rows[row]!.map((cell, i) =>
        i === column ? cell.replace(/-?\d+/, (digits) => String(Number(digits) + by)) : cell,
      );
      const { grid } = laidOut({ ...written, rows: written.rows.with(row, moved) });
      expect((gaps(grid) as readonly Box[]).length + overlaps(grid).length).toBeGreaterThan(0);
    }),
    { numRuns: 80 },
  );
});

function laidOut(written: RandomTable): { grid: Grid; rows: readonly (readonly Range[])[]; points: readonly Point[] } {
  const rows = written.rows.map((row) => row.map((cell, i) => rangeOf(cell, written.columns[i]!.type)));
  const grid = layOut(domainsOf(written.columns), rows);
  if ('notDecided' in grid) throw new Error('literals are decided');
  const points = written.columns.reduce<readonly Point[]>(
    (all, { type }) => all.flatMap((point) => valuesOf(type).map((value) => [...point, value])),
    [[]],
  );
  return { grid, rows, points: points.filter((point) => isPossible(point, written)) };
}

function valuesOf(type: Type): readonly Value[] {
  switch (type.is) {
    case 'boolean':
      return [true, false].map((truth) => ({ is: 'boolean', truth }));
    case 'enumeration':
      return ['A', 'B', 'C'].map((name) => ({ is: 'member', enumeration: 'grade', name }));
    default:
      return quarters.map((digits) => ({ is: 'number', digits }));
  }
}

function isPossible(point: Point, { columns }: RandomTable): boolean {
  const world = worldOf(columns);
  return point.every((value, i) => {
    const { range = { range: 'any' }, scale } = world.fact(`${i}`)!;
    const decimals = 'digits' in value ? (value.digits.split('.')[1]?.length ?? 0) : 0;
    return isInside(value, range) && (scale === undefined || decimals <= scale);
  });
}

const witnessOf = (box: Box): Point => box.map(({ witness }) => witness!);
const lies = (point: Point, box: Box): boolean => point.every((value, i) => isPart(value, box[i]!));

function isPart(value: Value, { covers }: Part): boolean {
  switch (covers.is) {
    case 'everything':
      return true;
    case 'interval': {
      const bound = (end: typeof covers.low) =>
        end === undefined
          ? undefined
          : { at: { op: 'literal' as const, type: number, origin, value: end.value }, open: end.open };
      const [low, high] = [bound(covers.low), bound(covers.high)];
      return isInside(value, {
        range: 'interval',
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
      });
    }
    case 'values':
    case 'others': {
      const values = covers.is === 'values' ? covers.values : covers.than;
      const items = values.map((one) => ({ op: 'literal' as const, type: grade, origin, value: one }));
      return isInside(value, { range: 'set', items, none: covers.is === 'others' });
    }
  }
}

const origin = { file: '<test>', start: 0, end: 0 };

import type { SqlInput } from '../../../engine/emit/sql/sql.ts';
import type { Fact } from '../../../engine/ir/program.ts';
import { exactDigits, parseExact, plusExact, timesExact } from '../../../engine/value/exact.ts';
import type { Around } from '../../random/around.ts';
import { randomFacts } from '../../random/facts.ts';
import { random, type Random } from '../../random/random.ts';
import { cellOf, type Cell, type CellRow } from './cells.ts';
import { boundsOf, hostileCells } from './hostile-cells.ts';

/** Random facts for the columns; what no column holds becomes something else that cannot be used. */
export function randomRow(inputs: readonly SqlInput[], around: Around, seed: number): CellRow {
  const values = randomFacts(around.program, around.edges, seed);
  const chance = random(seed ^ 0x5eed);
  const cells = inputs.map(({ fact }): [string, Cell] => {
    const cell = cellOf(values[fact]);
    const declared = around.program.facts[fact];
    return [fact, cell ?? (values[fact] === undefined || declared === undefined ? null : unusable(declared, chance))];
  });
  return Object.fromEntries(cells);
}

/** In place of a value that is none: out of range, with too many decimals, no member. */
function unusable({ type }: Fact, chance: Random): Cell {
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return chance.pick(['-987654321', '0.123456', '987654321.5']);
    case 'enumeration':
    case 'post':
      return 'no such';
    default:
      return null;
  }
}

/** For each fact each of its hostile cells, the other facts at random; then amounts on a bound of what they are divided by. */
export function hostileRows(inputs: readonly SqlInput[], around: Around, seed: number): readonly CellRow[] {
  // A few are enough to stand beside: what one fact meets is looked for here, not what several do.
  const bases = Array.from({ length: 12 }, (_, i) => randomRow(inputs, around, seed + i));
  let next = 0;
  const base = (): CellRow => bases[(next += 1) % bases.length] ?? {};
  const single = inputs.flatMap(({ fact }) => {
    const declared = around.program.facts[fact];
    return declared === undefined ? [] : hostileCells(declared, around).map((cell) => ({ ...base(), [fact]: cell }));
  });
  const none = Object.fromEntries(inputs.map(({ fact }) => [fact, null]));
  return [none, ...single, ...ratioRows(inputs, around, base)];
}

const mostRatios = 300;
const wholes = ['100', '6272.2', '0', '-100', '0.01', '300000'];

/** Two amounts whose quotient lies on a bound, and a cent beside it: where floats fall into the wrong tier. */
function ratioRows(inputs: readonly SqlInput[], around: Around, base: () => CellRow): readonly CellRow[] {
  const ratios = new Set([...boundsOf({ is: 'percent' }, around), ...boundsOf({ is: 'number' }, around)]);
  const amounts = inputs.filter(({ type }) => type.is === 'money' || type.is === 'quantity' || type.is === 'number');
  const rows: CellRow[] = [];
  for (const part of amounts)
    for (const whole of amounts) {
      if (part === whole) continue;
      for (const ratio of ratios)
        for (const of of wholes)
          for (const beside of ['0', '0.01', '-0.01']) {
            if (rows.length >= mostRatios) return rows;
            const digits = exactDigits(plusExact(timesExact(parseExact(ratio), parseExact(of)), parseExact(beside)));
            if (!digits.includes('/')) rows.push({ ...base(), [part.fact]: digits, [whole.fact]: of });
          }
    }
  return rows;
}

/**
 * What a population in memory costs, all three decisions for each row: a loop by hand over typed arrays, and Bylaw.
 * `node bench/growth/rows.ts [rows, such as 10000,100000,1000000,10000000]`; ten million rows take 2 GB.
 */
import { waysOver, type Columns } from '../contenders/columns.ts';
import { toHundredths } from '../contender.ts';
import { fittedExponent, printSeries, type Point } from '../growth.ts';
import { facts } from '../names.ts';
import { benchProgram } from '../policy.ts';
import { keep } from '../record.ts';
import { makeRows } from '../rows.ts';
import { bestTime, repeated } from '../timing.ts';

const sizes = (process.argv[2] ?? '10000,100000,1000000').split(',').map(Number);
const atOnce = 100_000;

/** A column of whole hundredths for each fact. */
function columnsOf(count: number): Columns {
  const columns = facts.map(() => new Float64Array(count));
  for (let from = 0; from < count; from += atOnce) {
    for (const [i, row] of makeRows(Math.min(atOnce, count - from), from + 1).entries())
      for (const [at, column] of columns.entries()) column[from + i] = toHundredths(row[at] ?? '');
  }
  return columns;
}

const ways = waysOver(benchProgram());
const points = ways.map((): Point[] => []);
for (const count of sizes) {
  const given = columnsOf(count);
  const sums = ways.map((way, i) => {
    const { run, sum } = way.over(given);
    points[i]?.push([count, bestTime(repeated(run, { turns: 3, seconds: 0.2 })) * 1000]);
    return sum();
  });
  // The first is by hand, whose every row the other benchmarks hold against the oracle.
  for (const [i, sum] of sums.entries())
    if (sum !== sums[0]) throw new Error(`${ways[i]?.name ?? ''}: ${sum}, by hand ${String(sums[0])}`);
}
const series = ways.map(({ name }, i) => ({ name, points: points[i] ?? [] }));
console.log('\nThree decisions for each row of a population in memory, milliseconds; by its rows:\n');
printSeries('rows', series, (cost) => cost.toFixed(2));
keep(
  'growth-rows',
  series.map((one) => ({ ...one, exponent: fittedExponent(one.points) })),
);

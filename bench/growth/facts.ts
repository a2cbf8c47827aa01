/**
 * What a decision costs that reads many facts: their sum, and a count of conditions on them, compiled and explained.
 * `node bench/growth/facts.ts [facts, such as 1,10,100,1000]`
 */
import { compile } from '../../engine/compile/compile.ts';
import { questions } from '../../engine/telling/questions.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { fittedExponent, printSeries, type Point, type Series } from '../growth.ts';
import { keep } from '../record.ts';
import { bestTime, repeated } from '../timing.ts';
import { policyHead } from '../policy.ts';
import { generated } from './generated.ts';

const sizes = (process.argv[2] ?? '1,10,100,1000').split(',').map(Number);

interface Costs {
  readonly compiled: number;
  readonly explained: number;
}

/** Nanoseconds of one decision that sums so many facts. Throws for a wrong sum. */
function costsOf(count: number): Costs {
  const names = Array.from({ length: count }, (_, i) => `f${String(i)}`);
  const facts = names.map((name) => `  ${name}: { type: money, scale: 2, title: { en: ${name}, zh: ${name} } }\n`);
  // As people write a long sum: several named parts, and the total of the parts.
  const parts = Array.from({ length: Math.ceil(count / 50) }, (_, i) => names.slice(i * 50, (i + 1) * 50));
  const decision = (name: string, terms: readonly string[]): string =>
    `  ${name}: { title: { en: ${name}, zh: ${name} }, value: ${terms.join(' + ')} }\n`;
  const policy = `${policyHead('s', 'formula')}decisions:
${parts.map((terms, i) => decision(`part-${String(i)}`, terms)).join('')}${decision(
    'total',
    parts.map((_, i) => `part-${String(i)}`),
  )}`;
  const program = generated(`kind: vocabulary\ntitle: { en: Facts, zh: 事实 }\nfacts:\n${facts.join('')}`, [policy]);
  const engine = compile(program);
  const prepared = engine.prepare('s.total', names);
  const reader = engine.reader(names);
  const rowOf = (row: number): readonly string[] => names.map((_, i) => `${String(row + i)}.25 CNY`);
  const rows = Array.from({ length: Math.max(4, Math.min(4096, 400_000 / count)) }, (_, row) => rowOf(row));
  const cells = rows.map((row) => {
    const read: Parameters<typeof reader.read>[1] = [];
    reader.read(row, read);
    return read;
  });
  for (const [row, cell] of cells.entries()) {
    const right = (count * row + (count * (count - 1)) / 2) * 100 + 25 * count;
    if (prepared.run(cell) !== right * 10 ** (prepared.scale - 2))
      throw new Error(`${String(count)} facts: a wrong sum`);
  }
  const few = rows
    .slice(0, Math.max(2, 2000 / count))
    .map((row) => readFacts(program, Object.fromEntries(names.map((name, i) => [name, row[i] ?? '']))));
  const nanoseconds = (of: readonly unknown[], run: () => void): number => (bestTime(repeated(run)) / of.length) * 1e9;
  return {
    compiled: nanoseconds(cells, () => {
      for (const cell of cells) prepared.run(cell);
    }),
    explained: nanoseconds(few, () => {
      for (const given of few) questions(program, given).explain('s.total');
    }),
  };
}

const costs = sizes.map((count) => [count, costsOf(count)] as const);
const seriesOf = (name: string, at: keyof Costs): Series => ({
  name,
  points: costs.map(([count, all]): Point => [count, all[at]]),
});
const series = [seriesOf('compiled', 'compiled'), seriesOf('explained', 'explained')];
console.log('\nOne decision that sums facts, nanoseconds; by the facts that it reads:\n');
printSeries('facts', series, (cost) => cost.toFixed(0));
keep(
  'growth-facts',
  series.map((one) => ({ ...one, exponent: fittedExponent(one.points) })),
);

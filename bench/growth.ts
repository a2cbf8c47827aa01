// How cost grows, and tables that show it.

/** What was measured at one size. */
export type Point = readonly [size: number, cost: number];

/** The power of the size that the cost grows with, from one measured size to the next: 1 is linear, 2 quadratic. */
export function growthExponent([size, cost]: Point, [laterSize, laterCost]: Point): string {
  return (Math.log(laterCost / cost) / Math.log(laterSize / size)).toFixed(2);
}

/** The same of any number of sizes: the slope of the straight line that fits best where both axes are logarithms. */
export function fittedExponent(points: readonly Point[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** Costs of one thing at several sizes. */
export interface Series {
  readonly name: string;
  /** In the order of the sizes. */
  readonly points: readonly Point[];
}

/** The most memory that the process held so far. */
export function memoryHeld(): string {
  return `${String(Math.round(process.resourceUsage().maxRSS / 1024))} MB`;
}

/** Prints cells in columns, the first one as headings; numbers stand at the right. */
export function printTable(lines: readonly (readonly string[])[]): void {
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0))) ?? [];
  for (const line of lines) {
    console.log(
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    );
  }
}

/** Prints a series a line: its cost at each size, and what it grows with. */
export function printSeries(size: string, all: readonly Series[], written: (cost: number) => string): void {
  const sizes = all[0]?.points.map(([at]) => at.toLocaleString('en')) ?? [];
  printTable([
    [size, ...sizes, 'exponent'],
    ...all.map(({ name, points }) => [
      name,
      ...points.map(([, cost]) => written(cost)),
      fittedExponent(points).toFixed(2),
    ]),
  ]);
}

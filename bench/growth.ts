// How cost grows, and tables that show it.

/** The power of the size that the cost grows with, from one measured size to the next: 1 is linear, 2 quadratic. */
export function growthExponent(
  [size, cost]: readonly [size: number, cost: number],
  [laterSize, laterCost]: readonly [size: number, cost: number],
): string {
  return (Math.log(laterCost / cost) / Math.log(laterSize / size)).toFixed(2);
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

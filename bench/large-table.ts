import { closeSync, openSync, writeSync } from 'node:fs';

/** The columns of the large table; amounts stand without a unit, as databases write them. */
export const columns = ['person', 'sales', 'target', 's1', 's2', 's3', 's4'] as const;

/** How Bylaw reads them. */
export const mapping = `mapping: sales and scores
columns:
  sales: { fact: sales, unit: CNY }
  target: { fact: target, unit: CNY }
`;

const atOnce = 20_000;

/** Writes rows that are the same on every machine; in a quarter of them the completion or the score lies exactly on an edge. */
export function writeLargeTable(path: string, rows: number): void {
  const file = openSync(path, 'w');
  writeSync(file, `${columns.join(',')}\n`);
  let state = 1;
  const below = (limit: number): number => {
    // Mulberry32: small, fast, the same everywhere.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  const edges = [30, 50, 80, 100];
  const marks = [9000, 8000, 6000];
  for (let from = 0; from < rows; from += atOnce) {
    let text = '';
    for (let i = from; i < Math.min(rows, from + atOnce); i += 1) {
      // A target of whole hundreds of cents, so that each edge of the completion is a whole number of cents too.
      const target = (below(2_000_000) + 1) * 100;
      const onEdge = i % 4 === 0;
      const sales = onEdge ? (target / 100) * (edges[below(4)] ?? 30) : below(target * 2);
      const mark = marks[below(3)] ?? 9000;
      text += `P${String(i).padStart(8, '0')},${hundredths(sales)},${hundredths(target)}`;
      for (let score = 0; score < 4; score += 1) text += `,${hundredths(onEdge ? mark : below(10_001))}`;
      text += '\n';
    }
    writeSync(file, text);
  }
  closeSync(file);
}

function hundredths(units: number): string {
  const whole = Math.floor(units / 100);
  const part = units - whole * 100;
  return `${String(whole)}.${part < 10 ? '0' : ''}${String(part)}`;
}

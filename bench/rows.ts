/** One question as text, in the order of `facts`: money with two decimals, scores with up to two. */
export type Row = readonly [sales: string, target: string, s1: string, s2: string, s3: string, s4: string];

/** What a contender answers: the amount in cents, the score in hundredths, the grade. */
export type Answer = readonly [cents: number, hundredths: number, grade: string];

/** Rows that are the same on every machine; in a quarter of them the completion or the score lies exactly on an edge. */
export function makeRows(count: number, seed = 1): readonly Row[] {
  const random = generator(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: count }, (_, i): Row => {
    const onEdge = i % 4 === 0;
    // A target of whole hundreds of cents, so that each edge of the completion is a whole number of cents too.
    const target = (below(2_000_000) + 1) * 100;
    const edge = [30n, 50n, 80n, 100n][below(4)] ?? 30n;
    const sales = onEdge ? Number((BigInt(target) * edge) / 100n) : below(target * 2);
    const mark = [9000, 8000, 6000][below(3)] ?? 9000;
    const scores = onEdge ? [mark, mark, mark, mark] : [below(10_001), below(10_001), below(10_001), below(10_001)];
    const [s1 = 0, s2 = 0, s3 = 0, s4 = 0] = scores;
    return [
      `${hundredths(sales)} CNY`,
      `${hundredths(target)} CNY`,
      hundredths(s1),
      hundredths(s2),
      hundredths(s3),
      hundredths(s4),
    ];
  });
}

function hundredths(units: number): string {
  const text = String(units).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** Mulberry32: small, fast, the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import process from 'node:process';

/** How often each verdict was given, and what went wrong, by seed. */
export interface Tally {
  readonly counts: Readonly<Record<string, number>>;
  readonly disagreements: readonly string[];
}
interface Verdict {
  /** What is counted. */
  readonly are: readonly string[];
  readonly disagreement?: string;
}

/** The only seed to look at, when one that failed is looked at again: `JUDGE_SEED=17 npx vitest run -c vitest.slow.config.ts test/judge`. */
const replayed = process.env['JUDGE_SEED'];

/** Judges as many seeds, a few at a time, so that the engine writes one question while the solver answers others. */
export async function tally(what: string, count: number, judged: (seed: number) => Promise<Verdict>): Promise<Tally> {
  const start = performance.now();
  const waiting = replayed === undefined ? Array.from({ length: count }, (_, i) => i + 1) : [Number(replayed)];
  const counts: Record<string, number> = {};
  const disagreements: string[] = [];
  const work = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const { are, disagreement } = await judged(seed);
      for (const one of are) counts[one] = (counts[one] ?? 0) + 1;
      if (disagreement !== undefined) disagreements.push(`seed ${seed}: ${disagreement}`);
    }
  };
  await Promise.all([work(), work(), work()]);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const told = Object.entries(counts).map(([name, times]) => `${times} ${name}`);
  console.log(`${what}, seeds 1 to ${count}, ${seconds} s: ${told.join(', ')}`);
  return { counts, disagreements };
}

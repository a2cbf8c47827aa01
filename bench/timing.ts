import process from 'node:process';

/** Seconds of each of several turns; the first one, which warms up, is not among them. */
export function repeated(run: () => void, { turns = 5, seconds = 0.3 } = {}): readonly number[] {
  const times: number[] = [];
  let sum = 0;
  for (let turn = 0; turn <= turns || sum < seconds; turn += 1) {
    const took = secondsOf(run);
    sum += took;
    if (turn > 0) times.push(took);
  }
  return times;
}

/** The best of several times: whatever else the machine did only made them longer. */
export const bestTime = (times: readonly number[]): number => Math.min(...times);

/** The one in the middle of several. */
export const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** How far the turn in the middle lay above the best one, as a part of it. */
export const spreadOf = (times: readonly number[]): number => middle(times) / bestTime(times) - 1;

/** Seconds that a run takes. */
export function secondsOf(run: () => void): number {
  const from = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - from) / 1e9;
}

/** The same where it has to be waited for. */
export async function secondsOfAwaited(run: () => void | Promise<void>): Promise<number> {
  const from = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - from) / 1e9;
}

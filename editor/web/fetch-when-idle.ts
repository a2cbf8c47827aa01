import type { Later } from './later.ts';

/** So long nobody has pressed or pointed at anything. */
const rest = 3_000;

/**
 * Fetches parts of the page one after the other while nobody does anything, so that they are there when they are needed, also
 * if the server is not any more.
 */
export function fetchWhenIdle(parts: readonly Pick<Later<unknown>, 'get'>[]): void {
  let last = performance.now();
  const touched = (): void => void (last = performance.now());
  const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
  for (const kind of kinds) addEventListener(kind, touched, { capture: true, passive: true });
  const run = async (): Promise<void> => {
    for (const part of parts) {
      for (let left = rest; left > 0; left = last + rest - performance.now())
        await new Promise((resolve) => setTimeout(resolve, left));
      await new Promise((resolve) => ('requestIdleCallback' in globalThis ? requestIdleCallback : setTimeout)(resolve));
      await part.get();
    }
  };
  const end = (): void => {
    for (const kind of kinds) removeEventListener(kind, touched, { capture: true });
  };
  // Whoever needs a part that could not be fetched asks again, and says why it is not there.
  void run().then(end, end);
}

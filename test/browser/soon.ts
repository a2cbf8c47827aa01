import { expect } from 'vitest';

/** How long a test waits for what must come: long, since a machine may be busy, and free where nothing is wrong. */
export const PATIENCE = 60_000;

/** Asks again and again until the expectation holds. */
export const soon = <T>(look: () => T): ReturnType<typeof expect.poll<T>> =>
  expect.poll(look, { timeout: PATIENCE, interval: 50 });

import { defineConfig } from 'vitest/config';

/** Suites that take longer than a coffee: real browsers, databases, long random runs. */
export default defineConfig({
  test: {
    include: ['test/**/*.slow.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    passWithNoTests: true,
    maxWorkers: '100%',
  },
});

import { defineConfig } from 'vitest/config';

// Without a word vitest leaves one core free, which is half of a small machine. The engine keeps nothing in its modules, so that
// test files can share them: reading them anew for each file takes a fifth of the time.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    isolate: false,
  },
});

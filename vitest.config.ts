import { defineConfig } from 'vitest/config';

// Without a word vitest leaves one core free, which is half of a small machine.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: '100%' },
});

import { defineConfig } from 'vitest/config';

/** What asks ClickHouse, whose half a gigabyte lies in a package of its own: `npm run test:clickhouse`. */
export default defineConfig({
  test: { include: ['test/clickhouse/*.clickhouse.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
});

import { expect, test } from 'vitest';
import { promised, sizeOf } from '../../scripts/entry-sizes.ts';

const entries = Object.entries(promised).flatMap(([entry, most]) => (most === undefined ? [] : [{ entry, most }]));

test.each(entries)('bylaw/$entry is at most $most bytes after gzip', async ({ entry, most }) => {
  const bytes = await sizeOf(entry);
  expect(bytes).toBeLessThanOrEqual(most);
  // Something was built.
  expect(bytes).toBeGreaterThan(10_000);
});

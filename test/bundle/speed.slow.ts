import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('read from disk, verified and first asked in at most 50 ms', () => {
  const said = execFileSync(process.execPath, ['bench/bundle.ts', '--json'], { encoding: 'utf8' });
  const { bytes, median } = JSON.parse(said) as { readonly bytes: number; readonly median: number };
  console.log(said);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(median).toBeLessThanOrEqual(50);
});

import { expect, test } from 'vitest';
import { compareHandbook } from './columns-of-handbook.ts';

test(
  'columns say of the decisions of the handbook what the evaluator says, in many rows',
  { timeout: 300_000 },
  async () => {
    const { plain, differences } = await compareHandbook({ rows: 300, seed: 10_000 });
    expect(differences.slice(0, 5)).toEqual([]);
    expect(plain.size).toBeGreaterThan(450);
    expect([...plain.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(80_000);
  },
);

import { expect, test } from 'vitest';
import { bylaw, json } from './terminal.ts';

const lines = ({ out }: { readonly out: string }): readonly string[] => out.trimEnd().split('\n');

test('what no case notices is told with the facts of one that would', async () => {
  const ran = await bylaw(['test', '--mutate', 'fund.activity', '--require', '100']);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('policies/pay/fund.activity.yaml:4:20 day moved: 2023-01-01 → 2023-01-02');
  expect(ran.out).toContain('|   - id: line-4-20');
  expect(ran.out).toContain('bound moved: 0% → -0.01%');
  expect(lines(ran).at(-1)).toBe('The score is below 100 %.');
  expect(lines(ran).at(-2)).toMatch(
    /^\d+ mutants: \d+ noticed, 2 survived, 0 not decided, 1 say the same\. Score: \d+\.\d%$/u,
  );
});

test('the same in Chinese, and for machines', async () => {
  const told = await bylaw(['test', '--mutate', 'fund.activity', '--lang', 'zh', '--require', '50']);
  expect(told.code).toBe(0);
  expect(told.out).toContain('含以下事实的示例可以察觉');
  expect(lines(told).at(-1)).toMatch(/2 个未察觉，0 个未判定，1 个等义。得分：/u);
  const data = json<{
    mutants: number;
    changes: readonly { fate: string; case?: string }[];
    score: string;
    survived: number;
  }>(await bylaw(['test', '--mutate', 'fund.activity', '--json']));
  expect(data.mutants).toBeGreaterThan(40);
  expect(data.survived).toBe(2);
  expect(data.changes.map(({ fate }) => fate)).toEqual(['survived', 'survived', 'equivalent']);
  expect(data.changes[0]?.case).toContain('    expect:\n      fund.activity.');
});

test('what does not go together, and names of no policy', async () => {
  const beside = await bylaw(['test', '--mutate', '--watch']);
  expect([beside.code, beside.err]).toEqual([2, expect.stringContaining('--mutate does not go with --watch')]);
  const nobody = await bylaw(['test', '--mutate', 'no-such-policy']);
  expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('No policy has no-such-policy')]);
});

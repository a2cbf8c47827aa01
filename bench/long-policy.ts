/** A policy of so many lines as people write them: named amounts, each with titles, a condition and what it reads. */
export function longPolicy(lines: number): string {
  const head = `policy: bench.long
kind: formula
version: 1
effective: { from: 2026-01-01 }
published: 2025-12-20
title: { en: Long, zh: 长 }
scope: commercial
owner: finance
decisions:
`;
  const each = (i: number): string => `  part-${String(i)}:
    title: { en: Part ${String(i)}, zh: 第${String(i)}部分 }
    value: if sales.completion < ${String(i % 100)}% then sales.net * ${String(i % 7)}% else ${i % 10 === 0 ? '0 CNY' : `part-${String(i - 1)} + ${String(i)} CNY`}
`;
  const count = Math.floor((lines - head.split('\n').length) / 3);
  return head + Array.from({ length: count }, (_, i) => each(i)).join('');
}

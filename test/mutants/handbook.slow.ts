import { expect, test } from 'vitest';
import { loadHandbook } from '../../engine/host/load-handbook.ts';
import { due, judged, scoreOf } from '../../engine/mutants/judge.ts';

test('the cases of the handbook notice at least 95 % of all small changes', async () => {
  const loaded = await loadHandbook(new URL('../../policies', import.meta.url).pathname);
  if (!('handbook' in loaded)) throw new Error(loaded.unreadable.en);
  const all = [...judged(loaded.handbook, () => true)];
  const score = scoreOf(all);
  const told = all.flatMap(({ mutant: { span, before, after }, fate }) =>
    fate.is === 'survived' || fate.is === 'not-decided' ? [`${fate.is} ${span.file} ${before} → ${after}`] : [],
  );
  expect(score.noticed * 100, told.join('\n')).toBeGreaterThanOrEqual(due(score) * 95);
  // Proofs are what keeps the score honest: without them nothing would be left out.
  expect(score.equivalent).toBeGreaterThan(0);
});

import { expect, test } from 'vitest';
import { toldOf } from '../../../editor/web/panels/problems/told.ts';
import type { Diagnostic } from '../../../engine/service/index.ts';

const found = (code: string, file: string): Diagnostic => ({
  code,
  severity: 'error',
  message: { en: code, zh: code },
  span: { file, start: 0, end: 1 },
  related: [],
  fixes: [],
  blocks: false,
});

test('what was proved of the file that is shown is counted with what its text says, that of another file is not', () => {
  const all = [found('tiers/gap', 'a.yaml'), found('tiers/gap', 'b.yaml')];
  const proved = { path: 'a.yaml', findings: [found('proof/not-monotone', 'a.yaml')] };
  expect(toldOf(all, proved, 'a.yaml')).toEqual([...all, ...proved.findings]);
  expect(toldOf(all, proved, 'b.yaml')).toEqual(all);
  expect(toldOf(all, undefined, 'a.yaml')).toEqual(all);
});

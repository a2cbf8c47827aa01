import { expect, test } from 'vitest';
import { loadHandbook, type LoadedHandbook } from '../../../engine/host/load-handbook.ts';
import { link } from '../../../engine/program/link.ts';
import { compareWithOracle } from '../../random/differential.ts';
import { byUnits } from './by-units.ts';
import { compareByTexts } from './by-texts.ts';

test('whole units of many random programs come to what the oracle says', { timeout: 1_200_000 }, () => {
  const use = { asked: 0, answered: 0 };
  const run = compareWithOracle({ byUnits: byUnits(use) }, { outcomes: 60_000, from: 3_000_000 });
  console.log(use);
  expect(run.disagreement?.report).toBeUndefined();
  expect(use.answered).toBeGreaterThan(3_000);
});

test('in many rows of the handbook too, by units and by texts', { timeout: 1_200_000 }, async () => {
  const { handbook } = (await loadHandbook('policies')) as LoadedHandbook;
  const found = compareByTexts(link(handbook, { at: '2026-10-31' }), { rows: 300, seed: 7_000 });
  console.log(found.counts);
  expect(found.wrong.slice(0, 3)).toEqual([]);
  expect(found.counts.decisions).toBeGreaterThan(300);
});

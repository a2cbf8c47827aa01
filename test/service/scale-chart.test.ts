import { expect, test } from 'vitest';
import { nodes } from '../../engine/ir/walk.ts';
import { link } from '../../engine/program/link.ts';
import type { Chart } from '../../engine/service/chart.ts';
import { scaleChart } from '../../engine/service/scale-chart.ts';
import type { Workspace } from '../../engine/service/index.ts';
import { changed, head, workspace } from './handbook.ts';

function chartOf({ handbook }: Workspace): Chart | undefined {
  const program = link(handbook, { at: '2026-11-21' });
  const body = program.decisions['commission.head.rate']?.body;
  const bands = body?.is === 'ir' ? [...nodes(body.ir)].find((node) => node.op === 'bands') : undefined;
  if (bands === undefined) throw new Error('no tiers');
  return scaleChart(bands, program);
}

const filling = '  - { in: "(100% .. 120%)", rate: 4%, rests-on: between-100-and-120 }\n';

test('a scale without a fault is steps only', () => {
  const chart = chartOf(workspace);
  expect([chart?.steps.length, chart?.holes, chart?.overlaps]).toEqual([9, [], []]);
});

// From 0 % to an eighth more than 120 %, where that is the last end.
test.each([
  ['between two tiers', filling, '', { holes: [{ from: 7407, to: 8888 }], overlaps: [] }],
  ['above the last', 'in: ">= 120%"', 'in: "[120% .. 200%]"', { holes: [{ from: 8888, to: 10_000 }], overlaps: [] }],
  ['below the first', 'in: "[0% .. 30%]"', 'in: "[10% .. 30%]"', { holes: [{ from: 0, to: 1000 }], overlaps: [] }],
  ['twice', 'in: "(100% .. 120%)"', 'in: "(90% .. 120%)"', { holes: [], overlaps: [{ from: 6666, to: 7407 }] }],
])('a fault %s is marked where it belongs', (_where, from, to, faults) => {
  expect(chartOf(changed(head, from, to))).toMatchObject(faults);
});

test('the chart has a step for each tier, and its ends and values beside it', () => {
  const chart = chartOf(changed(head, filling, ''));
  expect(chart?.steps.length).toBe(8);
  expect(chart?.steps.at(-1)).toEqual({
    tier: 7,
    from: 8888,
    to: 10_000,
    height: 10_000,
    start: 'closed',
    end: 'none',
  });
  expect(chart?.across.map(({ label }) => label)).toEqual([
    '0%',
    '30%',
    '31%',
    '50%',
    '51%',
    '80%',
    '81%',
    '100%',
    '120%',
  ]);
  expect(chart?.up.map(({ at: place, label }) => [place, label])).toEqual([
    [0, '0%'], [4000, '2%'], [6000, '3%'], [8000, '4%'], [10_000, '5%'],
  ]); // prettier-ignore
});

test('a scale whose end is computed cannot be drawn', () => {
  expect(chartOf(changed(head, 'in: ">= 120%"', 'in: ">= sales.net / sales.target"'))).toBeUndefined();
});

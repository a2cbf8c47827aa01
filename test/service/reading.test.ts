import { expect, test } from 'vitest';
import { readPolicy, type TierReading, type Workspace } from '../../engine/service/index.ts';
import { changed, head, workspace } from './handbook.ts';

const at = '2026-11-21';

function tiersOf(handbook: Workspace): TierReading {
  const body = readPolicy(handbook, head, at)?.decisions[0]?.body;
  if (body?.is !== 'tiers') throw new Error('no tiers');
  return body.tiers;
}

/** `hole (100% .. 120%)`, or a tier's range and value. */
function rows(handbook: Workspace): readonly string[] {
  return tiersOf(handbook).rows.map((row) =>
    row.row === 'tier' ? `${row.range} ${row.value}` : `${row.row} ${row.range}`,
  );
}

test('a policy reads without its YAML', () => {
  expect(readPolicy(workspace, head, at)).toMatchObject({
    head: { policy: 'commission.head', version: 1, from: '2023-01-01' },
    state: 'in-force',
    clauses: [{ id: 'O-1.3.3.3', title: { en: 'Commission of the department head by target completion' } }],
    decisions: [
      { name: 'commission.head.rate', type: 'percent' },
      {
        name: 'commission.head.amount',
        type: 'money(CNY)',
        round: { to: '0.01 CNY', mode: 'half-up', declaredBy: 'handbook' },
        body: { is: 'text', text: 'commission.head.rate × sales.net' },
      },
    ],
    blocked: false,
  });
});

test('tiers stand in their order, with what they rest on', () => {
  expect(rows(workspace).slice(-3)).toEqual(['[81% .. 100%] 4%', '(100% .. 120%) 4%', '>= 120% 5%']);
  expect(tiersOf(workspace).rows.at(-2)).toMatchObject({
    restsOn: ['commission.head#between-100-and-120'],
    own: false,
  });
});

test('a company figure is told apart', () => {
  const own = changed(head, 'rate: 5% }', 'rate: 5.5%, origin: own }');
  expect(tiersOf(own).rows.at(-1)).toMatchObject({ value: '5.5%', own: true, restsOn: [] });
});

test('the ways in which a decision comes out stand in their order', () => {
  const [net] = readPolicy(workspace, 'pay/sales.yaml', at)?.decisions ?? [];
  expect(net).toMatchObject({
    name: 'sales.net',
    body: {
      is: 'arms',
      arms: [
        { when: 'sales.ordered >= sales.returned', value: 'sales.ordered − sales.returned', restsOn: [] },
        { value: '0.00 CNY', restsOn: ['sales#never-below-zero'] },
      ],
    },
  });
});

test('conditions of the policy stand with each decision', () => {
  const handbook = changed(
    head,
    'base: sales.net',
    'base: sales.net\nrequires: [{ that: sales.net > 0 CNY, says: { en: Sell first., zh: 先卖货。 } }]',
  );
  expect(readPolicy(handbook, head, at)?.decisions.map(({ conditions }) => conditions)).toEqual(
    [0, 1].map(() => [{ sort: 'requires', text: 'sales.net > 0.00 CNY', says: { en: 'Sell first.', zh: '先卖货。' } }]),
  );
});

const filling = '  - { in: "(100% .. 120%)", rate: 4%, rests-on: between-100-and-120 }\n';

test.each([
  ['between two tiers', filling, '', ['[81% .. 100%] 4%', 'hole (100% .. 120%)', '>= 120% 5%']],
  [
    'above the last',
    'in: ">= 120%"',
    'in: "[120% .. 200%]"',
    ['(100% .. 120%) 4%', '[120% .. 200%] 5%', 'hole > 200%'],
  ],
])('a hole %s stands where it belongs', (_where, from, to, last) => {
  expect(rows(changed(head, from, to)).slice(-3)).toEqual(last);
});

test('a hole below the first tier comes first', () => {
  const handbook = changed(head, 'in: "[0% .. 30%]"', 'in: "[10% .. 30%]"');
  expect(rows(handbook).slice(0, 2)).toEqual(['hole < 10%', '[10% .. 30%] 0%']);
});

test('an overlap stands below the later tier', () => {
  const handbook = changed(head, 'in: "(100% .. 120%)"', 'in: "(90% .. 120%)"');
  expect(rows(handbook).slice(-3)).toEqual(['(90% .. 120%) 4%', 'overlap (90% .. 100%]', '>= 120% 5%']);
});

test('the chart has a step for each tier, and marks what is wrong', () => {
  const chart = tiersOf(changed(head, filling, '')).chart;
  expect(chart?.steps.length).toBe(8);
  // From 0 % to an eighth more than 120 %.
  expect(chart?.holes).toEqual([{ from: 7407, to: 8888 }]);
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

test('a scale whose end is computed has a table and no chart', () => {
  const handbook = changed(head, 'in: ">= 120%"', 'in: ">= sales.net / sales.target"');
  expect(tiersOf(handbook).chart).toBeUndefined();
  expect(rows(handbook).at(-1)).toBe('>= sales.net ÷ sales.target 5%');
});

test('a policy that means nothing has a head and no decisions', () => {
  const reading = readPolicy(changed(head, 'base: sales.net', 'base: sales.nett'), head, at);
  expect([reading?.blocked, reading?.decisions]).toEqual([true, []]);
});

test('a file without a policy has no reading', () => {
  expect(readPolicy(workspace, 'handbook.yaml', at)).toBeUndefined();
});

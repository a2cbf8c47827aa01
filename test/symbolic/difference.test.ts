import { describe, expect, test } from 'vitest';
import { link } from '../../engine/program/link.ts';
import { isIn } from '../../engine/symbolic/at.ts';
import { differingFacts } from '../../engine/symbolic/differing-facts.ts';
import { regionsOf, type Region } from '../../engine/symbolic/difference.ts';
import { newMeanings } from '../../engine/symbolic/meaning-key.ts';
import { keyOf } from '../../engine/symbolic/symbol.ts';
import { exactDigits } from '../../engine/value/exact.ts';
import { changedTexts, handbookOf, policyTexts, type Replacement } from '../support/policies.ts';

const at = '2026-10-31';
const base = link(handbookOf(policyTexts), { at });
const file = 'pay/commission.head.yaml';

interface Case {
  readonly what: string;
  readonly change: Replacement;
  readonly decision: string;
  readonly regions: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'the top rate rises',
    change: { file, find: '{ in: ">= 120%", rate: 5% }', replace: '{ in: ">= 120%", rate: 5.5% }' },
    decision: 'commission.head.rate',
    regions: ['1*sales.completion in [1.2 ..: 0.05* → 0.055*'],
  },
  {
    what: 'what is paid follows, where anything was sold',
    change: { file, find: '{ in: ">= 120%", rate: 5% }', replace: '{ in: ">= 120%", rate: 5.5% }' },
    decision: 'commission.head.amount',
    regions: [
      '1*sales.completion in [1.2 .. and 1*sales.ordered+-1*sales.returned in [0 ..: 0.05*sales.ordered+-0.05*sales.returned → 0.055*sales.ordered+-0.055*sales.returned',
    ],
  },
  {
    what: 'an edge moves',
    change: { file, find: '"[51% .. 80%]"', replace: '"[51% .. 79%]"' },
    decision: 'commission.head.rate',
    regions: ['1*sales.completion in (0.79 .. 0.8]: 0.03* → undetermined gap'],
  },
  {
    what: 'a rename changes nothing',
    change: { file, find: 'title: { en: Head', replace: 'title: { en: The head' },
    decision: 'commission.head.rate',
    regions: [],
  },
];

describe('where two handbooks answer differently', () => {
  test.for(cases)('$what', ({ change, decision, regions }) => {
    const sides = { before: base, after: link(handbookOf(changedTexts(change)), { at }), meanings: newMeanings() };
    const found = regionsOf(decision, sides);
    if ('notDecided' in found) throw new Error(found.notDecided.en);
    expect(found.map(words)).toEqual(regions);
    for (const region of found) {
      const replay = differingFacts(decision, region, sides);
      expect(replay).toBeDefined();
      if (replay !== undefined) expect(isIn(region.box, { facts: replay.facts, program: base })).toBe(true);
    }
  });
});

function words({ box, before, after }: Region): string {
  const columns = [...box.columns].map(([key, column]) => {
    if (column.is !== 'line') return key;
    const { low, high } = column.stretch;
    const from = low === undefined ? '' : `${low.open ? '(' : '['}${exactDigits(low.at)}`;
    const to = high === undefined ? '' : `${exactDigits(high.at)}${high.open ? ')' : ']'}`;
    return `${key} in ${from} .. ${to}`.trim();
  });
  return `${columns.join(' and ')}: ${keyOf(before)} → ${keyOf(after)}`;
}

test('a change behind what a reading takes is one', () => {
  const change: Replacement = { file: 'pay/pay.head.yaml', find: 'value: min(plan.', replace: 'value: max(plan.' };
  const sides = { before: base, after: link(handbookOf(changedTexts(change)), { at }), meanings: newMeanings() };
  expect(regionsOf('pay.head.lowest', sides)).not.toEqual([]);
});

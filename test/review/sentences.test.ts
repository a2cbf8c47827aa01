import { describe, expect, test } from 'vitest';
import { link } from '../../engine/program/link.ts';
import { diffOf } from '../../engine/review/diff/report.ts';
import { stretchesOf } from '../../engine/review/diff/states.ts';
import { changeLines } from '../../engine/review/render.ts';
import { reviewHandbooks } from '../../engine/review/review.ts';
import { differingFacts } from '../../engine/symbolic/differing-facts.ts';
import { regionsOf } from '../../engine/symbolic/difference.ts';
import { newMeanings } from '../../engine/symbolic/meaning-key.ts';
import { piecesOf, walkOf } from '../../engine/symbolic/pieces.ts';
import { keyOf } from '../../engine/symbolic/symbol.ts';
import { handbookOf } from '../support/policies.ts';
import { around, decides, head, rounds, said, type Texts } from './around.ts';

const same = '“X” (t.x) is written differently and comes out the same for all facts that are given.';

interface Case {
  readonly what: string;
  readonly before: readonly [value: string, more?: string];
  readonly after: readonly [value: string, more?: string];
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'three cans are not three boxes',
    before: ['3 cans'],
    after: ['3 boxes'],
    says: ['“X” (t.x) was quantity(can) and is now quantity(box).'],
  },
  {
    what: 'a month is not a day, and not less than twenty',
    before: ['1 month'],
    after: ['20 days'],
    says: ['“X” (t.x) was duration(months) and is now duration(days).'],
  },
  {
    what: 'the lesser of two equals is either',
    before: ['min(sold, gain)'],
    after: ['if gain <= sold then gain else sold'],
    says: [same],
  },
  {
    what: 'nothing is the same with either sign',
    before: ['abs(gain)'],
    after: ['if gain > 0 CNY then gain else -gain'],
    says: [same],
  },
  {
    what: 'between two days there is no part of one',
    before: ['if days-between(start, end) > 3 days then 1 CNY else 2 CNY'],
    after: ['if end >= start + 4 days then 1 CNY else 2 CNY'],
    says: [same],
  },
  {
    what: 'what comes in the steps of a rounding is not rounded, whichever way',
    before: ['sold', rounds('0.01 CNY', 'half-up')],
    after: ['sold', rounds('0.01 CNY', 'down')],
    says: [same],
  },
  {
    what: 'two amounts that are rounded to the same are the same',
    before: ['100.4 CNY', rounds('1 CNY', 'half-up')],
    after: ['100.2 CNY', rounds('1 CNY', 'half-up')],
    says: [same],
  },
  {
    what: 'another rounding is told by both',
    before: ['gain', rounds('1 CNY', 'up')],
    after: ['gain', rounds('1 CNY', 'down')],
    says: [
      'Always, “X” (t.x) is rounded to 1.00 CNY (down); it was rounded to 1.00 CNY (up).',
      'For example, with gain 100.50 CNY: 101.00 CNY → 100.00 CNY.',
    ],
  },
  {
    what: 'a day moves by days, not to a date of 1970',
    before: ['start + 3 days'],
    after: ['start + 2 * notice'],
    says: [
      'Always, “X” (t.x) changes from start + 3 days to start + 2 × notice.',
      'For example, with start 2023-01-01, notice 0 days: 2023-01-04 → 2023-01-01.',
    ],
  },
  {
    what: 'a moment by hours and days, whatever its seconds',
    before: ['moment + 3 hours'],
    after: ['moment + notice'],
    says: [
      'Always, “X” (t.x) changes from moment + 3 hours to moment + notice.',
      'For example, with moment 2023-01-01T00:00, notice 0 days: 2023-01-01T03:00 → 2023-01-01T00:00.',
    ],
  },
  {
    what: 'a written day and what is added to it, also before 1970',
    before: ['1965-01-01 + notice'],
    after: ['1965-01-03 + notice'],
    says: [
      'Always, “X” (t.x) rises from 1965-01-01 + notice to 1965-01-03 + notice.',
      'For example, with notice 0 days: 1965-01-01 → 1965-01-03.',
    ],
  },
  {
    what: 'the distance of two moments is told in hours',
    before: ['if moment > other + 3 hours then 1 CNY else 2 CNY'],
    after: ['if moment > other + 5 hours then 1 CNY else 2 CNY'],
    says: ['For moment − other above 3 hours to 5 hours, “X” (t.x) rises from 1.00 CNY to 2.00 CNY.'],
  },
  {
    what: 'a day that is put together lies between days',
    before: ['if start + 2 * notice > 2027-01-01 then 1 CNY else 2 CNY'],
    after: ['if start + 2 * notice > 2027-01-03 then 1 CNY else 2 CNY'],
    says: ['For start + 2 × notice above 2027-01-01 to 2027-01-03, “X” (t.x) rises from 1.00 CNY to 2.00 CNY.'],
  },
  {
    what: 'half a day moves no date, so twice half a day is another thing than a day',
    before: ['start + wait + wait'],
    after: ['start + 2 * wait'],
    says: [
      'Always, “X” (t.x) changes from add(add(start, wait), wait) to add(start, 2 × wait) (not decided: no facts were found that show it).',
    ],
  },
  {
    what: 'what is not looked into is not said to happen',
    before: ['if floor(n, 1) > 3 then 1 CNY else 2 CNY'],
    after: ['if n >= 4 then 1 CNY else 2 CNY'],
    says: [
      'For floor(N, 1) of 3 or less and N of 4 or more, “X” (t.x) falls from 2.00 CNY to 1.00 CNY (not decided: no facts were found that show it).',
      'For floor(N, 1) above 3 and N below 4, “X” (t.x) rises from 1.00 CNY to 2.00 CNY (not decided: no facts were found that show it).',
    ],
  },
  {
    what: 'what nobody has set yet may bring out a difference, and what is set may be set anew',
    before: ['if sold > least then sold else most'],
    after: ['if sold >= least then sold else 5 CNY'],
    says: [
      '“X” (t.x) is written differently and comes out the same for all facts that are given, as parameters are set now.',
    ],
  },
  {
    what: 'somebody of whom nothing is given',
    before: ['if net is known then net else 5 CNY'],
    after: ['net'],
    says: [
      'For net not given, “X” (t.x) changes from 5.00 CNY to sold − gain.',
      'For example, with sold 0.00 CNY, gain 0.00 CNY: 5.00 CNY → 0.00 CNY.',
    ],
  },
];

test.for(cases)('$what', ({ before, after, says }) => {
  expect(said(decides(...before), decides(...after))).toEqual(says);
});

test('three cans are not three boxes in what is given, either', () => {
  const boxes = {
    'words.yaml': around['words.yaml'].replace(
      'stock: { type: quantity, unit: can',
      'stock: { type: quantity, unit: box',
    ),
  };
  const [before, after] = ['cans', 'boxes'].map((unit) => decides(`if stock > 3 ${unit} then 1 CNY else 2 CNY`));
  expect(said(before ?? '', after ?? '', boxes)).toEqual([
    '“X” (t.x) is computed differently (see the line diff). For which facts it differs is not decided: “stock” is of another type on the two sides, so its values cannot be compared.',
  ]);
});

const organization = (above: string): Texts => ({
  'organization.yaml': `policy: organization.shop
kind: organization
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: The shop, zh: 门店 }
cites: [S-1]
scope: shop
departments:
  shop: { title: { en: Shop, zh: 门店 }, head-count: 3, duties: [{ en: Sell, zh: 售卖 }] }
posts:
  head: { title: { en: Head, zh: 主管 }, department: shop, reports-to: none, head-count: 1, duties: [{ en: Lead, zh: 管理 }] }
  lead: { title: { en: Lead, zh: 组长 }, department: shop, reports-to: head, head-count: 1, duties: [{ en: Lead, zh: 管理 }] }
  clerk: { title: { en: Clerk, zh: 文员 }, department: shop, reports-to: ${above}, head-count: 1, duties: [{ en: Write, zh: 文书 }] }
`,
});

describe('another superior is another answer of who asks for superiors', () => {
  const policy = decides('if superior-of(who) = lead then 1 CNY else 2 CNY');
  const [base, now] = ['head', 'lead'].map((above) =>
    handbookOf({ ...around, ...organization(above), 't.yaml': head + policy }),
  );
  if (base === undefined || now === undefined) throw new Error('two handbooks');

  test('for the post whose superior it is; at the top there is none', () => {
    const at = '2026-10-31';
    const sides = { before: link(base, { at }), after: link(now, { at }), meanings: newMeanings() };
    const regions = regionsOf('t.x', sides);
    if ('notDecided' in regions) throw new Error(regions.notDecided.en);
    expect(regions.map((region) => differingFacts('t.x', region, sides))).toMatchObject([
      { facts: { who: { name: 'clerk' } }, before: { value: '2.00 CNY' }, after: { value: '1.00 CNY' } },
    ]);
    const pieces = piecesOf('t.x', walkOf(sides.after));
    if ('notDecided' in pieces) throw new Error(pieces.notDecided.en);
    expect(pieces.map(({ value }) => keyOf(value))).toEqual(['error organization/no-superior', '2*', '1*']);
  });

  test('as reviews and comparisons say', () => {
    const { policies } = reviewHandbooks(base, now, '2022-12-31');
    expect(policies.flatMap(({ meaning }) => meaning.map(({ en }) => en))).toContain(
      '“Posts above, the nearest first” (organization.shop.posts-above) is read, directly or not, in T (t): X.',
    );
    const [before, after] = [base, now].map((handbook, i) => ({ name: String(i), handbook }));
    if (before === undefined || after === undefined) throw new Error('two states');
    const { policies: differing } = diffOf(before, after, stretchesOf(before, after), () => true);
    expect(differing.find(({ policy: name }) => name === 't')?.changes).toMatchObject([
      { decision: 't.x', is: 'reads', through: ['organization.shop'] },
    ]);
  });
});

const tiers = (mode: string, ...lines: readonly string[]): string =>
  `kind: tiers\nby: sold\nmode: ${mode}\ntiers:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`;

test('a rate of graduated tiers changes what is due above its tier as well', () => {
  const [low, high] = ['in: "[0 CNY .. 3000 CNY]", rate: 3%', 'in: "> 5000 CNY", rate: 10%'];
  const middle = 'in: "(3000 CNY .. 5000 CNY]"';
  expect(
    said(tiers('graduated', low, `${middle}, rate: 5%`, high), tiers('graduated', low, `${middle}, rate: 6%`, high)),
  ).toEqual([
    'For sold above 3000.00 CNY to 5000.00 CNY, “Amount” (t.amount) changes from 5% × sold − 60.00 CNY to 6% × sold − 90.00 CNY.',
    'For sold above 5000.00 CNY, “Amount” (t.amount) rises from 10% × sold − 310.00 CNY to 10% × sold − 290.00 CNY.',
    'For example, with sold 4000.00 CNY: 140.00 CNY → 150.00 CNY.',
  ]);
});

test('an amount of interpolated tiers grows over its tier and stays above it', () => {
  const last = 'in: "(3000 CNY .. 5000 CNY]", amount: 50 CNY';
  const first = 'in: "[0 CNY .. 3000 CNY]"';
  expect(
    said(
      tiers('interpolated', `${first}, amount: 30 CNY`, last),
      tiers('interpolated', `${first}, amount: 60 CNY`, last),
    ),
  ).toEqual([
    'For sold from 0.00 CNY to 3000.00 CNY, “Amount” (t.amount) changes from 1% × sold to 2% × sold.',
    'For sold above 3000.00 CNY to 5000.00 CNY, “Amount” (t.amount) rises from 2.5% × sold − 45.00 CNY to 2.5% × sold − 15.00 CNY.',
    'For example, with sold 1000.00 CNY: 10.00 CNY → 20.00 CNY.',
  ]);
});

describe('days', () => {
  const version = (number: number, effective: string, rate: string): string =>
    head.replace('version: 1', `version: ${String(number)}`).replace('{ from: 2023-01-01 }', `{ ${effective} }`) +
    decides(`sold * ${rate}`);
  const first = { 't.v1.yaml': version(1, 'from: 2023-01-01', '1%') };
  const second = (effective: string): Texts => ({ ...first, 't.yaml': version(2, effective, '2%') });
  const reviewed = (before: Texts, after: Texts): string => {
    const [base, now] = [before, after].map((texts) => handbookOf({ ...around, ...texts }));
    if (base === undefined || now === undefined) throw new Error('two handbooks');
    return changeLines(reviewHandbooks(base, now, '2026-11-22'), 'en').join('\n');
  };

  test('a version that ends does not hold from its first day on', () => {
    expect(reviewed(first, second('from: 2027-01-01, to: 2027-03-31'))).toContain(
      'amended · version 2, from 2027-01-01 to 2027-03-31',
    );
  });

  test('a version that goes leaves its days to the one before', () => {
    const said = reviewed(second('from: 2027-06-01'), first);
    expect(said).toContain('- Version 1 holds in its place.');
    expect(said).toContain('changes from 2% × sold to 1% × sold.');
    expect(said).not.toContain('No longer decided');
  });

  test('a version to come that is moved into the past says what that does', () => {
    expect(reviewed(second('from: 2027-06-01'), second('from: 2026-11-01'))).toContain(
      '- It takes effect on 2026-11-01, 21 days before today (2026-11-22): what was computed for those days is computed anew.',
    );
  });
});

test('two things of one title are told apart by their names', () => {
  const words = around['words.yaml'].replace('title: { en: Gain, zh: 盈亏 }', 'title: { en: Sold, zh: 销售额 }');
  expect(said(decides('sold + gain'), decides('sold + 2 * gain'), { 'words.yaml': words }).at(0)).toContain(
    'to 2 × sold (gain) + sold',
  );
  expect(said(decides('sold * n'), decides('sold * n * n')).at(0)).toContain('to N × N × sold.');
});

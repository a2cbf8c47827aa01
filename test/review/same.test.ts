import { describe, expect, test } from 'vitest';
import { link } from '../../engine/program/link.ts';
import { diffOf } from '../../engine/review/diff/report.ts';
import { stretchesOf } from '../../engine/review/diff/states.ts';
import { findingsSince, reviewHandbooks } from '../../engine/review/review.ts';
import { piecesOf, walkOf } from '../../engine/symbolic/pieces.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf } from '../support/policies.ts';
import { said as saidAt, told } from '../symbolic/at-facts.ts';
import { around, decides, head, rounds, said } from './around.ts';

/** What must not be called the same, and what shows it. */

describe('what is not taken decides flags and the answer by the source alone', () => {
  const interpreted = `interpretations:
  - { id: a, clause: S-1, about: chooses, question: { en: Q?, zh: 问？ }, answer: { en: A., zh: 答。 }, status: proposed }
  - { id: b, clause: S-1, about: fills, question: { en: Q?, zh: 问？ }, answer: { en: B., zh: 乙。 }, status: proposed }
`;
  const reads = (taken: string, otherwise: string): string => decides(`reading(a, ${taken}, ${otherwise})`) + unused;
  const unused = interpreted.replace(/ {2}- \{ id: b.*\n/, '');
  const other =
    'What the other reading of “Q?” (t#a) says has changed: for which facts “X” (t.x) carries that flag changes, and where it carries it the answer by the source alone.';

  test('another other reading alone', () => {
    expect(said(reads('sold', 'gain'), reads('sold', '2 * gain'))).toEqual(['“X” (t.x) is computed as before.', other]);
  });

  test('beside another value', () => {
    expect(said(reads('1 CNY', 'gain'), reads('2 CNY', '2 * gain'))).toEqual([
      'Always, “X” (t.x) rises from 1.00 CNY to 2.00 CNY.',
      other,
    ]);
  });

  test('the same interpretations at other places', () => {
    const rows = (first: string, second: string): string =>
      `kind: table\ncolumns: { s: sold }\noutputs: { x: { title: { en: X, zh: 值 } } }\nrows:\n  - { s: "<= 5 CNY", x: 1 CNY, rests-on: ${first} }\n  - { s: "> 5 CNY", x: 2 CNY, rests-on: ${second} }\n${interpreted}`;
    expect(said(rows('a', 'b'), rows('b', 'a'))).toEqual([
      '“X” (t.x) is computed as before.',
      'Other parts of it rest on “Q?” (t#b), “Q?” (t#a) now: for which facts “X” (t.x) carries these flags changes, and where it carries them the answer by the source alone.',
    ]);
  });
});

describe('names that authors give are meaning, whichever they are', () => {
  const [words, list] = [around['words.yaml'], decides('count of b for b in books where b.title > 3')];
  const withBooks = (range: string): string =>
    words.replace(
      'facts:\n',
      `facts:\n  books: { type: list, fields: { title: { type: number, range: "${range}" } }, title: { en: Books, zh: 书 } }\n`,
    );
  const books = (range: string): ReturnType<typeof handbookOf> =>
    handbookOf({ ...around, 'words.yaml': withBooks(range), 't.yaml': head + list });

  test('a field called title', () => {
    const [base, now] = [books('>= 0'), books('>= 1')];
    expect([base, now].flatMap(({ diagnostics }) => diagnostics.filter(({ blocks }) => blocks))).toEqual([]);
    expect(reviewHandbooks(base, now, '2022-12-31').shared.map(({ says }) => says.en)).toEqual([
      '“Books” (books) has other rules for the fields of its elements (see the line diff).',
    ]);
  });

  test('a post called label', () => {
    const shop = (above: string): ReturnType<typeof handbookOf> =>
      handbookOf({
        ...around,
        't.yaml': head + decides('if superior-of(who) = lead then 1 CNY else 2 CNY'),
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
  label: { title: { en: Labels, zh: 标签员 }, department: shop, reports-to: ${above}, head-count: 1, duties: [{ en: Write, zh: 文书 }] }
`,
      });
    const [before, after] = ['head', 'lead'].map((above) => ({ name: above, handbook: shop(above) }));
    if (before === undefined || after === undefined) throw new Error('two states');
    const { policies } = diffOf(before, after, stretchesOf(before, after), () => true);
    expect(policies.find(({ policy }) => policy === 't')?.changes).toMatchObject([
      {
        decision: 't.x',
        is: 'reads',
        says: [{ en: 'For who being label, “X” (t.x) falls from 2.00 CNY to 1.00 CNY.' }],
      },
    ]);
  });
});

describe('a fact that follows from others', () => {
  const words = around['words.yaml'].replace('or-from: sold - gain', 'range: ">= 0 CNY", or-from: sold - gain');
  const handbook = handbookOf({
    ...around,
    'words.yaml': words,
    't.yaml': head + decides('if net is known then 1 CNY else net'),
  });
  const program = link(handbook, { at: '2026-10-31' });

  test.for([
    { given: { net: '3 CNY' }, is: '1.00 CNY' },
    { given: { sold: '5 CNY', gain: '2 CNY' }, is: '3.00 CNY' },
    { given: { sold: '5 CNY', gain: '5 CNY' }, is: '0.00 CNY' },
    { given: { sold: '5 CNY', gain: '7 CNY' }, is: 'error' },
  ])('$given is $is', ({ given, is }) => {
    const pieces = piecesOf('t.x', walkOf(program));
    if ('notDecided' in pieces) throw new Error(pieces.notDecided.en);
    const { values } = readFacts(program, given);
    expect([told('t.x', values, program), saidAt('t.x', pieces, values, program)]).toEqual([is, is]);
  });
});

test('of findings that say the same as many are new as there are more', () => {
  const one = {
    code: 'a/b',
    severity: 'warning',
    span: { file: 'f', start: 0, end: 0 },
    message: { en: 'M', zh: '信' },
  };
  const found = (count: number): Parameters<typeof findingsSince>[0] =>
    Array.from({ length: count }, (_, start) => ({ ...one, span: { ...one.span, start } })) as never;
  expect([
    findingsSince(found(1), found(2)),
    findingsSince(found(2), found(1)),
    findingsSince(found(2), found(2)),
  ]).toMatchObject([
    { newFindings: [{ span: { start: 1 } }], oldFindings: 1 },
    { newFindings: [], oldFindings: 1 },
    { newFindings: [], oldFindings: 2 },
  ]);
});

describe('two roundings part where a number lies between two steps', () => {
  test.for([
    { what: 'a tie', value: 'gain', modes: ['half-up', 'half-even'], says: 'gain 100.50 CNY: 101.00 CNY → 100.00 CNY' },
    {
      what: 'above zero only',
      value: 'sold',
      modes: ['half-even', 'half-up'],
      says: 'sold 100.50 CNY: 100.00 CNY → 101.00 CNY',
    },
    {
      what: 'a share of what comes in cents',
      value: '7% * sold',
      modes: ['half-even', 'half-up'],
      says: 'sold 150.00 CNY: 10.00 CNY → 11.00 CNY',
    },
    {
      what: 'of two facts',
      value: 'sold + 2 * gain',
      modes: ['half-up', 'half-even'],
      says: 'sold 0.00 CNY, gain 50.25 CNY: 101.00 CNY → 100.00 CNY',
    },
  ])('$what', ({ value, modes: [was = '', is = ''], says }) => {
    expect(said(decides(value, rounds('1 CNY', was)), decides(value, rounds('1 CNY', is)))).toEqual([
      `Always, “X” (t.x) is rounded to 1.00 CNY (${is}); it was rounded to 1.00 CNY (${was}).`,
      `For example, with ${says}.`,
    ]);
  });
});

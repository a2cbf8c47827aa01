import { expect, test } from 'vitest';
import type { Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { applyEdits } from '../../engine/source/edit.ts';
import { regionsOf } from '../../engine/symbolic/difference.ts';
import { newMeanings } from '../../engine/symbolic/meaning-key.ts';
import { found, small } from './small.ts';

const table = (rows: readonly string[], outputs = 'x: { title: { en: X, zh: 值 } }'): string =>
  `kind: table\nhit: first\ncolumns: { tea: tea, sales: sales }\noutputs: { ${outputs} }\nrows:\n${rows.map((row) => `  - ${row}\n`).join('')}`;
const tiers = (...rows: readonly string[]): string =>
  `kind: tiers\nby: sales\nmode: slab\nbase: sales\ntiers:\n${rows.map((row) => `  - ${row}\n`).join('')}`;
const choose = (...arms: readonly string[]): string =>
  `kind: formula\ndecisions:\n  x:\n    choose:\n${arms.map((arm) => `      - ${arm}\n`).join('')}`;

/** What says twice what one line could say, and how the fix says it. */
const cases: readonly {
  readonly says: string;
  readonly policy: string;
  readonly fix: string;
  readonly line: string;
}[] = [
  {
    says: 'tiers',
    policy: tiers(
      '{ in: "[0 CNY .. 50 CNY)", rate: 1% }',
      '{ in: "[50 CNY .. 100 CNY]", rate: 1% }',
      '{ in: "> 100 CNY", rate: 2% }',
    ),
    fix: '[0 CNY .. 100 CNY]',
    line: '{ in: "[0 CNY .. 100 CNY]", rate: 1% }',
  },
  {
    says: 'rows of names',
    policy: table([
      '{ tea: green, sales: any, x: 1 CNY }',
      '{ tea: black, sales: any, x: 1 CNY }',
      '{ otherwise: { x: 3 CNY } }',
    ]),
    fix: '{green, black}',
    line: '{ tea: "{green, black}", sales: any, x: 1 CNY }',
  },
  {
    says: 'rows of amounts, the later one below, in a list of several outputs',
    policy: table(
      [
        '{ tea: green, sales: ">= 50 CNY", x: 1 CNY, y: 2 CNY } # upper',
        '{ tea: green, sales: "< 50 CNY", x: 1 CNY, y: 2 CNY }',
        '{ otherwise: { x: 3 CNY, y: 4 CNY } }',
      ],
      'x: { title: { en: X, zh: 值 } }, y: { title: { en: Y, zh: 数 } }',
    ),
    fix: 'any',
    line: '',
  },
  {
    says: 'branches',
    policy: choose('{ when: sales > 50 CNY, value: 1 CNY }', '{ when: express, value: 1 CNY }', '{ otherwise: 3 CNY }'),
    fix: 'sales > 50 CNY or express',
    line: '{ when: "sales > 50 CNY or express", value: 1 CNY }',
  },
  {
    says: 'branches of several parts',
    policy: choose(
      '{ when: "sales > 50 CNY and express", value: 1 CNY }',
      '{ when: not express, value: 1 CNY }',
      '{ otherwise: 3 CNY }',
    ),
    fix: '(sales > 50 CNY and express) or (not express)',
    line: '{ when: "(sales > 50 CNY and express) or (not express)", value: 1 CNY }',
  },
];

function mended(handbook: Handbook): { readonly text: string; readonly title: string } {
  const [alike] = found(handbook).filter(({ code }) => code === 'proof/alike');
  const fix = alike?.diagnostic.fixes[0];
  const [version] = handbook.versions.get('t') ?? [];
  if (fix === undefined || version === undefined) throw new Error('there is no fix');
  return { text: applyEdits(version.read.file.text, fix.edits), title: fix.title.en };
}

const bodyOf = (text: string): string => text.slice(text.indexOf('kind:'));

test.each(cases)('one line instead of two: $says', ({ policy, fix, line }) => {
  const before = small(policy);
  const { text, title } = mended(before);
  expect(title).toBe(`Write one with ${fix}`);
  expect(text).toContain(line);
  const after = small(bodyOf(text));
  expect(after.diagnostics).toEqual(before.diagnostics);
  expect(found(after).filter(({ code }) => code === 'proof/alike')).toEqual([]);
  const [was, is] = [before, after].map((one) => link(one, { at: '2026-10-31' }));
  const sides = { before: was!, after: is!, meanings: newMeanings() };
  for (const name of Object.keys(was!.decisions)) expect(regionsOf(name, sides)).toEqual([]);
});

const forPeople: readonly (readonly [says: string, policy: string])[] = [
  [
    'branches within one expression',
    'kind: formula\ndecisions:\n  x: { value: "if express then 1 CNY else if sales > 5 CNY then 1 CNY else 2 CNY" }\n',
  ],
  [
    'rows of several lines',
    table([
      'tea: green\n    sales: any\n    x: 1 CNY',
      'tea: black\n    sales: any\n    x: 1 CNY',
      '{ otherwise: { x: 3 CNY } }',
    ]),
  ],
];

test.each(forPeople)('%s are told and left to people', (_, policy) => {
  const told = found(small(policy)).filter(({ code }) => code === 'proof/alike');
  expect(told).toHaveLength(1);
  expect(told.flatMap(({ diagnostic }) => diagnostic.fixes)).toEqual([]);
});

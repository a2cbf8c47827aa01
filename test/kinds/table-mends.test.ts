import { expect, test } from 'vitest';
import { applyEdits } from '../../engine/source/edit.ts';
import { findingsOf, smallHandbook } from './small-handbook.ts';

interface Case {
  readonly says: string;
  readonly rows: readonly string[];
  readonly more?: string;
  /** What each fix of the first finding is called, and how its lines read. */
  readonly fixes: readonly (readonly [title: string, ...lines: readonly string[]])[];
}

const cases: readonly Case[] = [
  {
    says: 'a hole gets a row that says what is not stated',
    rows: ['tea: green, stock: any', 'tea: "!= green", stock: "<= 10 cans"'],
    fixes: [
      [
        'Add a row that says it is not stated: { tea: "{black, white}", stock: "> 10 cans", n: { unstated: no-row } }',
        '  - { tea: "{black, white}", stock: "> 10 cans", n: { unstated: no-row } }\n',
        'gaps:\n  - { id: no-row, says: { en: "Nothing is said for tea in {black, white}, stock > 10 cans.", zh: "未写明 tea in {black, white}, stock > 10 cans 如何处理。" } }\n',
      ],
    ],
  },
  {
    says: 'beside gaps that the policy has',
    rows: ['tea: green, stock: any', 'tea: black, stock: any, # none of white'],
    more: 'gaps:\n  - { id: no-row, says: { en: Another one., zh: 另一处。 } }\n  - { id: last, says: { en: The last one., zh: 末一处。 } }\n',
    fixes: [
      [
        'Add a row that says it is not stated: { tea: white, stock: any, n: { unstated: no-row-2 } }',
        '  - { tea: white, stock: any, n: { unstated: no-row-2 } }\n',
        '末一处。 } }\n  - { id: no-row-2, says: ',
      ],
    ],
  },
  {
    says: 'rows that meet are narrowed, each in turn',
    rows: ['tea: any, stock: "<= 10 cans"', 'tea: any, stock: ">= 5 cans"'],
    fixes: [
      ['Narrow row 1: stock: < 5 cans', '{ tea: any, stock: "< 5 cans", n: 1 }'],
      ['Narrow row 2: stock: > 10 cans', '{ tea: any, stock: "> 10 cans", n: 2 }'],
    ],
  },
  {
    says: 'a name leaves a cell without quotation marks',
    rows: ['tea: green, stock: any', 'tea: any, stock: any'],
    fixes: [['Narrow row 2: tea: {black, white}', '{ tea: "{black, white}", stock: any, n: 2 }']],
  },
  {
    says: 'rows that cross',
    rows: ['tea: green, stock: any', 'tea: any, stock: "> 5 cans"', 'tea: "!= green", stock: "<= 5 cans"'],
    fixes: [
      ['Narrow row 1: stock: <= 5 cans', '{ tea: green, stock: "<= 5 cans", n: 1 }'],
      ['Narrow row 2: tea: {black, white}', '{ tea: "{black, white}", stock: "> 5 cans", n: 2 }'],
    ],
  },
  { says: 'the same row twice needs a person', rows: ['tea: any, stock: any', 'tea: any, stock: any'], fixes: [] },
  {
    says: 'a row in the middle of another one needs a person',
    rows: ['tea: any, stock: any', 'tea: any, stock: "[5 cans .. 9 cans]"'],
    fixes: [],
  },
]; // prettier-ignore

const body = ({ rows, more = '' }: Case): string =>
  `hit: unique\ncolumns: { tea: tea, stock: stock }\noutputs: { n: { title: { en: N, zh: 数 }, type: number } }\nrows:\n${rows
    .map((row, i) => {
      const [cells = '', comment] = row.split(', #');
      return `  - { ${cells}, n: ${i + 1} }${comment === undefined ? '' : ` #${comment}`}\n`;
    })
    .join('')}${more}`;

test.each(cases)('$says', (each) => {
  const before = body(each);
  const handbook = smallHandbook('table', before);
  const [finding] = findingsOf(handbook);
  if (finding === undefined) throw new Error('nothing is found');
  expect(finding.fixes.map(({ title }) => title.en)).toEqual(each.fixes.map(([title]) => title));
  for (const [i, { edits }] of finding.fixes.entries()) {
    const text = applyEdits(handbook.text, edits);
    for (const line of each.fixes[i]?.slice(1) ?? []) expect(text).toContain(line);
    const mended = smallHandbook('table', text.slice(text.indexOf('hit: unique')));
    const rest = findingsOf(handbook).filter((one) => one !== finding);
    expect(findingsOf(mended).map(({ code }) => code)).toEqual(rest.map(({ code }) => code));
  }
});

import { expect, it } from 'vitest';
import type { FormEdit } from '../../../engine/service/form/form.ts';
import { attemptEdit } from '../../../engine/service/form/attempt-edit.ts';
import { editForm } from '../../../engine/service/form/edit-form.ts';
import { openWorkspace } from '../../../engine/service/index.ts';
import { cellsIn, edited } from './parts.ts';
import { table, tiers } from './policies.ts';

/** The lines that are gone (-) and come (+). */
function changedLines(before: string, after: string): readonly string[] {
  if (after.startsWith('refused')) return [after];
  const [a, b] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (first < Math.min(a.length, b.length) && a[first] === b[first]) first++;
  let last = 0;
  while (last < Math.min(a.length, b.length) - first && a.at(-1 - last) === b.at(-1 - last)) last++;
  return [
    ...a.slice(first, a.length - last).map((line) => `-${line}`),
    ...b.slice(first, b.length - last).map((line) => `+${line}`),
  ];
}

interface Example {
  readonly says: string;
  readonly text?: string;
  readonly edit: FormEdit;
  readonly lines: readonly string[];
}
const set = (at: (string | number)[], text: string): FormEdit => ({ edit: 'set', at, text });
const split = (row: number, text: string, unit?: string): FormEdit => ({
  edit: 'split-row',
  at: ['tiers'],
  row,
  under: 'in',
  text,
  ...(unit === undefined ? {} : { unit }),
});
const paste = (text: string, row = 0, columns = ['in', 'rate']): FormEdit => ({
  edit: 'paste',
  grid: '["tiers"]',
  row,
  columns,
  text,
});

const examples: readonly Example[] = [
  {
    says: 'a rate, its comment stays',
    edit: set(['tiers', 0, 'rate'], '0.5%'),
    lines: [
      '-  - { in: "[0% .. 30%)", rate: 0% } # nothing yet',
      '+  - { in: "[0% .. 30%)", rate: 0.5% } # nothing yet',
    ],
  },
  {
    says: 'digits of a spreadsheet with full width',
    edit: set(['tiers', 1, 'rate'], '１．５％'),
    lines: ['-    rate: 1%', '+    rate: 1.5%'],
  },
  {
    says: 'an interval stays in its quotes',
    edit: set(['tiers', 1, 'in'], '[30% .. 70%)'),
    lines: ['-  - in: "[30% .. 60%)" # the middle', '+  - in: "[30% .. 70%)" # the middle'],
  },
  {
    says: 'a text that YAML would misread gets quotes',
    edit: set(['title', 'en'], 'Small: the #1, "best"'),
    lines: ['-title: { en: Small, zh: 小 }', `+title: { en: 'Small: the #1, "best"', zh: 小 }`],
  },
  {
    says: 'a reason in one language stands for both, since a file has both',
    edit: set(['because', 'zh'], '补一档'),
    lines: ['+because: { en: 补一档, zh: 补一档 }'],
  },
  {
    says: 'the other language keeps what it says',
    text: tiers.replace('owner: head', 'owner: head\nbecause: { en: A tier more, zh: "" }'),
    edit: set(['because', 'zh'], '补一档'),
    lines: ['-because: { en: A tier more, zh: "" }', '+because: { en: A tier more, zh: 补一档 }'],
  },
  {
    says: 'where the other language is there and empty',
    text: tiers.replace('owner: head', 'owner: head\nbecause: { en: "", zh: "" }'),
    edit: set(['because', 'en'], 'A tier more'),
    lines: ['-because: { en: "", zh: "" }', '+because: { en: A tier more, zh: A tier more }'],
  },
  { says: 'the text that is there', edit: set(['tiers', 0, 'rate'], '0%'), lines: [] },
  {
    says: 'a key that was not there, where it usually stands',
    edit: set(['effective', 'to'], '2026/12/31'),
    lines: [
      '-effective: { from: 2026-01-01 } # first day',
      '+effective: { from: 2026-01-01, to: 2026-12-31 } # first day',
    ],
  },
  {
    says: 'a key with all around it; without a manifest no currency is put in',
    edit: set(['round', 'to'], '1元'),
    lines: ['+round: { to: 1元 }'],
  },
  {
    says: 'an emptied cell takes its key away',
    edit: set(['tiers', 2, 'rests-on'], ''),
    lines: ['-  - { in: ">= 60%", rate: 2.5%, rests-on: top }', '+  - { in: ">= 60%", rate: 2.5% }'],
  },
  {
    says: 'an emptied cell that must not be empty',
    edit: set(['tiers', 1, 'rate'], ''),
    lines: ['-    rate: 1%', '+    rate: ""'],
  },
  {
    says: 'a word becomes a list',
    edit: set(['tiers', 2, 'rests-on'], 'top、 other'),
    lines: [
      '-  - { in: ">= 60%", rate: 2.5%, rests-on: top }',
      '+  - { in: ">= 60%", rate: 2.5%, rests-on: [top, other] }',
    ],
  },
  {
    says: 'an item of a list',
    edit: set(['tiers', 1, 'cites'], 'A-1, A-3, A-4'),
    lines: ['-    cites: [A-1, A-2]', '+    cites: [A-1, A-3, A-4]'],
  },
  { says: 'a new list', edit: set(['cites'], 'A-1'), lines: ['+cites: [A-1]'] },
  {
    says: 'a row at the end, like its neighbours',
    edit: { edit: 'insert-row', at: ['tiers'], row: 3 },
    lines: ['+  - { in: "", rate: "" }'],
  },
  {
    says: 'a row in front stands below the comment of the list',
    edit: { edit: 'insert-row', at: ['tiers'], row: 0 },
    lines: ['+  - { in: "", rate: "" }'],
  },
  {
    says: 'a row away, its comment with it',
    edit: { edit: 'remove-rows', at: ['tiers'], row: 1, count: 1 },
    lines: ['-  - in: "[30% .. 60%)" # the middle', '-    rate: 1%', '-    cites: [A-1, A-2]'],
  },
  {
    says: 'a row to another place with the comments above it',
    edit: { edit: 'move-row', at: ['tiers'], row: 2, to: 1 },
    lines: [
      '-  - in: "[30% .. 60%)" # the middle',
      '-    rate: 1%',
      '-    cites: [A-1, A-2]',
      '-  # the best',
      '-  - { in: ">= 60%", rate: 2.5%, rests-on: top }',
      '+  # the best',
      '+  - { in: ">= 60%", rate: 2.5%, rests-on: top }',
      '+  - in: "[30% .. 60%)" # the middle',
      '+    rate: 1%',
      '+    cites: [A-1, A-2]',
    ],
  },
  {
    says: 'not the last row',
    edit: { edit: 'remove-rows', at: ['tiers'], row: 0, count: 3 },
    lines: ['refused: At least one row must stay.'],
  },
  {
    says: 'a list that was not there gets its first row',
    edit: { edit: 'insert-row', at: ['gaps'], row: 0 },
    lines: ['+gaps:', '+  - id: ""', '+    says: { en: "", zh: "" }'],
  },
  {
    says: 'a tier split in two; the lower row keeps the comment, the bound goes up as its brackets say',
    edit: split(0, '１５％'),
    lines: [
      '-  - { in: "[0% .. 30%)", rate: 0% } # nothing yet',
      '+  - { in: "[0% .. 15%)", rate: 0% } # nothing yet',
      '+  - { in: "[15% .. 30%)", rate: 0% }',
    ],
  },
  {
    says: 'a tier of several lines',
    edit: split(1, '45', '%'),
    lines: [
      '-  - in: "[30% .. 60%)" # the middle',
      '+  - in: "[30% .. 45%)" # the middle',
      '+    rate: 1%',
      '+    cites: [A-1, A-2]',
      '+  - in: "[45% .. 60%)"',
    ],
  },
  {
    says: 'the last tier, which has no end',
    edit: split(2, '90%'),
    lines: [
      '-  - { in: ">= 60%", rate: 2.5%, rests-on: top }',
      '+  - { in: "[60% .. 90%)", rate: 2.5%, rests-on: top }',
      '+  - { in: ">= 90%", rate: 2.5%, rests-on: top }',
    ],
  },
  {
    says: 'a bare part as the bound among percents',
    edit: split(0, '0.15', '%'),
    lines: ['refused: “0.15” can mean 15% or 0.15%. Write it with the percent sign.'],
  },
  {
    says: 'a bare part in a comparison among percents',
    edit: { edit: 'set', at: ['tiers', 2, 'in'], text: '0.6以上', unit: '%' },
    lines: ['refused: “0.6以上” can mean >= 60% or >= 0.6%. Write it with the percent sign.'],
  },
  {
    says: 'a loss as spreadsheets print it, typed',
    edit: { edit: 'set', at: ['tiers', 0, 'rate'], text: '（5%）', unit: '%' },
    lines: ['refused: “（5%）” can mean -5% or 5%. Write it without brackets.'],
  },
  {
    says: 'a loss as spreadsheets print it, pasted',
    edit: paste('(5%)', 0, ['rate']),
    lines: [
      'refused: Nothing was pasted: 1 of 1 cells cannot be read.\nRow 1, Rate: “(5%)” can mean -5% or 5%. Write it without brackets.',
    ],
  },
  {
    says: 'a bound outside of the tier',
    edit: split(1, '60%'),
    lines: ['refused: 60% does not lie inside [30% .. 60%). Choose a value between its ends.'],
  },
  {
    says: 'a bound with another unit',
    edit: split(1, '40 days'),
    lines: ['refused: 40 days cannot be compared with [30% .. 60%): write it with the same unit.'],
  },
  {
    says: 'two tiers merged, the lower one holds; the comments stay',
    edit: { edit: 'merge-rows', at: ['tiers'], row: 0, under: 'in', keep: 'first' },
    lines: [
      '-  - { in: "[0% .. 30%)", rate: 0% } # nothing yet',
      '-  - in: "[30% .. 60%)" # the middle',
      '-    rate: 1%',
      '-    cites: [A-1, A-2]',
      '+  - { in: "[0% .. 60%)", rate: 0% } # nothing yet',
    ],
  },
  {
    says: 'two tiers merged, the higher one holds and has no end',
    edit: { edit: 'merge-rows', at: ['tiers'], row: 1, under: 'in', keep: 'second' },
    lines: [
      '-  - in: "[30% .. 60%)" # the middle',
      '-    rate: 1%',
      '-    cites: [A-1, A-2]',
      '-  # the best',
      '-  - { in: ">= 60%", rate: 2.5%, rests-on: top }',
      '+  # the best',
      '+  - { in: ">= 30%", rate: 2.5%, rests-on: top }',
    ],
  },
  {
    says: 'cells of a spreadsheet, and the rows that were missing',
    edit: paste('[0% .. 30%)\t1\n"[30% .. 60%)"\t2.5 %\n[60% .. 90%)\t百分之三\n>= 90%\t４'),
    lines: [
      '-  - { in: "[0% .. 30%)", rate: 0% } # nothing yet',
      '-  - in: "[30% .. 60%)" # the middle',
      '-    rate: 1%',
      '-    cites: [A-1, A-2]',
      '-  # the best',
      '-  - { in: ">= 60%", rate: 2.5%, rests-on: top }',
      '+  - { in: "[0% .. 30%)", rate: 1% } # nothing yet',
      '+  - in: "[30% .. 60%)" # the middle',
      '+    rate: 2.5%',
      '+    cites: [A-1, A-2]',
      '+  # the best',
      '+  - { in: "[60% .. 90%)", rate: 3%, rests-on: top }',
      '+  - { in: ">= 90%", rate: 4% }',
    ],
  },
  {
    says: 'nothing of a block of which some cells cannot be read',
    edit: paste('0% .. 30%\t1,234.50\n"[30% .. 60%)"\t15人\n>= 60%\t0.026'),
    lines: [
      'refused: Nothing was pasted: 3 of 6 cells cannot be read.\n' +
        'Row 1, Range: “0% .. 30%”: The brackets of this interval are missing. They say whether an end belongs to it: [0% .. 30%] with both, [0% .. 30%) without the last.\n' +
        'Row 2, Rate: “15人”: the handbook has no unit 人. Write the figure alone, or with a unit of the vocabulary.\n' +
        'Row 3, Rate: “0.026” can mean 2.6% or 0.026%. Write it with the percent sign.',
    ],
  },
  {
    says: 'ranges as people write them, with both ends',
    edit: paste('0%-30%\n30％～60％\n60%以上', 0, ['in']),
    lines: [
      '-  - { in: "[0% .. 30%)", rate: 0% } # nothing yet',
      '-  - in: "[30% .. 60%)" # the middle',
      '+  - { in: "[0% .. 30%]", rate: 0% } # nothing yet',
      '+  - in: "[30% .. 60%]" # the middle',
    ],
  },
  {
    says: 'nothing of a column in parts of one: 1 in it may be 100%',
    edit: paste('0.5\n0\n1\n1.25\n８０％', 0, ['rate']),
    lines: [
      'refused: Nothing was pasted: 3 of 5 cells cannot be read.\n' +
        'Row 1, Rate: “0.5” can mean 50% or 0.5%. Write it with the percent sign.\n' +
        'Row 3, Rate: “1” can mean 100% or 1%. Write it with the percent sign.\n' +
        'Row 4, Rate: “1.25” can mean 125% or 1.25%. Write it with the percent sign.',
    ],
  },
  {
    says: 'more columns than there are',
    edit: paste('a\tb\tc', 0),
    lines: [
      'refused: What was copied has 3 columns, but from this cell on the table has only 2. Paste it further to the left, or copy fewer columns.',
    ],
  },
  {
    says: 'a column, a title and a name',
    text: table,
    edit: { edit: 'set', at: ['columns', 'age'], key: true, text: 'days' },
    lines: ['-columns: { age: note.age }', '+columns: { days: note.age }'],
  },
  {
    says: 'a value inside its mark',
    text: table,
    edit: set(['rows', 1, 'treatment', 'value'], 'keep'),
    lines: ['-    treatment: { value: cancel, rests-on: y }', '+    treatment: { value: keep, rests-on: y }'],
  },
  {
    says: 'the quotes of an empty cell only held its place',
    text: tiers.replace('rate: 0%', 'rate: ""'),
    edit: { edit: 'set', at: ['tiers', 0, 'rate'], text: '3', unit: '%' },
    lines: ['-  - { in: "[0% .. 30%)", rate: "" } # nothing yet', '+  - { in: "[0% .. 30%)", rate: 3% } # nothing yet'],
  },
  {
    says: 'a bare part of one among percents is asked about',
    edit: { edit: 'set', at: ['tiers', 1, 'rate'], text: '０．０２６', unit: '%' },
    lines: ['refused: “０．０２６” can mean 2.6% or 0.026%. Write it with the percent sign.'],
  },
  {
    says: 'a sign makes it plain',
    edit: { edit: 'set', at: ['tiers', 1, 'rate'], text: '0.026%', unit: '%' },
    lines: ['-    rate: 1%', '+    rate: 0.026%'],
  },
  {
    says: 'no such place',
    edit: set(['nothing', 'here'], 'x'),
    lines: ['refused: There is no such place in this file.'],
  },
  {
    says: 'a file that cannot be read',
    text: 'policy: [\n',
    edit: set(['policy'], 'x'),
    lines: ['refused: The text cannot be read now. Mend it first; the place is marked.'],
  },
];

it.each(examples)('$says', ({ text = tiers, edit, lines }) => {
  expect(changedLines(text, edited(text, edit))).toEqual(lines);
});

it('keeps the line ends of the file', () => {
  const text = tiers.replaceAll('\n', '\r\n');
  expect(edited(text, { edit: 'insert-row', at: ['tiers'], row: 3 })).toBe(
    edited(tiers, { edit: 'insert-row', at: ['tiers'], row: 3 }).replaceAll('\n', '\r\n'),
  );
});

it('says what was written otherwise than it was typed, and at the cell why a text is refused', () => {
  const path = 'pay/p.yaml';
  const workspace = openWorkspace([{ path, text: tiers }]);
  const pasted = editForm(workspace, path, paste('"[0% .. 30%)"\t０．５％'));
  expect('converted' in pasted ? pasted.converted : pasted).toEqual([{ typed: '０．５％', text: '0.5%' }]);
  const ranges = editForm(workspace, path, paste('0%-30%\n30%至60%', 0, ['in']));
  expect('converted' in ranges ? ranges.converted : ranges).toEqual([
    { typed: '0%-30%', text: '[0% .. 30%]' },
    { typed: '30%至60%', text: '[30% .. 60%]' },
  ]);
  const edit: FormEdit = { edit: 'set', at: ['tiers', 1, 'rate'], text: '.5', unit: '%' };
  const form = attemptEdit(workspace, path, edit);
  const [told] = cellsIn(form?.parts ?? []).flatMap(({ at, diagnostics }) => (at.at(-1) === 'rate' ? diagnostics : []));
  expect(told?.message.zh).toBe('“.5”可以是 50%，也可以是 0.5%。请带上百分号填写。');
  expect(told?.fixes.map(({ title, edits }) => [title.en, edits[0]?.text.trim()])).toEqual([
    ['Write 50%', '50%'],
    ['Write 0.5%', '0.5%'],
  ]);
});

it('a group gets another entry with all that it must have, is renamed and taken away again', () => {
  const text = `policy: pay.fines
kind: sanctions
version: 1
scope: pay
violations:
  fakes: # of goods
    first: { fine: 5000 CNY }
  late:
    first: { warning: true } # once
`;
  const added = edited(text, { edit: 'insert-row', at: ['violations'], row: 2, key: 'another' });
  expect(changedLines(text, added)).toEqual(['+  another:', '+    new: {}']);
  const renamed = edited(added, { edit: 'set', at: ['violations', 'another'], key: true, text: 'more' });
  expect(changedLines(added, renamed)).toEqual(['-  another:', '+  more:']);
  expect(edited(renamed, { edit: 'remove-rows', at: ['violations'], row: 2, count: 1 })).toBe(text);
});

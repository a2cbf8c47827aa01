/** A rename by the service is no change in meaning: neither for the comparison of two states nor for what is told before proposing. */
import { describe, expect, test } from 'vitest';
import { stretchesOf } from '../../engine/review/diff/states.ts';
import { diffOf, withDescribed } from '../../engine/review/diff/report.ts';
import { differenceOf } from '../../engine/service/amending/difference.ts';
import { applyEdits, updateFiles, type Workspace } from '../../engine/service/index.ts';
import { renamable, rename } from '../../engine/service/language/index.ts';
import { underOldNames } from '../../engine/service/renames.ts';
import { changed, head, textOf, workspace } from './handbook.ts';

const organization = 'organization/pay.yaml';
const cases = 'pay/commission.head.cases.yaml';

function after(path: string, text: string, name: string): Workspace {
  const done = rename(workspace, path, textOf(path).indexOf(text) + 1, name);
  if ('refused' in done) throw new Error(done.refused.en);
  const files = [...Map.groupBy(done.edits, ({ span }) => span.file)].map(([file, edits]) => ({
    path: file,
    text: applyEdits(textOf(file), edits),
  }));
  return updateFiles(workspace, files);
}

const renames = [
  {
    what: 'an interpretation',
    path: head,
    text: 'fractions }',
    name: 'between-tiers',
    says: 'interpretation fractions',
  },
  { what: 'a gap', path: organization, text: 'above-the-head', name: 'over-head', says: 'above-the-head' },
  { what: 'a post', path: organization, text: 'promoter:', name: 'online-promoter', says: 'post promoter' },
  { what: 'a department', path: organization, text: 'promotion:', name: 'web-promotion', says: 'department promotion' },
  { what: 'a member', path: 'vocabulary/common.yaml', text: 'unpaid', name: 'not-paid', says: 'member unpaid' },
  { what: 'a scope', path: 'handbook.yaml', text: 'pay:', name: 'wages', says: 'scope pay' },
  { what: 'a source', path: 'handbook.yaml', text: 'O:', name: 'Q', says: 'source O' },
  { what: 'a case', path: cases, text: 'every-edge', name: 'all-edges', says: undefined },
] as const;

describe.each(renames)('$what is called otherwise', ({ path, text, name, says }) => {
  const now = after(path, text, name);

  test('and no outcome is told to change', () => {
    const named = underOldNames(workspace.handbook, now.handbook);
    const [before, later] = [
      { name: 'before', handbook: workspace.handbook },
      { name: 'after', handbook: named.handbook },
    ];
    const all = (): boolean => true;
    const compared = diffOf(before, later, stretchesOf(before, later), all);
    expect(compared).toMatchObject({ shared: [], policies: [], cases: [], unread: [], incomplete: false });
    const told = withDescribed(compared, named.renamed, now.handbook, all);
    const words = [...told.shared, ...told.policies.flatMap(({ described }) => described.flatMap((one) => one.says))];
    expect(words.map(({ en }) => en)).toEqual(
      says === undefined ? [] : [expect.stringMatching(new RegExp(`${says} is now called ${name} and means the same`))],
    );
  });

  test('and may be proposed', () => {
    const { policies, newFindings, refused } = differenceOf(workspace, now, '2026-11-22');
    expect({ newFindings, refused }).toEqual({ newFindings: [], refused: false });
    expect(policies.flatMap(({ meaning }) => meaning)).toEqual([]);
  });
});

test('what says something else under another name is gone and new', () => {
  const other = changed(head, 'A tier goes on until the next one starts.', 'A tier ends where it ends.');
  const done = rename(other, head, textOf(head).indexOf('fractions }') + 1, 'between-tiers');
  if ('refused' in done) throw new Error(done.refused.en);
  const files = [...Map.groupBy(done.edits, ({ span }) => span.file)].map(([path, edits]) => ({
    path,
    text: applyEdits(other.readings.get(path)?.file.text ?? '', edits),
  }));
  expect(underOldNames(workspace.handbook, updateFiles(other, files).handbook).renamed).toEqual([]);
});

const vocabulary = 'vocabulary/common.yaml';
const withUnit = changed(
  vocabulary,
  'enumerations:',
  'units:\n  - { id: crate, en: [crate, crates], zh: [箱], whole: true }\nenumerations:',
);
const kept = [
  { what: 'a policy', from: workspace, path: 'pay/sales.yaml', text: 'sales', why: 'versions, reviews and earlier' },
  { what: 'a clause', from: workspace, path: head, text: 'O-1.3.3.3', why: 'it is the source’s own' },
  { what: 'a unit', from: withUnit, path: vocabulary, text: 'crate,', why: 'amounts in tables' },
] as const;
test.each(kept)('$what keeps its name, and it is said why', ({ from, path, text, why }) => {
  const offset = (from.readings.get(path)?.file.text ?? '').indexOf(text) + 1;
  expect(renamable(from, path, offset)).toMatchObject({
    refused: { en: expect.stringContaining(why) as string, zh: expect.stringContaining('不能更改') as string },
  });
});

test('a fact’s new name says what keeps the old one', () => {
  const done = rename(workspace, head, textOf(head).indexOf('sales.completion') + 1, 'sales.reached');
  expect(done).toMatchObject({ note: { en: expect.stringContaining('column “sales.completion”') as string } });
});

describe('a name that is read as something else where it would stand', () => {
  const words = `kind: vocabulary
title: { en: Shades, zh: 深浅 }
enumerations:
  shade:
    dark: { en: Dark, zh: 深 }
    light: { en: Light, zh: 浅 }
facts:
  now: { type: shade, title: { en: Now, zh: 今 } }
  was: { type: shade, title: { en: Before, zh: 昔 } }
`;
  const policy = `policy: pay.shades
kind: formula
version: 1
effective: { from: 2026-01-01 }
published: 2025-12-20
title: { en: Shades, zh: 深浅 }
scope: pay
decisions:
  points:
    title: { en: Points, zh: 分数 }
    value: if now = dark and was = now then 1 else 2
`;
  const shades = updateFiles(workspace, [
    { path: 'vocabulary/shades.yaml', text: words },
    { path: 'pay/shades.yaml', text: policy },
  ]);

  // After `=` a member stands before a fact: `was = now` would compare with the member.
  test('is not given to a member, nor to the fact', () => {
    const says = /means something else where it would stand/;
    expect(rename(shades, 'vocabulary/shades.yaml', words.indexOf('dark:'), 'now')).toMatchObject({
      refused: { en: expect.stringMatching(says) as string },
    });
    expect(rename(shades, 'vocabulary/shades.yaml', words.indexOf('now:'), 'dark')).toMatchObject({
      refused: { en: expect.stringMatching(says) as string },
    });
    expect(rename(shades, 'pay/shades.yaml', policy.indexOf('dark and'), 'deep')).toHaveProperty('edits.length', 2);
  });
});

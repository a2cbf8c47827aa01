import { describe, expect, test } from 'vitest';
import { decide, inboxOf, standingOf, touchedBy } from '../../engine/service/inbox/index.ts';
import { applyEdits, updateFiles, type Change } from '../../engine/service/index.ts';
import { changed, textOf, workspace } from './handbook.ts';

const today = '2026-11-22';
const file = 'pay/pay.head.yaml';
const id = 'pay.head#all-three-exceeded';

const madeBy = (change: ReturnType<typeof decide>, path = file): string =>
  'refused' in change ? change.refused.en : applyEdits(textOf(path), change.edits);

test('what waits for a decision is listed with where it belongs', () => {
  const entries = inboxOf(workspace);
  const entry = entries.find((one) => one.id === id);
  expect(entry).toMatchObject({ about: 'chooses', status: 'proposed', scope: 'pay' });
  expect(entry?.decisions).toBeGreaterThan(0);
  expect(entries[0]?.id).toMatch(/^handbook#/);
});

test('the clause, the other reading, what rests on it and who may decide are told', () => {
  const standing = standingOf(workspace, id, today);
  expect(standing?.clauses[0]).toMatchObject({ id: 'O-1.3.2d3' });
  expect(standing?.readings).toMatchObject([{ takenText: 'smallest > 100%', otherwiseText: 'greatest > 100%' }]);
  expect(standing?.canSwap).toBe(true);
  expect(standing?.holds).toBe(true);
  expect(standing?.posts.map((post) => post.id)).toContain('head');
  expect(standingOf(workspace, 'pay.head#nothing', today)).toBeUndefined();
});

test('decisions that follow through others are told apart', () => {
  const standing = standingOf(workspace, 'commission.head#between-100-and-120', today);
  expect(standing?.decisions.map(({ name }) => name)).toContain('commission.head.rate');
  expect(standing?.following.map(({ name }) => name)).not.toContain('commission.head.rate');
  expect(standing?.canSwap).toBe(false);
});

describe('keeping the answer', () => {
  const keep = { id, by: 'head', on: '2026-11-20', today };

  test('writes who decided in place of the status, and nothing else', () => {
    const text = madeBy(decide(workspace, { ...keep, note: 'Meeting of\nNovember' }));
    const [before, after] = [textOf(file).split('\n'), text.split('\n')];
    expect(after.length).toBe(before.length);
    expect(after.filter((line, at) => line !== before[at])).toEqual([
      '    decided: { by: head, date: 2026-11-20 } # Meeting of November',
    ]);
  });

  test.each([
    [{ by: 'emperor' }, 'has no post “emperor”'],
    [{ on: '2026-11-23' }, 'still to come'],
    [{ on: '2020-01-01' }, 'Name a day from'],
    [{ on: 'soon' }, 'is no day of the calendar'],
    [{ id: 'pay.head#nothing' }, 'not there any more'],
  ])('%o is refused', (wrong, says) => {
    expect(madeBy(decide(workspace, { ...keep, ...wrong }))).toContain(says);
  });

  test('twice is refused', () => {
    const first = decide(workspace, keep);
    if ('refused' in first) throw new Error(first.refused.en);
    const after = updateFiles(workspace, [{ path: file, text: applyEdits(textOf(file), first.edits) }]);
    expect(decide(after, keep)).toMatchObject({
      refused: { en: expect.stringContaining('decided already') as string },
    });
  });
});

describe('taking the other reading', () => {
  const answer = { en: 'The greatest of the three.', zh: '以最大者为准。' };
  const wish = { id, by: 'head', on: '2026-11-20', today, other: { answer, from: '2027-01-01' } };
  const change = decide(workspace, wish);

  test('is a new version that reads so; the old one goes into the history as it was', () => {
    const text = madeBy(change);
    expect(text).toContain('reading(all-three-exceeded, greatest > 100%, smallest > 100%)');
    expect(text).toContain('version: 2');
    expect(text).toContain('effective: { from: 2027-01-01 }');
    expect(text).toContain('The greatest of the three.');
    const { files = [] } = change as Change;
    expect(files.map(({ path }) => path)).toEqual(['pay/history/pay.head.v1.yaml']);
    expect(files[0]?.text).toContain('reading(all-three-exceeded, smallest > 100%, greatest > 100%)');
    const after = updateFiles(workspace, [{ path: file, text }, ...files]);
    expect(after.handbook.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(inboxOf(after).find((one) => one.id === id)?.status).toEqual({ by: 'head', date: '2026-11-20' });
  });

  test('needs the new answer in both languages, a day, and a policy that names the other reading', () => {
    const other = (given: object): string => madeBy(decide(workspace, { ...wish, ...given }));
    expect(other({ other: { answer: { en: 'No.', zh: ' ' }, from: '2027-01-01' } })).toContain('both languages');
    expect(other({ other: { answer } })).toContain('no day of the calendar');
    expect(other({ id: 'commission.head#between-100-and-120' })).toContain('could change places');
  });

  test('a version that does not hold yet is changed in place', () => {
    const to = /published: .*/.exec(textOf(file))?.[0] ?? '';
    const later = changed(file, to, `published: 2026-12-20`);
    const given = decide(later, { ...wish, other: { answer } });
    expect(given).not.toHaveProperty('refused');
    expect(given).not.toHaveProperty('files');
  });
});

test('rows of a sample table that rest on it are counted; a table that says nothing of it is left out', () => {
  const rows = ['sales.completion,sales.ordered,sales.returned', '110%,50000 CNY,0 CNY', '90%,50000 CNY,0 CNY'];
  const tables = [
    { path: 'population/sales.csv', text: rows.join('\n') },
    { path: 'population/names.csv', text: 'name,age\nA,3\nB,4' },
  ];
  expect(touchedBy(workspace, 'commission.head#between-100-and-120', tables, today)).toEqual([
    { path: 'population/sales.csv', rows: 2, touched: 1, of: 2 },
  ]);
});

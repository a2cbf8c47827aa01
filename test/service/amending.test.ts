/** From the wish for a new version to the message of its proposal, on the handbook of this company. */
import { expect, test } from 'vitest';
import {
  amendPolicy,
  applyEdits,
  beforeAmending,
  differenceBetween,
  differenceOf,
  effectOf,
  messageOf,
  namedPopulation,
  removeFile,
  savedWorkspace,
  updateFiles,
  without,
  type NewVersion,
  type Workspace,
} from '../../engine/service/index.ts';
import { head, textOf, workspace } from './handbook.ts';

const today = '2026-11-22';
const wish = { policy: 'commission.head', from: '2027-01-01', today, because: { en: 'Dearer', zh: '物价上涨' } };
const history = 'pay/history/commission.head.v1.yaml';

function made(wished: Parameters<typeof amendPolicy>[1], of: Workspace = workspace): NewVersion {
  const found = amendPolicy(of, wished);
  if ('refused' in found) throw new Error(found.refused.en);
  return found;
}

/** The new version with one of its texts replaced, and what is saved of the files that it touches. */
function amended(find: string, replace: string): { now: Workspace; saved: Parameters<typeof savedWorkspace>[1] } {
  const { change, path } = made(wish);
  const text = applyEdits(textOf(path), change.edits).replace(find, replace);
  const files = [{ path, text }, ...(change.files ?? [])];
  const saved = files.map((file) => ({ path: file.path, text: file.path === path ? textOf(path) : null }));
  return { now: updateFiles(workspace, files), saved };
}

test('the old version becomes a file of its own, byte for byte, and the new one stands in its place', () => {
  const { path, version, change } = made(wish);
  expect({ path, version, files: change.files }).toEqual({
    path: head,
    version: 2,
    files: [{ path: history, text: textOf(head) }],
  });
  const before = textOf(head).split('\n');
  const after = applyEdits(textOf(head), change.edits).split('\n');
  expect(after.filter((line) => !before.includes(line))).toEqual([
    'version: 2',
    'effective: { from: 2027-01-01 }',
    'published: 2026-11-22',
    'because: { en: Dearer, zh: 物价上涨 }',
  ]);
});

test('who changed a version in force first finds the change in the new one, and what held in history', () => {
  const text = textOf(head).replace('rate: 5%', 'rate: 6%');
  expect(text).not.toBe(textOf(head));
  const { change } = made({ ...wish, saved: textOf(head) }, updateFiles(workspace, [{ path: head, text }]));
  expect(change.files).toEqual([{ path: history, text: textOf(head) }]);
  expect(applyEdits(text, change.edits)).toContain('rate: 6%');
});

test.each([
  ['no policy', { ...wish, policy: 'commission.nobody' }, workspace, 'has no version that can be read'],
  ['no day', { ...wish, from: '2027-02-30' }, workspace, 'no day of the calendar'],
  ['before the version that holds', { ...wish, from: '2022-01-01' }, workspace, 'starts on 2023-01-01'],
  [
    'where the place is taken',
    wish,
    updateFiles(workspace, [{ path: history, text: 'policy: x\n' }]),
    'is there already',
  ],
])('a new version is refused: %s', (_, wished, of, says) => {
  const found = amendPolicy(of, wished);
  expect('refused' in found && found.refused.en).toContain(says);
});

test('beside a date stands whose approval it needs, and what it reaches back to', () => {
  expect(beforeAmending(workspace, 'commission.head', '2027-01-01', today)).toEqual({
    reachesBack: [],
    approvers: [{ owner: 'head', title: { en: 'Head of the department', zh: '部门主管' } }],
  });
  const { reachesBack } = beforeAmending(workspace, 'commission.head', '2026-09-15', today);
  expect(reachesBack.map(({ zh }) => zh)).toEqual([
    '自 2026-09-15 起施行，早于今天（2026-11-22）68 天：其间已算出的结果将重新计算。',
    '涉及已结束的月份（2026-09 – 2026-10）：已发放的须补发或扣回差额。',
  ]);
});

test('a change is told in sentences, and its message is made of them', () => {
  const { now, saved } = amended('rate: 5%', 'rate: 6%');
  const words = differenceOf(savedWorkspace(now, saved), now, today);
  expect(words.policies.map(({ policy, change, version, file }) => ({ policy, change, version, file }))).toEqual([
    { policy: 'commission.head', change: 'amended', version: 2, file: head },
  ]);
  expect({ refused: words.refused, newFindings: words.newFindings }).toEqual({ refused: false, newFindings: [] });
  const zh = messageOf(words, 'zh').split('\n');
  expect(zh[0]).toBe('部门主管提成：第 2 版，自 2027-01-01 起');
  expect(zh).toContain('物价上涨');
  expect(zh.some((line) => line.includes('由 5% 提高为 6%'))).toBe(true);
  // The first line has said which policy and which version; nothing says it again.
  expect(zh[1]).toBe('');
  expect(zh.filter((line) => line.includes('部门主管提成'))).toHaveLength(1);
  const two = { ...words, policies: words.policies.flatMap((one) => [one, { ...one, policy: 'commission.other' }]) };
  expect(messageOf(two, 'zh')).toContain('\n部门主管提成（commission.head）：第 2 版，自 2027-01-01 起\n物价上涨\n');
  for (const language of ['zh', 'en'] as const)
    expect([...(messageOf(words, language).split('\n')[0] ?? '')].length).toBeLessThanOrEqual(72);
});

test('a version in force that is changed in place is refused', () => {
  const now = updateFiles(workspace, [{ path: head, text: textOf(head).replace('rate: 5%', 'rate: 6%') }]);
  const words = differenceOf(savedWorkspace(now, [{ path: head, text: textOf(head) }]), now, today);
  expect(words.policies.map(({ change }) => change)).toEqual(['edited-in-force']);
  expect(words.refused).toBe(true);
  // Not as if the change had held since then.
  expect(messageOf(words, 'zh').split('\n')[0]).toBe('部门主管提成：直接修改自 2023-01-01 起施行的第 1 版');
  expect(messageOf(words, 'en').split('\n')[0]).toMatch(/: version 1, in force since 2023-01-01, edited in place$/);
});

test('what is left out of a proposal is not in it, nor told', () => {
  const pay = { path: 'pay/pay.head.yaml', text: `${textOf('pay/pay.head.yaml')}# more\n` };
  const { now, saved } = amended('rate: 5%', 'rate: 6%');
  const both = updateFiles(now, [pay]);
  const all = [...saved, { path: pay.path, text: textOf(pay.path) }];
  const texts = (of: Workspace): unknown => [...of.readings].map(([path, { file }]) => [path, file.text]).sort();
  expect(texts(without(both, all.slice(-1)))).toEqual(texts(now));
  expect(texts(without(both, all))).toEqual(texts(workspace));
  expect(without(both, [])).toBe(both);
  const words = differenceOf(savedWorkspace(both, all), without(both, saved), today);
  expect(words.policies).toEqual([]);
});

test('the handbook as it is saved follows what is new, gone and changed', () => {
  const texts = (of: Workspace): unknown => [...of.readings].map(([path, { file }]) => [path, file.text]).sort();
  const { now, saved } = amended('rate: 5%', 'rate: 6%');
  expect(texts(savedWorkspace(now, saved))).toEqual(texts(workspace));
  const without = removeFile(now, 'pay/deal.yaml');
  const gone = { path: 'pay/deal.yaml', text: textOf('pay/deal.yaml') };
  expect(texts(savedWorkspace(without, [...saved, gone]))).toEqual(texts(workspace));
  expect(texts(savedWorkspace(without, saved))).toEqual(texts(removeFile(workspace, 'pay/deal.yaml')));
});

test('a title too long for a line is cut, the date is not', () => {
  const { now, saved } = amended('rate: 5%', 'rate: 6%');
  const { policies, shared } = differenceOf(savedWorkspace(now, saved), now, today);
  const long = { en: 'A very long title '.repeat(9), zh: '很长的名称'.repeat(30) };
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    messageOf({ policies: policies.map((policy) => ({ ...policy, title: long })), shared }, language),
  );
  expect([...(zh?.split('\n')[0] ?? '')].length).toBe(72);
  expect(zh?.split('\n')[0]).toMatch(/…：第 2 版，自 2027-01-01 起$/);
  expect(en?.split('\n')[0]).toMatch(/…: version 2 from 2027-01-01$/);
});

test('two texts of a policy are compared wherever they come from, also an earlier one with a later one', () => {
  const { now } = amended('rate: 5%', 'rate: 6%');
  const [v1 = '', v2 = ''] = [textOf(head), now.readings.get(head)?.file.text];
  const told = (before: string, after: string): readonly string[] | undefined =>
    differenceBetween(now, head, before, after)?.meaning.map(({ en }) => en);
  expect(told(v1, v2)?.[0]).toContain('rises from 5% to 6%');
  expect(told(v2, v1)?.[0]).toContain('falls from 6% to 5%');
  expect(told(v1, v1)).toEqual([]);
  expect(told(v1, 'policy: [')).toBeUndefined();
});

test('the effect on a table is told by the column that the manifest names, of the rows that it names', async () => {
  const review = 'review:\n  population: { file: population/p.csv, by: team, id: who }\n';
  const manifest = { path: 'handbook.yaml', text: textOf('handbook.yaml').replace('scopes:', `${review}scopes:`) };
  const { now, saved } = amended('rate: 5%', 'rate: 6%');
  const text =
    'who,team,sales.ordered,sales.returned,sales.target,sales.completion\n' +
    'Li,one,1000.00 CNY,0.00 CNY,100.00 CNY,\nWu,two,1000.00 CNY,0.00 CNY,10000.00 CNY,\n';
  const table = (path: string): Parameters<typeof effectOf>[2] => ({ table: { path, text }, others: [] });
  const named = updateFiles(now, [manifest]);
  expect(namedPopulation(named)).toEqual({ file: 'population/p.csv' });
  const tried = (path: string): ReturnType<typeof effectOf> =>
    effectOf(savedWorkspace(named, saved), named, table(path), today);
  const effect = await tried('population/p.csv');
  const amount = effect?.effects.find(({ decision }) => decision === 'commission.head.amount');
  expect({ untried: effect?.untried, unread: effect?.unread, by: effect?.by }).toEqual({
    untried: undefined,
    unread: 0,
    by: 'team',
  });
  expect(amount?.groups).toMatchObject([
    { value: 'one', rows: 1, changed: 1, totals: { change: '10.00 CNY' } },
    { value: 'two', rows: 1, changed: 0 },
  ]);
  expect(amount?.largest[0]).toMatchObject({ who: 'Li', change: '10.00 CNY' });
  // Another table has other columns.
  expect((await tried('population/other.csv'))?.by).toBeUndefined();
});

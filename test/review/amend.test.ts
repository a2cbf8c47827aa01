import { expect, test } from 'vitest';
import { amend } from '../../engine/review/amend.ts';
import { sourceFile } from '../../engine/source/source-file.ts';

const text = `# who is paid
policy: p # a comment
kind: formula
version: 1 # the first
title: { en: P, zh: 制度 }
owner: head # answers for it
decisions: { d: { value: 1 } } # kept
`;
const because = { en: 'Say "why": now', zh: '原因：现在' };

test('the next version has its number, its dates and its reason; comments and the rest stay', () => {
  const made = amend(sourceFile('pay/p.yaml', text), { from: '2027-01-01', published: '2026-12-10', because });
  expect(made).toMatchObject({ historyPath: 'pay/history/p.v1.yaml', historyText: text, version: 2 });
  expect('newText' in made ? made.newText : made).toMatchInlineSnapshot(`
    "# who is paid
    policy: p # a comment
    kind: formula
    version: 2 # the first
    effective: { from: 2027-01-01 }
    published: 2026-12-10
    title: { en: P, zh: 制度 }
    owner: head # answers for it
    because: { en: "Say \\"why\\": now", zh: "原因：现在" }
    decisions: { d: { value: 1 } } # kept
    "
  `);
});

test('amended again, the old dates and the old reason are replaced', () => {
  const once = amend(sourceFile('p.yaml', text), { from: '2027-01-01', published: '2026-12-10', because });
  if ('code' in once) throw new Error(once.code);
  const twice = amend(sourceFile('p.yaml', once.newText), {
    from: '2028-01-01',
    published: '2027-12-10',
    because: { en: 'Other', zh: '其他' },
  });
  expect('newText' in twice ? twice.newText : twice).toMatchInlineSnapshot(`
    "# who is paid
    policy: p # a comment
    kind: formula
    version: 3 # the first
    effective: { from: 2028-01-01 }
    published: 2027-12-10
    title: { en: P, zh: 制度 }
    owner: head # answers for it
    because: { en: "Other", zh: "其他" }
    decisions: { d: { value: 1 } } # kept
    "
  `);
});

test.each([
  ['a day that is none', '2027-02-29', text, 'amend/no-such-day'],
  ['no policy', '2027-01-01', 'kind: vocabulary\n', 'amend/no-policy'],
  ['no YAML', '2027-01-01', '[', 'amend/no-policy'],
  [
    'the day on which the newest starts',
    '2023-01-01',
    text.replace('owner', 'effective: { from: 2023-01-01 }\nowner'),
    'amend/same-day',
  ],
  [
    'a day before the newest starts',
    '2022-12-31',
    text.replace('owner', 'effective: { from: 2023-01-01 }\nowner'),
    'amend/before-newest',
  ],
])('%s is refused', (_name, from, of, code) => {
  expect(amend(sourceFile('p.yaml', of), { from, published: '2026-12-10' })).toMatchObject({ code });
});

test.each([
  ['2023-01-01', 'amend/same-day'],
  ['2020-01-01', 'amend/before-newest'],
])('%s is refused where the scope says that version 1 starts on 2023-01-01', (from, code) => {
  const made = amend(sourceFile('p.yaml', text), { from, published: '2026-12-10', adopted: '2023-01-01' });
  expect(made).toMatchObject({ code });
});

test('lines end as they do in the file', () => {
  const windows = text.replaceAll('\n', '\r\n');
  const made = amend(sourceFile('p.yaml', windows), { from: '2027-01-01', published: '2026-12-10', because });
  if ('code' in made) throw new Error(made.code);
  expect(made.newText.split('\n').filter((line) => line !== '' && !line.endsWith('\r'))).toEqual([]);
  expect(made.historyText).toBe(windows);
});

import { readFileSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openWorkspace, outlineOf, overview } from '../../engine/service/index.ts';

const folder = 'test/handbook/policies';
const files = globSync('**/*.yaml', { cwd: folder }).map((path) => ({
  path,
  text: readFileSync(`${folder}/${path}`, 'utf8'),
}));

test('the first keys say of each policy what reading it all says', () => {
  const outline = outlineOf(files);
  const whole = overview(openWorkspace(files), '2026-10-01');
  expect(outline.title).toEqual(whole.title);
  expect(outline.timeZone).toBe(whole.timeZone);
  const heads = new Map(outline.files.map((head) => [head.path, head]));
  expect(whole.policies.length).toBeGreaterThan(5);
  for (const { path, policy, head } of whole.policies) {
    expect(heads.get(path)).toMatchObject({ policy, title: head?.title, version: head?.version, from: head?.from });
    expect(heads.get(path)?.scope).toBe(head?.scope);
  }
});

test.each([
  ['flow', 'policy: a.b\ntitle: { en: One, zh: 一 }\n', { policy: 'a.b', title: { en: 'One', zh: '一' } }],
  ['block', 'title:\n  en: One\n  zh: 一\nkind: tiers # what\n', { kind: 'tiers', title: { en: 'One', zh: '一' } }],
  ['further down', 'tiers:\n  - { in: x }\nversion: 12\ncites:\n  - O-1\n', { version: 12, cites: ['O-1'] }],
  ['half typed', 'policy: a\ntitle: { en: "One, zh: 一 }\n', { path: 'x.yaml', cites: [] }],
  ['one key broken', 'policy: [a\ntitle: { en: One, zh: 一 }\n', { title: { en: 'One', zh: '一' } }],
  ['not YAML at all', '\t: [', { path: 'x.yaml', cites: [] }],
  ['a number as a title', 'title: 5\nversion: one\n', { path: 'x.yaml', cites: [] }],
])('%s', (_, text, head) => {
  expect(outlineOf([{ path: 'x.yaml', text }]).files[0]).toMatchObject(head);
});

import { expect, test } from 'vitest';
import { carriedBy } from '../../engine/ledger/carried.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { parseYaml } from '../../engine/yaml/document.ts';

/** What is counted in a part: lists, and things with names; not the keys by which a kind describes one thing. */
const counts: readonly (readonly [part: string, ...lengths: string[]])[] = [
  ['steps: [hand-over, collect, sort]', '3'],
  ['posts: { clerk: { of: x }, head: { of: y } }', '2'],
  ['posts: { clerk: { of: x }, head: { of: y }, cook: { of: z } }', '3'],
  ['arm: { when: a, then: b }'],
  ['title: { en: One, zh: 一 }'],
  ['says: [a, b]'],
  ['id: a\ncites: [O-1, O-2]\nwhen: b'],
  ['must: [{ en: One, zh: 一 }, { en: Two, zh: 二 }]', '2'],
];

test.each(counts)('%s', (part, ...lengths) => {
  const { root } = parseYaml(sourceFile('p.yaml', part));
  if (root === undefined) throw new Error('the part is not read');
  const counted = carriedBy(root).filter((one) => one.counted);
  expect(counted.map(({ amount }) => amount.text)).toEqual(lengths);
});

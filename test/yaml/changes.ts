/** Every change at every place of small texts, each compared with a reading that knows nothing of before. */
import { expect } from 'vitest';
import { sameData } from '../../engine/source/same-data.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { parseYaml } from '../../engine/yaml/document.ts';

/** So many entries that those apart from a change are left out, around one that is worth changing. */
const around = (middle: string): string => `k:
  a: 1
  b: 2
  c: 3
  d: 4
  e: 5
  f: 6
${middle}
  g: 7
  h: 8
  i: 9
  j: 0
  l: 1
  m: 2
n: 3
`;
const items = (middle: string): string =>
  around(middle)
    .replace('k:', 'k:')
    .replaceAll(/^ {2}(\w): /gm, '  - $1: ');

/** Entries whose neighbours may be drawn in: texts of several lines, comments, brackets, blanks. */
export const texts: Readonly<Record<string, string>> = {
  entries: around('  x: { en: a, zh: b }\n  y:\n    z: 1'),
  'a block of text': around('  x: >-\n    some\n    text\n  y: 1'),
  'a text of several lines': around('  x: one\n    two\n  # why\n\n  y: "a\n    b"'),
  'brackets of several lines': around('  x: [1,\n    2]\n  y: {a: 1,\n    b: 2}'),
  'brackets around all': around('  x: 1')
    .replaceAll(/^( {2}\w: \d)$/gm, '$1,')
    .replace('k:', 'k: {')
    .replace('n: 3', '  }\nn: 3'),
  items: items("  - x: 1\n    y: 'a'\n  - z"),
  'several blocks': `${around('  x: 1')}${items('  - x').replace('k:', 'o:').replace('n:', 'p:')}`,
};
const typed = [
  'a',
  ' ',
  '\n',
  ': ',
  '- ',
  '"',
  "'",
  ' #',
  '[',
  '}',
  '|',
  '\t',
  '&a ',
  '\n  x: 1',
  '\nx:\n',
  '\n---\n',
  '：',
];

/** The text with something typed, a sign or a line taken away, a line moved to the right. */
export function changesAt(text: string, at: number): readonly string[] {
  const next = text.indexOf('\n', at) + 1;
  const changes = [
    ...typed.map((word) => text.slice(0, at) + word + text.slice(at)),
    text.slice(0, at) + text.slice(at + 1),
  ];
  if (text[at - 1] !== '\n') return changes;
  return [...changes, text.slice(0, at) + text.slice(next), `${text.slice(0, at)}  ${text.slice(at)}`];
}

function expectAsFresh(now: string, before: ReturnType<typeof sourceFile>): ReturnType<typeof sourceFile> {
  const file = sourceFile('a.yaml', now);
  const [again, fresh] = [parseYaml(file, before), parseYaml(sourceFile('a.yaml', now))];
  if (!sameData(again, fresh)) expect(again, JSON.stringify(now)).toEqual(fresh);
  return file;
}

/** Of all changes each so-manieth, which is as good as any: neighbours differ in what is typed. */
export function expectAllAsFresh(text: string, each: number): void {
  const first = sourceFile('a.yaml', text);
  expect(parseYaml(first).diagnostics).toEqual([]);
  let count = 0;
  for (let at = 0; at <= text.length; at += 1)
    for (const now of changesAt(text, at)) {
      count += 1;
      if (count % each !== 0) continue;
      const changed = expectAsFresh(now, first);
      // Now and then something else besides, often while the first change is a mistake.
      if ((count / each) % 7 !== 0) continue;
      const other = (at * 31 + count) % now.length;
      expectAsFresh(changesAt(now, other)[count % typed.length] ?? now, changed);
    }
}

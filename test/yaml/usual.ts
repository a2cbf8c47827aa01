/** A text with all that the usual form has, and both ways to read it. */
import { expect } from 'vitest';
import { sameData } from '../../engine/source/same-data.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { readAll } from '../../engine/yaml/read-all.ts';
import { readUsual } from '../../engine/yaml/usual.ts';
import { changesAt } from './changes.ts';

export const usual = `policy: pay.bonus
# why there is one
kind: tiers # of three
title: { en: Head's bonus, zh: 主管（部门）提成 }
cites: [O-1.3, "a, b", 'c']

when: >-
  size(a.list) > 0
  and b
gaps: []
each: a long
  text that goes on
tiers:
  - { in: "[0% .. 30%]", rate: 0%,
      rests-on: -5 CNY }
  # in between
  - { in: "(30% .. 31%)", cites: [{ a: f(x) }], at: 17:00 }
  - in: any
    "quoted": "one
      two"
  - plain - text, with [signs] of it
rows:
  - - a # the first
    - { status: undetermined }
  - - - b
    - .done on all: 1
last: '{a: b, c:
  d}'
`;

/** Was it read quickly? Then it was read as the library reads it. */
export function expectAlike(text: string): boolean {
  const file = sourceFile('a.yaml', text);
  const quick = readUsual(file);
  if (quick === undefined) return false;
  const { root, known } = readAll(file, []);
  if (!sameData(quick, root) || known.length > 0) expect({ root: quick, known: [] }, text).toEqual({ root, known });
  return true;
}

/** Of all changes at all places each so-manieth. */
export function changesOfUsual(each: number): readonly string[] {
  return Array.from({ length: usual.length + 1 }, (_, at) => changesAt(usual, at))
    .flat()
    .filter((_, i) => i % each === 0);
}

import { expect, test } from 'vitest';
import { findingsOf, smallHandbook } from '../kinds/small-handbook.ts';

const told = (decisions: string): readonly string[] =>
  findingsOf(
    smallHandbook(
      'formula',
      `gaps: [{ id: left-out, clause: S-1, says: { en: Left out., zh: 未写。 } }]\n${decisions}`,
    ),
  )
    .map(({ code }) => code)
    .filter((code) => code.startsWith('expression/'));

test.each([
  ['decisions: { a: { value: none } }', ['expression/type-open']],
  ['decisions: { a: { value: "[]" } }', ['expression/type-open']],
  ['decisions: { a: { value: "{b: []}" } }', ['expression/type-open']],
  ['decisions: { a: { value: undetermined(left-out) } }', ['expression/type-open']],
  // Who reads it has made no mistake.
  ['decisions: { a: { value: none }, b: { value: a } }', ['expression/type-open']],
  // What is wrong already is told once.
  ['decisions: { a: { value: sould } }', ['expression/unknown-name']],
  ['decisions: { a: { type: money, value: undetermined(left-out) } }', []],
  ['decisions: { a: { value: if urgent then sold else undetermined(left-out) } }', []],
])('%s', (decisions, codes) => {
  expect(told(decisions)).toEqual(codes);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merged, mergeParts } from '../../../editor/web/documents/merge.ts';

const base = 'one\ntwo\nthree\nfour\nfive\n';

test.each([
  ['other lines', base.replace('one', '1'), base.replace('five', '5'), '1\ntwo\nthree\nfour\n5\n'],
  ['lines added', `zero\n${base}`, `${base}six\n`, `zero\n${base}six\n`],
  ['a line taken out', base.replace('two\n', ''), base.replace('five', '5'), 'one\nthree\nfour\n5\n'],
  ['the same on both sides', base.replace('one', '1'), base.replace('one', '1'), base.replace('one', '1')],
  ['the last line end taken away', base.replace('one', '1'), base.trimEnd(), base.replace('one', '1').trimEnd()],
  ['the same line', base.replace('one', '1'), base.replace('one', 'uno'), undefined],
  ['lines side by side', base.replace('one', '1'), base.replace('two', '2'), undefined],
  ['a line changed that the other took out', base.replace('one\n', ''), base.replace('one', '1'), undefined],
])('%s', (_what, mine, theirs, both) => {
  expect(merged(base, mine, theirs)).toBe(both);
});

test('what has to be decided stands where it belongs', () => {
  const [mine, theirs] = [base.replace('two', '2').replace('five', '5'), base.replace('two', 'dos')];
  expect(mergeParts(base, mine, theirs)).toEqual([
    { same: 'one\n' },
    { mine: '2\n', theirs: 'dos\n' },
    { same: 'three\nfour\n5\n' },
  ]);
});

test('no line of either side is lost, and each side alone comes back whole', () => {
  const text = fc
    .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '税\n'), { maxLength: 12 })
    .map((lines) => lines.join(''));
  fc.assert(
    fc.property(text, text, text, (from, mine, theirs) => {
      expect(merged(from, mine, from)).toBe(mine);
      expect(merged(from, from, theirs)).toBe(theirs);
      const parts = mergeParts(from, mine, theirs);
      const written = new Set(from.split('\n'));
      const all = parts.flatMap((part) => ('same' in part ? [part.same] : [part.mine, part.theirs])).join('');
      for (const line of `${mine}\n${theirs}`.split('\n'))
        if (!written.has(line)) expect(all.split('\n')).toContain(line);
    }),
  );
});

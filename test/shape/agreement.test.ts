import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { decode } from '../../engine/shape/decode.ts';
import { validate } from '../../engine/shape/validate.ts';
import { nodesOf, sample, validator } from './sample.ts';

// Maps, lists and scalars out of the keys and values that mean something in the sample, rarely where they belong.
const keys = [
  'policy',
  'version',
  'title',
  'mode',
  'by',
  'cites',
  'owner',
  'tiers',
  'define',
  'rows',
  'given',
  'expect',
];
const inner = [
  'in',
  'rate',
  'rests-on',
  'rest-on',
  'value',
  'left-to',
  'by',
  'allowed',
  'post',
  'unstated',
  'en',
  'zh',
];
const scalars = ['a', 'A b', '', 'slab', '2026-01-31', '5%', '[0 .. 1)', 0, 7, true, null];
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...scalars),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...inner), tie('tree'), { maxKeys: 4 }),
  ),
}));
const file = fc.dictionary(fc.constantFrom(...keys), tree, { minKeys: 1, maxKeys: 6 });

const places = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics
    .filter(({ code }) => code.startsWith('shape/') && code !== 'shape/no-such-day')
    .map(({ code, span, message }) => `${span.start}-${span.end} ${code} ${message.en}`)
    .toSorted();

test('the emitted JSON Schema and the decoder ask for the same', () => {
  fc.assert(
    fc.property(file, (content) => {
      const text = stringify(content);
      const node = nodesOf(text);
      const decoded = decode(sample, node, text);
      const said = validate(validator, sample, node, text);
      expect(places(decoded.diagnostics)).toEqual(places(said));
      // An unknown key leaves the rest readable.
      const harmless = ['shape/unknown-key', 'shape/two-forms'];
      if (said.length === 0 || decoded.value !== undefined)
        expect(said.filter(({ code }) => !harmless.includes(code))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

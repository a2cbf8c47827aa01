import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Document, parseDocument, Scalar } from 'yaml';
import { compose, lex } from '../../engine/yaml/library.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { readingOf } from '../../engine/yaml/reading.ts';
import type { YamlNode, YamlScalar } from '../../engine/yaml/node.ts';

function firstScalar(node: YamlNode | undefined): YamlScalar {
  switch (node?.yaml) {
    case 'scalar':
      return node;
    case 'list':
      return firstScalar(node.items[0]);
    case 'map':
      return firstScalar(node.entries[0]?.value);
    default:
      throw new Error('no scalar');
  }
}

const read = (yaml: string) => firstScalar(compose(readingOf(sourceFile('f', yaml), []), lex(yaml, 1000).sources).root);

/** The characters of the file that the scalar's offsets point to, `_` where the text has a blank. */
const pointed = (yaml: string) => {
  const { text, offsets } = read(yaml);
  return [...text].map((unit, index) => (/\s/.test(unit) ? '_' : yaml[offsets[index]!])).join('');
};

test.each([
  ['plain', 'a: b + c', 'b_+_c', [3, 4, 5, 6, 7, 8]],
  ['plain over lines', 'a: b\n  c', 'b_c', [3, 4, 7, 8]],
  ['single', "a: 'b''c'", "b'c", [4, 5, 7, 8]],
  ['double', String.raw`a: "b\"c\n"`, String.raw`b\c_`, [4, 5, 7, 8, 10]],
  ['double, code', String.raw`a: "\u5ba2x"`, String.raw`\x`, [4, 10, 11]],
  ['double, joined lines', 'a: "b \\\n    c"', 'b_c', [4, 5, 12, 13]],
  ['literal', 'a: |\n  b\n    c\n', 'b___c_', [7, 8, 11, 12, 13, 14, 15]],
  ['folded', 'a: >-\n  b\n  c\n', 'b_c', [8, 9, 12, 13]],
  ['literal with CRLF', 'a: |\r\n  b\r\n  c\r\n', 'b_c_', [8, 10, 13, 15, 16]],
  ['empty', 'a:', '', [2]],
  ['empty quotes', "a: ''", '', [4]],
  ['astral', 'a: "😀b"', '', [4, 5, 6, 7]],
])('%s', (_, yaml, characters, offsets) => {
  if (characters !== '') expect(pointed(yaml)).toBe(characters);
  expect(read(yaml).offsets).toEqual(offsets);
});

const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
const pieces = fc.constantFrom(
  ...[
    'a',
    'b1',
    '客服',
    '%',
    '>=',
    '"',
    "'",
    '\\',
    '😀',
    '#',
    ':',
    ',',
    '{',
    ']',
    '-',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    '\\n',
    '\u0007',
    '\u{10ffff}',
  ],
);

const scalars = fc.record({
  text: fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
  style: fc.constantFrom(...styles),
  width: fc.constantFrom(20, 40, 80),
  nest: fc.constantFrom('map', 'list', 'deep'),
  crlf: fc.boolean(),
  bom: fc.boolean(),
});

test('every sign of a scalar in any style is found at its place', () => {
  const seen = { plain: 0, quoted: 0, '|': 0, '>': 0, escapes: 0 };
  fc.assert(
    fc.property(scalars, ({ text, style, width, nest, crlf, bom }) => {
      const scalar = new Scalar(text);
      scalar.type = style;
      const value = nest === 'map' ? { key: scalar } : nest === 'list' ? [scalar] : { a: [{ b: scalar }] };
      const plain = new Document(value, { schema: 'failsafe' }).toString({ lineWidth: width, minContentWidth: 0 });
      const yaml = (bom ? '\ufeff' : '') + (crlf ? plain.replaceAll('\n', '\r\n') : plain);
      // The library itself writes some plain texts, such as “:” before a brace, so that they do not read as texts.
      fc.pre(parseDocument(yaml, { schema: 'failsafe' }).errors.length === 0);
      const { text: decoded, plain: isPlain, span, offsets } = read(yaml);
      expect(offsets).toHaveLength(decoded.length + 1);
      const first = yaml[span.start];
      const signs = decoded.split('').filter((unit) => !/\s/.test(unit)).length;
      seen[isPlain ? 'plain' : first === '|' || first === '>' ? first : 'quoted'] += signs;
      for (let index = 0; index < decoded.length; index++) {
        const unit = decoded[index]!;
        const at = offsets[index]!;
        const previous = offsets[index - 1] ?? -1;
        expect(at).toBeGreaterThanOrEqual(previous);
        if (/\s/.test(unit)) continue;
        if (yaml[at] === unit && unit !== '\\') expect(at).toBeGreaterThan(previous);
        if (yaml[at] === unit) continue;
        // What is not there as such is an escape: it must be this one.
        expect(JSON.parse(`"${escapeAt(yaml, at)}"`)).toContain(unit);
        seen.escapes++;
      }
    }),
    { numRuns: 4000 },
  );
  for (const [place, count] of Object.entries(seen)) expect(count, place).toBeGreaterThan(100);
});

/** The escape sequence that stands at a place, as JSON writes it. */
function escapeAt(yaml: string, at: number): string {
  const [escape] = /^\\(?:x..|u....|U........|.)/s.exec(yaml.slice(at)) ?? ['?'];
  if (escape.startsWith('\\x')) return `\\u00${escape.slice(2)}`;
  if (escape === '\\a') return '\\u0007';
  return escape;
}

/** At every place of real files, of half-typed ones and of nonsense: nothing throws, and all answers come in time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { updateFile } from '../../../engine/service/index.ts';
import {
  colours,
  completions,
  definition,
  fileParts,
  fixes,
  hover,
  inlays,
  renamable,
  signature,
} from '../../../engine/service/language/index.ts';
import { sketch, type Sketch } from '../../../engine/service/language/sketch.ts';
import { sourceFile } from '../../../engine/source/source-file.ts';
import { parseYaml } from '../../../engine/yaml/document.ts';
import type { YamlNode } from '../../../engine/yaml/node.ts';
import { policyTexts } from '../../support/policies.ts';
import { textOf, workspace } from '../handbook.ts';

/** Each with the step from one place to the next: a prime meets every column of the longer ones. */
const files = [
  ['pay/commission.head.yaml', 1],
  ['pay/deal.yaml', 3],
  ['pay/commission.head.cases.yaml', 2],
] as const;

function askAll(path: string, offset: number): void {
  completions(workspace, path, offset);
  hover(workspace, path, offset);
  definition(workspace, path, offset);
  renamable(workspace, path, offset);
  signature(workspace, path, offset);
}

describe('at the characters', () => {
  test.each(files)('of %s, in steps of %i', (path, step) => {
    const { length } = textOf(path);
    const start = performance.now();
    for (let offset = 0; offset <= length; offset += step) askAll(path, offset);
    // Far above what it takes (about 1 ms each), so that a busy machine does not fail it; a quadratic walk would.
    expect((performance.now() - start) / (length / step + 1)).toBeLessThan(20);
  });
});

test('a text that ends anywhere is read', () => {
  const path = 'pay/commission.head.yaml';
  const text = textOf(path);
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
      const cut = updateFile(workspace, path, text.slice(0, a) + text.slice(Math.max(a, b)));
      for (const found of [completions(cut, path, a), colours(cut, path), inlays(cut, path, 0, text.length)]) {
        expect(found).toBeInstanceOf(Array);
      }
      hover(cut, path, a);
      fileParts(cut, path);
      fixes(cut, path, 0, text.length);
    }),
    { numRuns: 25 },
  );
});

test('any text has a sketch whose parts lie within it, in order', () => {
  const piece = fc.constantFrom(
    'a',
    ': ',
    '- ',
    '\n',
    '  ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ', ',
    '#',
    '|',
    '>',
    '提成',
    '\r\n',
    '\\',
    'kind: tiers\n',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const root = sketch(text);
      if (root !== undefined) within(root, 0, text.length);
    }),
    { numRuns: 2_000 },
  );
});

function within(node: Sketch, start: number, end: number): void {
  expect(node.start).toBeGreaterThanOrEqual(start);
  expect(node.end).toBeLessThanOrEqual(end);
  const parts =
    node.yaml === 'list'
      ? node.items
      : node.yaml === 'map'
        ? node.entries.flatMap(({ key, value }) => (value === undefined ? [key] : [key, value]))
        : [];
  parts.forEach((part) => {
    within(part, start, end);
  });
}

test('a file that can be read is sketched as it is read', () => {
  for (const [path, text] of Object.entries(policyTexts)) {
    const read = parseYaml(sourceFile(path, text)).root;
    expect(differs(sketch(text), read), path).toBeUndefined();
  }
});

/** The first place where a sketch is not what the reader makes of the text; lines are folded only by the reader. */
function differs(sketched: Sketch | undefined, read: YamlNode | undefined): string | undefined {
  if (sketched === undefined || read === undefined) return sketched === read ? undefined : 'nothing';
  const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
  if (sketched.yaml === 'scalar' && read.yaml === 'scalar') {
    if (read.text === '') return folded(sketched.text) === '' ? undefined : sketched.text;
    const same = folded(sketched.text) === folded(read.text) && sketched.start === read.span.start;
    return same && sketched.end === read.span.end ? undefined : read.text;
  }
  if (sketched.yaml === 'list' && read.yaml === 'list') {
    if (sketched.items.length !== read.items.length) return 'items';
    return read.items.map((item, index) => differs(sketched.items[index], item)).find((one) => one !== undefined);
  }
  if (sketched.yaml === 'map' && read.yaml === 'map') {
    if (sketched.entries.length !== read.entries.length) return 'entries';
    return read.entries
      .map(
        ({ key, value }, index) =>
          differs(sketched.entries[index]?.key, key) ?? differs(sketched.entries[index]?.value, value),
      )
      .find((one) => one !== undefined);
  }
  return `${sketched.yaml} is a ${read.yaml}`;
}

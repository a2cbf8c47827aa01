import { expect, test } from 'vitest';
import { mutate } from '../../scripts/fuzz/mutate.ts';
import { inputOf } from '../../scripts/fuzz/input.ts';
import { checkDiagnostics } from '../../scripts/fuzz/check-diagnostics.ts';
import { examine } from '../../scripts/fuzz/examine.ts';
import { corpora } from '../../scripts/fuzz/corpus.ts';
import { handbookOf } from '../support/policies.ts';
import { random } from '../random/random.ts';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';

test.each(corpora.slice(0, 2))('the handbook $name has no mistakes before it is changed', ({ texts }) => {
  expect(handbookOf(texts).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the same seed gives the same input, another one mostly another', () => {
  expect(inputOf(7)).toEqual(inputOf(7));
  expect(new Set(Array.from({ length: 50 }, (_, seed) => JSON.stringify(inputOf(seed)))).size).toBeGreaterThan(45);
});

test('changes break handbooks in many ways', () => {
  const chance = random(1);
  const codes = Array.from({ length: 150 }, () => {
    const changed = mutate(corpora[1]?.texts['bonus.yaml'] ?? '', chance, ['a: 1']);
    return handbookOf({ ...corpora[1]?.texts, 'bonus.yaml': changed }).diagnostics.map(({ code }) => code);
  });
  expect(new Set(codes.flat()).size).toBeGreaterThan(25);
});

const good: Diagnostic = {
  code: 'a/b',
  severity: 'error',
  blocks: true,
  message: { en: 'wrong', zh: '错误' },
  span: { file: 'f', start: 0, end: 3 },
  related: [],
  fixes: [],
};
const span = { file: 'f', start: 2, end: 4 };
const wrong: readonly (readonly [string, Partial<Diagnostic>])[] = [
  ['no place', { span }],
  ['not there', { span: { ...span, file: 'g' } }],
  ['says nothing in zh', { message: { en: 'wrong', zh: ' ' } }],
  ['says undefined', { message: { en: `no ${String(undefined)}`, zh: '错误' } }],
  ['no place', { related: [{ span, message: { en: 'a', zh: '乙' } }] }],
  [
    'cannot be made',
    {
      fixes: [
        {
          title: { en: 'a', zh: '乙' },
          edits: [0, 1].map((start) => ({ span: { file: 'f', start, end: 3 }, text: '' })),
        },
      ],
    },
  ],
];

test.each(wrong)('a diagnostic is refused: %s', (what, part) => {
  const texts = new Map([['f', 'abc']]);
  expect(() => checkDiagnostics([good], texts)).not.toThrow();
  expect(() => checkDiagnostics([{ ...good, ...part }], texts)).toThrow(what);
});

test('an examination that finds nothing says nothing', () => {
  const facts = corpora[0]?.facts[0] ?? '';
  expect(examine({ corpus: 0, changed: {}, facts, date: '2026-10-31', isShort: false })).toBeUndefined();
});

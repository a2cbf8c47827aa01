import { expect, test } from 'vitest';
import type { Band, Ir, Range } from '../../engine/ir/ir.ts';
import { boolean, number, type Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import { piecesOf, walkOf } from '../../engine/symbolic/pieces.ts';
import { decisionOf, here, programWith } from '../support/ir.ts';
import { said, told } from './at-facts.ts';

// Each was found by the independent judge (test/judge) and written down before it was mended.

const of = (digits: string): Value => ({ is: 'number', digits });
const literal = (digits: string): Ir => ({ op: 'literal', type: number, origin: here, value: of(digits) });
const fact = (name: string, type: Type = number): Ir => ({ op: 'fact', type, origin: here, name });
const divide = (a: Ir, b: Ir): Ir => ({ op: 'call', type: number, origin: here, fn: 'divide', args: [a, b] });
const gap: Ir = { op: 'undetermined', type: number, origin: here, gap: 't#gap' };

type Interval = Extract<Range, { range: 'interval' }>;
/** `[0 .. 5)`, with an end left out where there is none. */
function interval(text: string): Interval {
  const [, open, low, high, close] = /^([[(]?)(-?\d*) \.\. (-?\d*)([\])]?)$/.exec(text) ?? [];
  return {
    range: 'interval',
    ...(low === '' ? {} : { low: { at: literal(low!), open: open === '(' } }),
    ...(high === '' ? {} : { high: { at: literal(high!), open: close === ')' } }),
  };
}
const tiers = (mode: 'graduated' | 'interpolated', ...bands: readonly (readonly [string, Ir])[]): Ir => ({
  op: 'bands',
  type: number,
  origin: here,
  mode,
  by: fact('n'),
  bands: bands.map(([range, value]): Band => ({ range: interval(range), value, cites: [], origin: here })),
});

const cases: readonly { readonly what: string; readonly ir: Ir; readonly n: readonly string[] }[] = [
  { what: 'below 0 a tier without a low end counts for nothing', ir: tiers('graduated', [' .. 5]', literal('2')], ['(5 .. 9]', literal('1')]), n: ['-3', '0', '4', '6'] },
  { what: 'a tier without a low end that ends below 0 counts for nothing', ir: tiers('graduated', [' .. -5)', literal('2')], ['[-5 .. 5]', literal('3')]), n: ['-9', '-5', '0'] },
  { what: 'a hole of one point lies below the value', ir: tiers('graduated', ['[0 .. 5)', literal('2')], ['(5 .. 9]', literal('3')]), n: ['4', '5', '6'] },
  { what: 'a tier that is reached at its low end only is not asked', ir: tiers('graduated', ['[0 .. 5)', literal('2')], ['[5 .. 9]', gap]), n: ['4', '5', '6'] },
  { what: 'an endless tier has no share, whatever its value is', ir: tiers('interpolated', ['[0 .. 5)', literal('2')], ['[5 .. ', gap]), n: ['4', '5', '6'] },
  { what: 'a fact over nothing', ir: divide(fact('n'), literal('0')), n: ['1'] },
  { what: 'a fact over less than nothing', ir: divide(fact('n'), literal('-2')), n: ['1'] },
]; // prettier-ignore

test.for(cases)('$what', ({ ir, n }) => {
  const program = programWith([decisionOf('t.d', ir)]);
  const pieces = piecesOf('t.d', walkOf(program));
  if ('notDecided' in pieces) throw new Error(pieces.notDecided.en);
  const facts = n.map((digits) => ({ n: of(digits) }));
  expect(facts.map((given) => said('t.d', pieces, given, program))).toEqual(
    facts.map((given) => told('t.d', given, program)),
  );
});

test('a value that a set names twice is one piece', () => {
  const yes: Ir = { op: 'literal', type: boolean, origin: here, value: { is: 'boolean', truth: true } };
  const within: Ir = { op: 'within', type: boolean, origin: here, value: fact('a', boolean), range: { range: 'set', items: [yes, yes], none: false } };
  expect(piecesOf('t.d', walkOf(programWith([decisionOf('t.d', within)])))).toHaveLength(2);
}); // prettier-ignore

test('a fact that somebody asks for may be missing before that as well', () => {
  const left: Ir = { op: 'compare', type: boolean, origin: here, comparison: '>', left: fact('n'), right: literal('3') };
  const right: Ir = { op: 'known', type: boolean, origin: here, of: { ...fact('n'), op: 'fact', name: 'n' }, negated: true };
  const ir: Ir = { op: 'logic', type: boolean, origin: here, connective: 'and', left, right };
  const program = programWith([decisionOf('t.d', ir)]);
  const pieces = piecesOf('t.d', walkOf(program));
  if ('notDecided' in pieces) throw new Error(pieces.notDecided.en);
  const all = [{}, { n: of('2') }, { n: of('4') }];
  expect(all.map((given) => said('t.d', pieces, given, program))).toEqual(
    all.map((given) => told('t.d', given, program)),
  );
}); // prettier-ignore

test('whether a written divisor can be 0 is heard', () => {
  const answers: unknown[] = [];
  const divisions = [divide(literal('1'), literal('0')), divide(fact('n'), literal('0')), divide(fact('n'), literal('2'))];
  for (const ir of divisions) piecesOf('t.d', walkOf(programWith([decisionOf('t.d', ir)]), { hear: (_part, answer) => answers.push(answer) }));
  expect(answers).toEqual([false, false, true]);
}); // prettier-ignore

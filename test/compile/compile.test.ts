import { describe, expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import type { Ir, Within } from '../../engine/ir/ir.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import { number } from '../../engine/ir/type.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { decisionOf, here, programWith } from '../support/ir.ts';
import { readIr, type Notation } from '../support/notation.ts';

const world = programWith([]);
const decision = (name: string, notation: Notation): Decision => decisionOf(name, readIr(notation, world));
const read = (name: string): Ir => ({ op: 'decision', type: number, origin: here, name, args: [] });
const sum = (...args: readonly Ir[]): Ir => ({ op: 'call', type: number, origin: here, fn: 'add', args });

function ask(program: Program, name: string, given: RawFacts = {}): ReturnType<ReturnType<typeof compile>['evaluate']> {
  return compile(program).evaluate(name, readFacts(program, given));
}

describe('one after the other', () => {
  const compiled = compile(programWith([decision('t.x', { round: ['*', '$n', '$n'], to: '0.01', mode: 'half-up' })]));
  // The same closures answer all of these: what one question left behind must not reach the next.
  test.each([
    ['1.5', '2.25'],
    ['94906265.62', '9007199253933993.98'],
    ['94906265.625', '9007199254883056.64'],
    ['123456789012.345', '15241578753238669120562.4'],
    ['-0.05', '0'],
    ['0.07071', '0'],
    [undefined, undefined],
    ['2', '4'],
  ])('%s squared is %s', (n, squared) => {
    const facts = readFacts(world, n === undefined ? {} : { n });
    expect(compiled.evaluate('t.x', facts).value).toBe(squared);
  });
});

test('long chains of decisions do not run out of stack, nor do chains of facts', () => {
  const length = 5_000;
  const chain = Array.from({ length }, (_none, i) =>
    decisionOf(`t.d${i}`, i === 0 ? readIr('$n', world) : sum(read(`t.d${i - 1}`), readIr('1', world))),
  );
  const program = programWith(chain);
  for (const given of [{ n: '0.5' }, {}]) {
    const outcome = ask(program, `t.d${length - 1}`, given);
    expect(outcome.value ?? outcome.reasons[0]?.fact).toBe('n' in given ? `${length - 1}.5` : 'n');
  }
  const facts = Object.fromEntries(
    chain.map((_decision, i) => {
      const orFrom: Ir = { op: 'fact', type: number, origin: here, name: i === 0 ? 'n' : `f${i - 1}` };
      // The range makes each fact look twice at what it follows from.
      return [`f${i}`, { ...world.facts['double']!, name: `f${i}`, orFrom }];
    }),
  );
  const last: Ir = { op: 'fact', type: number, origin: here, name: `f${length - 1}` };
  const linked = { ...programWith([decisionOf('t.x', last)]), facts: { ...world.facts, ...facts } };
  expect(ask(linked, 't.x', { n: '7' }).value).toBe('7');
});

test('a contradicted fact is told at the place that reads it, as the explaining evaluator tells it', () => {
  const ir: Ir = { op: 'fact', type: number, origin: { file: 'p.yaml', start: 3, end: 9 }, name: 'double' };
  const program = programWith([decisionOf('t.x', ir)]);
  const facts = readFacts(program, { n: '2', double: '5' });
  const outcome = compile(program).evaluate('t.x', facts);
  expect(outcome.error).toMatchObject({ code: 'fact/contradiction', span: ir.origin });
  expect(outcome).toEqual(evaluate(program, 't.x', facts));
});

test('a decision that many read is worked out once', () => {
  const doubled = Array.from({ length: 200 }, (_none, i) => {
    const before = i === 0 ? readIr({ mark: ['t#fills'], value: '$n' }, world) : read(`t.d${i - 1}`);
    return decisionOf(`t.d${i}`, { op: 'call', type: number, origin: here, fn: 'max', args: [before, before] });
  });
  const program = programWith(doubled);
  expect(ask(program, 't.d199', { n: '3' })).toMatchObject({ value: '3', flags: ['t#fills'] });
  expect(ask(program, 't.d199').reasons).toHaveLength(1);
});

test('a part that a node looks at twice is worked out once', () => {
  const nested = Array.from({ length: 60 }).reduce<Ir>(
    (taken, _none, i) => ({
      op: 'reading',
      type: number,
      origin: here,
      interpretation: 't#fills',
      taken,
      otherwise: readIr(`${i}`, world),
    }),
    readIr('$n', world),
  );
  const tested = Array.from({ length: 60 }).reduce<Ir>(
    (when) => ({
      op: 'choose',
      type: number,
      origin: here,
      arms: [
        {
          when: { ...(readIr(['in', '1', '[$m .. $m]'], world) as Within), value: when },
          value: readIr('$m', world),
          cites: [],
        },
      ],
      otherwise: readIr('0', world),
    }),
    readIr('$n', world),
  );
  const program = programWith([decisionOf('t.x', nested), decisionOf('t.y', tested)]);
  expect(ask(program, 't.x', { n: '3' })).toMatchObject({ value: '3', flags: ['t#fills'] });
  expect(ask(program, 't.y', { n: '3', m: '3' }).value).toBe('3');
});

test('more flags than a number has bits', () => {
  const ids = Array.from({ length: 45 }, (_none, i) => `t#i${String(i).padStart(2, '0')}`);
  const interpretations = Object.fromEntries(ids.map((id) => [id, { ...world.interpretations['t#fills']!, id }]));
  const marked = ids.map((id): Ir => {
    return { op: 'mark', type: number, origin: here, interpretations: [id], own: false, value: readIr('$n', world) };
  });
  const all: Ir = { op: 'call', type: number, origin: here, fn: 'max', args: marked };
  const program = { ...programWith([decisionOf('t.x', all)]), interpretations };
  expect(ask(program, 't.x', { n: '3' })).toMatchObject({ value: '3', flags: ids });
});

test('a fact that is given must agree with what follows, where that is determined', () => {
  const program = programWith([decision('t.x', '$double')]);
  expect(ask(program, 't.x', { double: '4', n: '2' }).value).toBe('4');
  expect(ask(program, 't.x', { n: '2.5' }).value).toBe('5');
  expect(ask(program, 't.x', { double: '4' }).value).toBe('4');
  expect(ask(program, 't.x', { double: '4', n: '2.00001' }).error?.code).toBe('fact/contradiction');
  expect(ask(program, 't.x', { n: '-1' }).error?.code).toBe('fact/out-of-range');
});

test('texts are ordered by code point, not by JavaScript', () => {
  const program = programWith([decision('t.x', ['<', '$word', '"𠮷"'])]);
  // U+FF5E comes before U+20BB7, whose first UTF-16 unit is U+D842.
  expect(compile(program).evaluate('t.x', { values: { word: { is: 'text', text: '～' } }, unknown: [] }).value).toBe(
    'true',
  );
});

test.each(['constructor', '__proto__', 'toString', 't.y', ''])('%j is no decision', (name) => {
  const outcome = ask(programWith([decision('t.x', '1')]), name);
  expect(outcome).toMatchObject({ status: 'error', error: { code: 'decision/unknown' } });
});

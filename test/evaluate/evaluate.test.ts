import { describe, expect, test } from 'vitest';
import { evaluate, explain, session } from '../../engine/evaluate/evaluate.ts';
import type { Explanation, Step } from '../../engine/evaluate/explanation.ts';
import { renderExplanation } from '../../engine/evaluate/render.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { decisionOf, programWith } from '../support/ir.ts';
import { readIr, type Notation } from '../support/notation.ts';

/** A program whose decisions may read those before them. */
function programOf(decisions: Readonly<Record<string, Notation>>, more: Partial<Decision> = {}): Program {
  return Object.entries(decisions).reduce(
    (program, [name, notation]) =>
      programWith([...Object.values(program.decisions), decisionOf(name, readIr(notation, program), more)]),
    programWith([]),
  );
}

const commission = programOf({
  't.net': {
    choose: [[['>=', '$pay', '10 CNY'], '$pay']],
    otherwise: { mark: ['t#fills'], value: '0 CNY' },
  },
  't.rate': {
    bands: 'slab',
    by: '$share',
    tiers: [
      ['[0% .. 30%]', '0%'],
      ['(30% .. 100%]', '1.5%'],
      ['(100% .. 120%)', { mark: ['t#fills'], value: '1.5%' }],
      ['>= 120%', '2%'],
    ],
  },
  't.amount': { round: ['*', '@t.net', '@t.rate'], to: '0.01', mode: 'half-up' },
  't.both': ['+', '@t.amount', ['*', '@t.net', '@t.rate']],
});

const ask = (program: Program, decision: string, raw: RawFacts): Explanation =>
  explain(program, decision, readFacts(program, raw)).explanation;

describe('asking', () => {
  test('a decision that does not exist is an error that suggests one', () => {
    const outcome = evaluate(commission, 't.amont', readFacts(commission, {}));
    expect(outcome).toMatchObject({ status: 'error', error: { code: 'decision/unknown' } });
    expect(outcome.error?.message.en).toContain('“t.amount”');
    expect(evaluate(commission, 'constructor', readFacts(commission, {})).error?.code).toBe('decision/unknown');
  });

  test('an outcome carries policy, version, clauses, type and texts', () => {
    expect(evaluate(commission, 't.rate', readFacts(commission, { share: '-1%' }))).toEqual({
      decision: 't.rate',
      status: 'undetermined',
      type: 'percent',
      policy: 't',
      version: 1,
      cites: ['O-1'],
      flags: [],
      reasons: [
        {
          code: 'gap',
          gap: 't#rate < 0%',
          text: {
            en: 'No tier covers share < 0%: t#rate.',
            zh: '没有任何档涵盖 share < 0% 的情形：t#rate。',
          },
        },
      ],
    });
  });

  test('questions of one session share what they read', () => {
    const questions = session(commission, readFacts(commission, { pay: '1001 CNY', share: '50%' }));
    expect(questions.outcome('t.amount').value).toBe('15.02 CNY');
    expect(questions.explain('t.amount').outcome).toEqual(questions.outcome('t.amount'));
  });

  test('chains of ten thousand decisions need no stack', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => {
      const before = { op: 'decision', type: { is: 'number' }, origin: { file: '', start: 0, end: 0 } } as const;
      const ir = readIr(i === 0 ? '1' : ['+', '1', '1'], programWith([]));
      return decisionOf(
        `t.d${i}`,
        ir.op === 'call' ? { ...ir, args: [...ir.args.slice(1), { ...before, name: `t.d${i - 1}`, args: [] }] } : ir,
      );
    });
    const program = programWith(chain);
    const facts = readFacts(program, {});
    expect(evaluate(program, 't.d9999', facts).value).toBe('10000');
    const { explanation } = explain(program, 't.d9999', facts);
    expect(explanation.outcome.value).toBe('10000');
    expect(renderExplanation(explanation, 'zh').length).toBeGreaterThan(1000);
  });
});

describe('asking about something else', () => {
  test('chains of two thousand decisions need no stack either', () => {
    const chain = Array.from({ length: 2_000 }, (_, i) => {
      const plain = readIr(i === 0 ? '~arg' : ['+', '~arg', '1'], programWith([]), { arg: { is: 'number' } });
      const read = { op: 'decision', type: plain.type, origin: plain.origin, name: `t.d${i - 1}`, args: [] } as const;
      const ir =
        plain.op === 'call' ? { ...plain, args: [{ ...read, args: plain.args.slice(0, 1) }, plain.args[1]!] } : plain;
      return decisionOf(`t.d${i}`, ir, { takes: [{ id: 'arg', name: 'arg', type: plain.type }] });
    });
    const program = programWith(chain);
    const on = { is: 'number', digits: '7' } as const;
    expect(evaluate(program, 't.d1999', readFacts(program, {}), { on }).value).toBe('2006');
    expect(explain(program, 't.d1999', readFacts(program, {}), { on }).outcome.value).toBe('2006');
  });

  test('a decision that reads itself is a bug, not an endless loop', () => {
    const read = readIr('@t.x', programWith([]));
    const program = programWith([decisionOf('t.x', read)]);
    expect(() => evaluate(program, 't.x', readFacts(program, {}))).toThrow('t.x reads itself');
  });
});

describe('explaining', () => {
  const steps = (explanation: Explanation): readonly Step[] => explanation.steps;

  test('is plain JSON', () => {
    const explanation = ask(commission, 't.both', { pay: '1001 CNY', share: '119%' });
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });

  test('tells a decision that is read twice once in full', () => {
    const explanation = ask(commission, 't.both', { pay: '1001 CNY', share: '119%' });
    const text = JSON.stringify(explanation);
    expect(text.match(/"step":"tier"/g)).toHaveLength(1);
    expect(steps(explanation).filter(({ step }) => step === 'decision')).toHaveLength(3);
  });

  test('has the tier, the product, the rounding and the interpretation', () => {
    const explanation = ask(commission, 't.amount', { pay: '1001 CNY', share: '119%' });
    expect(steps(explanation)).toMatchObject([
      { step: 'decision', name: 't.net', value: '1001.00 CNY', explanation: { policy: { version: 1 } } },
      {
        step: 'decision',
        name: 't.rate',
        explanation: {
          steps: [
            {
              step: 'tier',
              before: [{ step: 'fact', name: 'share', how: 'given', value: '119%' }],
              of: 4,
              taken: [
                {
                  number: 3,
                  range: '(100% .. 120%)',
                  value: '1.5%',
                  steps: [{ step: 'interpretation', id: 't#fills', active: true, status: 'proposed' }],
                },
              ],
            },
          ],
        },
      },
      {
        step: 'expression',
        text: 'net × rate',
        filled: '1001.00 CNY × 1.5%',
        value: '15.015 CNY',
      },
      { step: 'rounding', from: '15.015 CNY', to: '15.02 CNY', mode: 'half-up', changed: true },
    ]);
  });

  test('shows the expression with its signs and brackets', () => {
    const program = programOf({
      't.x': ['or', ['not', ['and', '$a', '$b']], ['<', ['*', ['-', '$n', ['+', '$m', '1']], '2'], ['negate', '3']]],
    });
    const explanation = ask(program, 't.x', { a: true, b: true, n: '1', m: '2' });
    expect(steps(explanation).at(-1)).toMatchObject({
      text: 'not (a and b) or (n − (m + 1)) × 2 < −3',
      filled: 'not (true and true) or (1 − (2 + 1)) × 2 < −3',
      value: 'true',
    });
  });

  test.each([
    [['*', { choose: [['$a', '$n']], otherwise: '$m' }, '2'], '(if a then n else m) × 2'],
    [['*', { sum: '$m', in: '$numbers' }, '2'], '(sum of m for x in numbers) × 2'],
    [['+', '2', { round: ['+', '$n', '$m'], to: '1' }], '2 + (n + m)'],
    [['*', { bands: 'slab', by: '$n', tiers: [['>= 0', '1']] }, '2'], 'tiers(n) × 2'],
  ])('%j is worded as %s', (notation, text) => {
    const explanation = ask(programOf({ 't.x': notation }), 't.x', {
      a: true,
      n: '1',
      m: '2',
      numbers: ['1'],
    });
    expect(steps(explanation).at(-1)).toMatchObject({ text });
  });

  test("what is made of the rows that hold is said in the reader's language", () => {
    const table = { table: 'collect', collect: 'sum', columns: { n: '$n' }, rows: [['> 3', '10']] };
    const explanation = ask(programOf({ 't.x': table }), 't.x', { n: '5' });
    expect(renderExplanation(explanation, 'zh')).toContain('  合计：10\n');
  });

  test('of a refused fact says why', () => {
    const explanation = ask(commission, 't.rate', { share: '0.85' });
    expect(steps(explanation)[0]).toMatchObject({
      step: 'tier',
      before: [{ step: 'fact', how: 'unusable' }],
      taken: [],
    });
    expect(renderExplanation(explanation, 'en')).toContain('Is it 0.85% or 85%?');
  });
});

describe('as text', () => {
  const world = programOf({
    't.net': { choose: [[['>=', '$pay', '10 CNY'], '$pay']], otherwise: { mark: ['t#fills'], value: '0 CNY' } },
    't.rate': {
      bands: 'slab',
      by: '$share',
      tiers: [
        ['[0% .. 30%]', '0%'],
        ['(100% .. 120%)', { mark: ['t#fills'], value: '1.5%' }],
      ],
    },
    't.amount': { round: ['*', '@t.net', '@t.rate'], to: '0.01', mode: 'half-up' },
    't.parts': {
      bands: 'graduated',
      by: '@t.net',
      tiers: [
        ['[0 CNY .. 100 CNY]', '1%'],
        ['> 100 CNY', '2%'],
      ],
    },
    't.points': { sum: ['*', '~x.score', '2'], in: '$people', where: ['>', '~x.score', '1'] },
    't.level': {
      table: 'unique',
      columns: { rate: '@t.rate', limit: { parameter: 'set' } },
      rows: [
        ['< 1%', 'any', '1'],
        ['>= 1%', '[0 .. 9]', { reading: 't#chooses', taken: ['min', '$double', '5'], otherwise: '7' }],
      ],
    },
    't.bonus': { 'left-to': '[50 CNY .. 100 CNY]', by: 'head', proposed: '$pay' },
    't.everything': {
      record: {
        a: '@t.amount',
        b: '@t.parts',
        c: '@t.points',
        d: '@t.level',
        e: { mark: [], own: 'true', value: '@t.net' },
      },
    },
    't.open': ['and', ['or', '$closed', '$a'], ['=', '@t.bonus', { parameter: 'unset' }]],
    't.gap': { choose: [['$closed', '1']], otherwise: { undetermined: 't#gap' } },
  });
  const facts: RawFacts = {
    pay: '1001 CNY',
    share: '119%',
    n: '2',
    people: [{ name: 'a', score: '5' }, { score: '1' }, { score: '2.5' }],
  };

  test.each(['en', 'zh'] as const)('in %s', async (language) => {
    const asked = ['t.everything', 't.open', 't.gap', 't.unknown'];
    const text = asked.map((decision) => renderExplanation(ask(world, decision, facts), language)).join('\n');
    await expect(text).toMatchFileSnapshot(`render.${language}.txt`);
  });

  test('what is said when a requirement fails is not said of one that holds', () => {
    const that = readIr(['>', '$n', '1'], programWith([]));
    const program = programOf({ 't.x': '$n' }, { requires: [{ that, says: { en: 'Too small.', zh: '太小。' } }] });
    const told = (n: string): string => renderExplanation(ask(program, 't.x', { n }), 'en');
    expect(told('2')).toMatch(/Requires: n > 1: .* → yes/u);
    expect(told('1')).toMatch(/Requires: Too small. n > 1: .* → no/u);
  });

  test('of a long list what counts is shown rather than what is left out', () => {
    const program = programOf({ 't.x': { sum: '~x', in: '$numbers', where: ['>', '~x', '18'] } });
    const numbers = Array.from({ length: 20 }, (_, i) => String(i + 1));
    const text = renderExplanation(ask(program, 't.x', { numbers }), 'en');
    const shown = [...text.matchAll(/^ +\[(\d+)\]: /gmu)].map(([, place]) => place);
    expect(shown).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '19', '20']);
    expect(text).toContain('8 more');
  });

  test('signs that would move the cursor are shown, not sent', () => {
    const program = programOf({ 't.x': '$word' });
    expect(renderExplanation(ask(program, 't.x', { word: 'a\u001b[2Jb' }), 'en')).not.toContain('\u001b');
  });
});

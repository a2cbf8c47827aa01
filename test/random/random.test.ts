import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { compareWithOracle, type Evaluator } from './differential.ts';
import { edgesOf, randomFacts } from './facts.ts';
import { randomProgram } from './programs.ts';

describe('random programs', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(randomProgram(7)).toEqual(randomProgram(7));
    expect(randomProgram(7)).not.toEqual(randomProgram(8));
  });

  test('are plain JSON, as bundles keep them', () => {
    const program = randomProgram(11);
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
  });

  test('get facts that repeat too', () => {
    const program = randomProgram(3);
    const edges = edgesOf(program);
    expect(randomFacts(program, edges, 5)).toEqual(randomFacts(program, edges, 5));
    expect(randomFacts(program, edges, 5)).not.toEqual(randomFacts(program, edges, 6));
  });
});

describe('a disagreement', () => {
  const liar: Evaluator = (program) => (decision, facts, asking) => {
    const outcome = evaluate(program, decision, facts, asking);
    return outcome.status === 'determined' && outcome.type === 'text' ? { ...outcome, value: 'a lie' } : outcome;
  };
  const thrower: Evaluator = () => () => {
    throw new Error('no evaluator throws');
  };

  test('is told with its seed, small, and with what each said', () => {
    const { disagreement, counts } = compareWithOracle({ liar }, { outcomes: 2_000 });
    expect(counts.outcomes).toBeLessThan(2_000);
    expect(disagreement?.evaluator).toBe('liar');
    expect(disagreement?.report).toMatch(/^seed \d+: liar and the oracle disagree on /);
    expect(disagreement?.report).toContain('"value":"a lie"');
    // One decision without conditions, whose value is plain.
    expect(disagreement?.report.split('\n').length).toBeLessThan(8);
  });

  test('is also that an evaluator throws', () => {
    const { disagreement } = compareWithOracle({ thrower }, { outcomes: 10, shrinking: false });
    expect(disagreement?.report).toContain('no evaluator throws');
  });
});

import type { Program } from '../../engine/ir/program.ts';
import { readFacts, type Facts } from '../../engine/value/facts.ts';
import { smallProgram } from '../emit/sql/corpus.ts';

/** What random programs seldom reach: decisions that are read at two places, flags on their way through decisions, ratios that end. */
export function tellingHandbook(): { readonly program: Program; readonly rows: readonly Facts[] } {
  const so = { question: { en: 'So?', zh: '如何？' }, answer: { en: 'So.', zh: '如此。' }, status: 'proposed' };
  const program = smallProgram('telling', {
    facts: {
      n: { type: 'number', scale: 2 },
      sold: { type: 'money', scale: 2 },
      target: { type: 'money', scale: 2, range: '> 0 CNY' },
    },
    policies: [
      {
        policy: 'p',
        kind: 'formula',
        interpretations: [
          { id: 'first', clause: 'S-1', about: 'doubt', ...so },
          { id: 'second', clause: 'S-1', about: 'doubt', ...so },
        ],
        decisions: {
          twice: { value: 'n * 2' },
          more: { value: 'twice + n' },
          both: { value: 'more + twice' },
          paid: { value: 'round(sold * 3%, 0.01 CNY, half-up)' },
          picked: { choose: [{ when: 'n > 0', value: 'n' }, { otherwise: 3 }] },
          beside: { value: 'picked + n' },
          firm: { choose: [{ when: 'n > 0', value: 'n', 'rests-on': 'second' }, { otherwise: 0 }] },
          rests: { choose: [{ when: 'n > 1', value: 'firm', 'rests-on': 'first' }, { otherwise: 'firm + 1' }] },
        },
      } as { readonly policy: string },
      {
        policy: 'q',
        kind: 'tiers',
        by: 'sold / target',
        mode: 'slab',
        base: 'sold',
        tiers: [
          { in: '< 50%', rate: '0%' },
          { in: '[50% .. 200%)', rate: '2.5%' },
          { in: '>= 200%', rate: '4%' },
        ],
      } as { readonly policy: string },
    ],
  });
  const numbers = ['-3.25', '0', '0.5', '1', '1.5', '20'];
  const sums = ['0 CNY', '0.10 CNY', '50 CNY', '5644.98 CNY', '-12.5 CNY', '3333.33 CNY'];
  const targets = ['100 CNY', '6272.20 CNY', '0.03 CNY', '8 CNY', '12.5 CNY', '9999.99 CNY'];
  const rows = numbers.flatMap((n, i) =>
    sums.map((sold, k) => readFacts(program, { n, sold, target: targets[(i + k) % targets.length] ?? '' })),
  );
  // As a program hands over values that it made itself.
  const written = { is: 'money', digits: '1.50', currency: 'CNY' } as const;
  return {
    program,
    rows: [...rows, { values: { n: { is: 'number', digits: '7.50' }, sold: written, target: written }, unknown: [] }],
  };
}

import { expect, test } from 'vitest';
import fc from 'fast-check';
import { nearestEdges, tryPolicy, type Edges, type Question } from '../../engine/service/index.ts';
import { workspace } from './handbook.ts';

const at = '2026-10-31';
const promoter = 'pay/commission.promoter.yaml';
const target = 'pay/target.yaml';
const pay = 'pay/pay.promoter.yaml';

function asked(path: string, decision: string, facts: Question['facts']): Question {
  return { path, at, decision, facts, sourceOnly: false };
}

function edgesOf(question: Question): Edges {
  const found = nearestEdges(workspace, question);
  if (found === undefined) throw new Error('no decision');
  return found;
}

const inTime = asked(target, 'target.in-time', { 'target.month': '2026-10-01', 'target.set-on': '2026-09-12' });
const performing = asked(pay, 'pay.promoter.performance', { 'plan.completion': '64', 'site.runs-smoothly': 'true' });

/** What is typed at the edges of one fact: below, above, other choices; then the note. */
const cases: readonly (readonly [
  why: string,
  question: Question,
  fact: string,
  typed: readonly string[],
  note?: string,
])[] = [
  [
    'inside a tier',
    asked(promoter, 'commission.promoter.rate', { 'sales.completion': '80' }),
    'sales.completion',
    ['50.99', '81'],
  ],
  [
    'an interpretation that says the same is no edge',
    asked(promoter, 'commission.promoter.rate', { 'sales.completion': '80.5' }),
    'sales.completion',
    ['50.99', '81'],
  ],
  [
    'the last tier',
    asked(promoter, 'commission.promoter.rate', { 'sales.completion': '150' }),
    'sales.completion',
    ['119.99'],
  ],
  [
    'through a computed fact',
    asked(promoter, 'commission.promoter.rate', {
      'sales.ordered': '45000',
      'sales.returned': '5000',
      'sales.target': '50000',
    }),
    'sales.target',
    ['49382.71', '78431.38'],
  ],
  [
    'a value that moves, until another rule',
    performing,
    'plan.completion',
    ['29.99', '100.01'],
    '在此之前，结果随它变化。',
  ],
  ['a date', inTime, 'target.set-on', ['2026-09-30']],
  ['a choice', performing, 'site.runs-smoothly', ['false']],
];

test.each(cases.map(([why, ...rest]) => [why, rest] as const))('%s', (_, [question, fact, typed, note]) => {
  const found = edgesOf(question).facts.find((one) => one.fact === fact);
  expect(found?.edges.map((edge) => edge.typed)).toEqual(typed);
  expect(found?.note?.zh).toBe(note);
});

test('an edge is told with both values and how far away it is', () => {
  const [completion] = edgesOf(asked(promoter, 'commission.promoter.rate', { 'sales.completion': '80' })).facts;
  expect(completion?.edges.map(({ says }) => says.zh)).toEqual([
    '销售目标完成率低于 51% 时，“比率”由 1.5% 变为 1%（相差 29 个百分点）。',
    '销售目标完成率达到 81% 时，“比率”由 1.5% 变为 2%（还差 1 个百分点）。',
  ]);
  expect(completion?.edges[1]?.says.en).toBe(
    'When Completion of the sales target reaches 81%, “Rate” changes from 1.5% to 2% (1 percentage point away).',
  );
});

test('facts that contradict each other have no edges', () => {
  const facts = { 'sales.completion': '80', 'sales.ordered': '45000', 'sales.returned': '5000', 'sales.target': '50' };
  const { facts: found } = edgesOf(asked(promoter, 'commission.promoter.rate', facts));
  expect(found.map(({ edges }) => edges)).toEqual([[], [], [], []]);
});

function outcome(question: Question, fact: string, typed: string): string {
  const tried = tryPolicy(workspace, { ...question, facts: { ...question.facts, [fact]: typed } });
  const [explanation] = tried?.explanations ?? [];
  const { status, value, error } = explanation?.outcome ?? {};
  return `${String(status)} ${value ?? error?.code ?? ''}`;
}

const hundredths = (text: string): number => Math.round(parseFloat(text) * 100);

test('between the edges nothing else comes out, and at an edge something does', () => {
  const completion = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(completion, fc.integer({ min: 0, max: 1_000_000 }), (start, share) => {
      const typed = String(start / 100);
      const question = asked(promoter, 'commission.promoter.rate', { 'sales.completion': typed });
      const here = outcome(question, 'sales.completion', typed);
      const [found] = edgesOf(question).facts;
      const ends = (['below', 'above'] as const).map((side) => found?.edges.find((edge) => edge.side === side)?.typed);
      for (const end of ends) if (end !== undefined) expect(outcome(question, 'sales.completion', end)).not.toBe(here);
      const [low, high] = [
        ends[0] === undefined ? 0 : hundredths(ends[0]) + 1,
        ends[1] === undefined ? 50_000 : hundredths(ends[1]) - 1,
      ];
      const between = low + Math.floor(((high - low) * share) / 1_000_000);
      expect(outcome(question, 'sales.completion', String(between / 100))).toBe(here);
    }),
    { numRuns: 40, seed: 20_261_122 },
  );
});

import { ZenEngine, evaluateExpressionSync, type ZenAnswer } from '@gorules/zen-engine';
import { answerInUnits, floatsOf, rowByRow, rowByRowAwaited, type Floats, type Peer, type Told } from '../peer.ts';

/** One expression that gives the amount and the score; the grade needs the score by its name, so it is a second one. */
const figures = `{
  amount: round(sales * (sales / target < 0.3 ? 0 : sales / target < 0.5 ? 0.02 : sales / target < 0.8 ? 0.03 : sales / target < 1 ? 0.04 : 0.05), 2),
  score: round(s1 * 0.2 + s2 * 0.4 + s3 * 0.2 + s4 * 0.2, 2)
}`;
const band = `score >= 90 ? 'A' : score >= 80 ? 'B' : score >= 60 ? 'C' : 'D'`;

const expression: Peer = {
  name: 'zen-engine, expressions',
  rows: 10_000,
  build: () =>
    rowByRow(
      floatsOf,
      (row): Told => {
        const { amount, score } = evaluateExpressionSync(figures, row) as Told;
        return { amount, score, grade: evaluateExpressionSync(band, { score }) as string };
      },
      answerInUnits,
    ),
};

const table = (id: string, field: string, output: string, rows: readonly (readonly [string, string])[]): object => ({
  id,
  name: id,
  type: 'decisionTableNode',
  content: {
    hitPolicy: 'first',
    passThrough: true,
    executionMode: 'single',
    inputs: [{ id: 'when', name: field, field }],
    outputs: [{ id: 'then', name: output, field: output }],
    rules: rows.map(([when, then], i) => ({ _id: `${id}-${String(i)}`, when, then })),
  },
});

const expressions = (id: string, entries: Readonly<Record<string, string>>): object => ({
  id,
  name: id,
  type: 'expressionNode',
  content: {
    passThrough: true,
    expressions: Object.entries(entries).map(([key, value]) => ({ id: `${id}-${key}`, key, value })),
  },
});

const path = ['request', 'figures', 'rates', 'grades', 'pay', 'response'];

/** The graph that its editor writes: computed figures, a table of rates, a table of grades, the amount. */
const graph = JSON.stringify({
  nodes: [
    { id: 'request', name: 'request', type: 'inputNode', content: {} },
    expressions('figures', {
      completion: 'sales / target',
      score: 'round(s1 * 0.2 + s2 * 0.4 + s3 * 0.2 + s4 * 0.2, 2)',
    }),
    table('rates', 'completion', 'rate', [
      ['< 0.3', '0'],
      ['[0.3..0.5)', '0.02'],
      ['[0.5..0.8)', '0.03'],
      ['[0.8..1)', '0.04'],
      ['>= 1', '0.05'],
    ]),
    table('grades', 'score', 'grade', [
      ['>= 90', "'A'"],
      ['[80..90)', "'B'"],
      ['[60..80)', "'C'"],
      ['< 60', "'D'"],
    ]),
    expressions('pay', { amount: 'round(sales * rate, 2)' }),
    { id: 'response', name: 'response', type: 'outputNode', content: {} },
  ],
  edges: path
    .slice(1)
    .map((target, i) => ({ id: `e${String(i)}`, type: 'edge', sourceId: path[i] ?? '', targetId: target })),
});

const asGraph = (name: string, rows: number, trace: boolean): Peer => ({
  name,
  rows,
  build() {
    const decision = new ZenEngine().createDecision(Buffer.from(graph));
    return rowByRowAwaited<Floats, ZenAnswer>(
      floatsOf,
      (row) => decision.evaluate(row, { trace }),
      ({ result }) => answerInUnits(result as Told),
    );
  },
});

export const peers: readonly Peer[] = [
  expression,
  asGraph('zen-engine, graph', 4_000, false),
  asGraph('zen-engine, graph with trace', 1_000, true),
];

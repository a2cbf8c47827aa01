import { LogicEngine } from 'json-logic-engine';
import { toHundredths } from '../../contender.ts';
import type { Row } from '../../rows.ts';
import { answerInUnits, floatsOf, rowByRow, type Floats, type Peer, type Told } from '../peer.ts';

const fact = (name: string): object => ({ var: name });
const times = (...factors: readonly unknown[]): object => ({ '*': factors });
/** The first of the cases whose condition holds. */
const choose = (...cases: readonly unknown[]): object => ({ if: cases });
const band = (ninety: number, eighty: number, sixty: number): string => {
  const from = (mark: number): object => ({ '>=': [fact('score'), mark] });
  return JSON.stringify(choose(from(ninety), 'A', from(eighty), 'B', from(sixty), 'C', 'D'));
};

interface Rules {
  readonly amount: string;
  readonly score: string;
  readonly grade: string;
}

/** Three rules as they are kept, compiled; the score of the second is a fact of the third. */
const compiled = (
  name: string,
  rules: Rules,
  operator: readonly [name: string, round: (value: number) => number],
  read: (row: Row) => Floats,
  answer: (told: Told) => readonly [number, number, string],
): Peer => ({
  name,
  rows: 50_000,
  build() {
    const engine = new LogicEngine();
    engine.addMethod(operator[0], (args: readonly number[]) => operator[1](args[0] ?? NaN), { deterministic: true });
    const built = (rule: string): ((data: object) => unknown) => engine.build(JSON.parse(rule));
    const [amount, score, grade] = [built(rules.amount), built(rules.score), built(rules.grade)];
    return rowByRow<Floats, Told>(
      read,
      (row) => {
        const points = score(row) as number;
        return { amount: amount(row) as number, score: points, grade: grade({ score: points }) as string };
      },
      answer,
    );
  },
});

const belowPart = (part: number): object => ({ '<': [{ '/': [fact('sales'), fact('target')] }, part] });
const floats: Rules = {
  amount: JSON.stringify({
    cents: [
      times(
        fact('sales'),
        choose(belowPart(0.3), 0, belowPart(0.5), 0.02, belowPart(0.8), 0.03, belowPart(1), 0.04, 0.05),
      ),
    ],
  }),
  score: JSON.stringify({
    cents: [{ '+': [times(fact('s1'), 0.2), times(fact('s2'), 0.4), times(fact('s3'), 0.2), times(fact('s4'), 0.2)] }],
  }),
  grade: band(90, 80, 60),
};

const below = (percent: number): object => ({ '<': [times(fact('sales'), 100), times(fact('target'), percent)] });
/** A whole number of hundredths of the given, the half going up. */
const hundredth = (value: object): object => ({ floor: [{ '/': [{ '+': [times(value, 2), 100] }, 200] }] });
const integers: Rules = {
  amount: JSON.stringify(
    hundredth(times(fact('sales'), choose(below(30), 0, below(50), 2, below(80), 3, below(100), 4, 5))),
  ),
  score: JSON.stringify(
    hundredth({ '+': [times(fact('s1'), 20), times(fact('s2'), 40), times(fact('s3'), 20), times(fact('s4'), 20)] }),
  ),
  grade: band(9000, 8000, 6000),
};

const unitsOf = (row: Row): Floats => {
  const [sales = 0, target = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = row.map(toHundredths);
  return { sales, target, s1, s2, s3, s4 };
};

export const peers: readonly Peer[] = [
  compiled(
    'json-logic-engine, compiled',
    floats,
    ['cents', (value) => Math.round(value * 100) / 100],
    floatsOf,
    answerInUnits,
  ),
  compiled(
    'json-logic-engine over hand-scaled integers',
    integers,
    ['floor', Math.floor],
    unitsOf,
    ({ amount, score, grade }) => [amount, score, grade],
  ),
];

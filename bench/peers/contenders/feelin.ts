import { evaluate } from 'feelin';
import { answerInUnits, floatsOf, rowByRow, type Floats, type Peer, type Told } from '../peer.ts';

/** A boxed context, in which later entries read earlier ones. There is no way to parse it once and evaluate it often. */
const policy = `{
  completion: sales / target,
  rate: if completion < 0.3 then 0
    else if completion < 0.5 then 0.02
    else if completion < 0.8 then 0.03
    else if completion < 1 then 0.04
    else 0.05,
  amount: round half up(sales * rate, 2),
  score: round half up(s1 * 0.2 + s2 * 0.4 + s3 * 0.2 + s4 * 0.2, 2),
  grade: if score >= 90 then "A" else if score >= 80 then "B" else if score >= 60 then "C" else "D"
}`;

export const peers: readonly Peer[] = [
  {
    name: 'feelin',
    rows: 300,
    build: () => rowByRow<Floats, Told>(floatsOf, (row) => evaluate(policy, { ...row }).value as Told, answerInUnits),
  },
];

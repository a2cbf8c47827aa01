import { Environment } from '@marcbachmann/cel-js';
import { toHundredths } from '../../contender.ts';
import { facts } from '../../names.ts';
import type { Row } from '../../rows.ts';
import { answerInUnits, floatsOf, rowByRow, type Floats, type Peer, type Told } from '../peer.ts';

type Whole = Readonly<Record<(typeof facts)[number], bigint>>;

const wholeOf = (row: Row): Whole =>
  Object.fromEntries(facts.map((fact, i) => [fact, BigInt(toHundredths(row[i] ?? ''))])) as unknown as Whole;

const grade = (ninety: string, eighty: string, sixty: string): string =>
  `score >= ${ninety} ? "A" : score >= ${eighty} ? "B" : score >= ${sixty} ? "C" : "D"`;

interface WholeTold {
  readonly amount: bigint;
  readonly score: bigint;
  readonly grade: string;
}

/** Whole cents and hundredths: the host scales, and whoever writes the policy multiplies both sides by hand. CEL divides towards zero. */
const scaled: Peer = {
  name: 'cel-js over hand-scaled integers',
  rows: 50_000,
  build() {
    const environment = facts.reduce((env, fact) => env.registerVariable(fact, 'int'), new Environment());
    const amount = environment.parse(
      `(sales * (sales * 100 < target * 30 ? 0 : sales * 100 < target * 50 ? 2 : sales * 100 < target * 80 ? 3 : sales * 100 < target * 100 ? 4 : 5) * 2 + 100) / 200`,
    );
    const score = environment.parse(`((s1 * 20 + s2 * 40 + s3 * 20 + s4 * 20) * 2 + 100) / 200`);
    const band = new Environment().registerVariable('score', 'int').parse(grade('9000', '8000', '6000'));
    return rowByRow<Whole, WholeTold>(
      wholeOf,
      (row) => {
        const points = score(row) as bigint;
        return { amount: amount(row) as bigint, score: points, grade: band({ score: points }) as string };
      },
      (told) => [Number(told.amount), Number(told.score), told.grade],
    );
  },
};

/** As one would write it first: doubles, and a function of the host's for the rounding that the language lacks. */
const naive: Peer = {
  name: 'cel-js over doubles',
  rows: 50_000,
  build() {
    const environment = facts
      .reduce((env, fact) => env.registerVariable(fact, 'double'), new Environment())
      .registerFunction('cents(double): double', (value: number) => Math.round(value * 100) / 100);
    const amount = environment.parse(
      `cents(sales * (sales / target < 0.3 ? 0.0 : sales / target < 0.5 ? 0.02 : sales / target < 0.8 ? 0.03 : sales / target < 1.0 ? 0.04 : 0.05))`,
    );
    const score = environment.parse(`cents(s1 * 0.2 + s2 * 0.4 + s3 * 0.2 + s4 * 0.2)`);
    const band = new Environment().registerVariable('score', 'double').parse(grade('90.0', '80.0', '60.0'));
    return rowByRow<Floats, Told>(
      floatsOf,
      (row) => {
        const points = score(row) as number;
        return { amount: amount(row) as number, score: points, grade: band({ score: points }) as string };
      },
      answerInUnits,
    );
  },
};

export const peers: readonly Peer[] = [scaled, naive];

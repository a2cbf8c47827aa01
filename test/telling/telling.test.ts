import { expect, test } from 'vitest';
import { integersExplained } from '../../bench/contenders/by-hand-explained.ts';
import { benchProgram, decisions, factsOf } from '../../bench/policy.ts';
import { makeRows } from '../../bench/rows.ts';
import { session } from '../../engine/evaluate/evaluate.ts';
import { questions } from '../../engine/telling/questions.ts';
import { tellingsOf } from '../../engine/telling/tellings.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { randomProgram } from '../random/programs.ts';
import { alike, alikeOf } from './alike.ts';
import { tellingHandbook } from './handbook.ts';

test('random programs are explained as the walk explains them', { timeout: 60_000 }, () => {
  let compared = 0;
  let told = 0;
  for (let seed = 1; compared < 1_500; seed += 1) {
    const program = randomProgram(seed);
    const one = alike(
      (_, facts) => {
        const asked = questions(program, facts);
        return {
          explain: (decision, on) => {
            if (tellingsOf(program)(decision, asked, facts.values) !== undefined) told += 1;
            return asked.explain(decision, on);
          },
        };
      },
      program,
      8,
      seed,
    );
    expect(one.difference).toBeUndefined();
    compared += one.compared;
  }
  // What always asks the walk would always agree.
  expect(told / compared).toBeGreaterThan(0.15);
});

test('what random programs seldom reach is explained alike', () => {
  const { program, rows } = tellingHandbook();
  expect(alikeOf(questions, program, rows).difference).toBeUndefined();
});

const program = benchProgram();
const rows = makeRows(200).map((row) => ({ row, facts: readFacts(program, factsOf(row)) }));
const byTheWalk = rows.map(({ facts }) => decisions.map((name) => session(program, facts).explain(name)));

test('the decisions of the benchmark are told without the walk', () => {
  const tells = tellingsOf(program);
  for (const [i, { facts }] of rows.entries()) {
    const told = decisions.map((name) => tells(name, facts, facts.values));
    expect(JSON.stringify(told)).toBe(JSON.stringify(byTheWalk[i]?.map(({ explanation }) => explanation)));
  }
});

test('the explanations by hand that it is measured against are the very same', () => {
  const byHand = integersExplained(program);
  for (const [i, { row }] of rows.entries()) {
    const told = JSON.stringify(byHand.explanations(row));
    expect(told).toBe(JSON.stringify(byTheWalk[i]?.map(({ explanation }) => explanation)));
  }
});

test('questions do not take what another one found', () => {
  const [one, other] = [rows[1], rows[2]].map((row) => questions(program, row?.facts ?? { values: {}, unknown: [] }));
  const [amount, score] = decisions;
  expect(one?.explain(amount)).toEqual(byTheWalk[1]?.[0]);
  expect(other?.explain(score)).toEqual(byTheWalk[2]?.[1]);
  expect(one?.explain(score)).toEqual(byTheWalk[1]?.[1]);
  expect(other?.explain(amount)).toEqual(byTheWalk[2]?.[0]);
});

test('what is asked by the source alone, or by someone who listens to each node, is walked', () => {
  const facts = rows[1]?.facts ?? { values: {}, unknown: [] };
  let nodes = 0;
  const listened = questions(program, facts, { watch: () => (nodes += 1) });
  expect(listened.explain(decisions[0])).toEqual(byTheWalk[1]?.[0]);
  expect(nodes).toBeGreaterThan(0);
  const alone = questions(program, facts, { sourceOnly: true }).explain(decisions[0]);
  expect(alone).toEqual(session(program, facts, { sourceOnly: true }).explain(decisions[0]));
});

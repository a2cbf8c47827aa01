import type { Program } from '../engine/ir/program.ts';
import { readFacts } from '../engine/value/facts.ts';
import { oracle } from '../test/oracle/oracle.ts';
import { answerOf } from './contender.ts';
import { decisions, factsOf } from './policy.ts';
import type { Answer, Row } from './rows.ts';

/** What the oracle says of a row. */
export function rightAnswer(program: Program, row: Row): Answer {
  const given = readFacts(program, factsOf(row));
  return answerOf(decisions.map((decision) => oracle(program, decision, given).value));
}

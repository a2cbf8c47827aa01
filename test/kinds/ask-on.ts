import { expect } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import type { Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts, type RawFacts } from '../../engine/value/facts.ts';
import { readValue } from '../../engine/value/read.ts';
import { oracle } from '../oracle/oracle.ts';
import { inALine } from './ask.ts';

/** What all three evaluators say of a decision that is asked about something. */
export function askOn(
  handbook: Handbook,
  decision: string,
  given: RawFacts,
  about?: string,
  at = '2026-10-31',
): string {
  const program = link(handbook, { at });
  const facts = readFacts(program, given);
  expect(facts.unknown.map(({ message }) => message.en)).toEqual([]);
  const [taken] = program.decisions[decision]?.takes ?? [];
  const on = taken === undefined || about === undefined ? {} : { on: readValue(about, taken.type, program) };
  const [one, ...others] = [
    evaluate(program, decision, facts, { sourceOnly: false, ...on }),
    compile(program).evaluate(decision, facts, { sourceOnly: false, ...on }),
    oracle(program, decision, facts, { sourceOnly: false, ...on }),
  ].map(inALine);
  for (const other of others) expect(other).toBe(one);
  return one ?? '';
}

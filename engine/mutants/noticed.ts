import { comparedOutcomes } from '../cases/run.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Program } from '../ir/program.ts';
import type { Handbook } from '../program/handbook.ts';
import { mutatedProgram } from './mutated.ts';
import type { Mutant } from './mutant.ts';
import { casesThrough, type Passages, type Witnessing } from './passages.ts';

/** The first case that fails when the mutant's change is made; undefined when all of them hold. */
export function noticedBy(mutant: Mutant, passages: Passages, handbook: Handbook): Witnessing | undefined {
  const programs = new Map<Program, Program>();
  for (const [witnessing, asks] of casesThrough(mutant, passages)) {
    const { question, program, facts } = witnessing;
    const changed = programs.get(program) ?? mutatedProgram(mutant, program, handbook);
    programs.set(program, changed);
    const outcomes = witnessing.asks.map(({ options, outcome }, i) => {
      const decision = question.asked[i]?.decision;
      return asks.has(i) && decision !== undefined ? evaluate(changed, decision, facts, options) : outcome;
    });
    if (comparedOutcomes(question, outcomes, changed).some(({ differences }) => differences.length > 0))
      return witnessing;
  }
  return undefined;
}

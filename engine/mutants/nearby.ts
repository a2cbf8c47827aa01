import { evaluate } from '../evaluate/evaluate.ts';
import type { Outcome } from '../ir/outcome.ts';
import { partsOf } from '../ir/parts.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { nodes } from '../ir/walk.ts';
import type { Handbook } from '../program/handbook.ts';
import { readFacts } from '../value/facts.ts';
import type { Noticing } from './differs.ts';
import { mutatedProgram } from './mutated.ts';
import type { Mutant } from './mutant.ts';
import { casesThrough, type Passages } from './passages.ts';
import { rawOfValue } from './raw-value.ts';
import { variants } from './variants.ts';

// A few seconds at most, for what no proof decides.
const mostTries = 4000;

/** Facts like those of a case that goes through the mutant, with one of them changed, for which it answers differently. */
export function noticingNearby(mutant: Mutant, passages: Passages, handbook: Handbook): Noticing | undefined {
  const written = literalsIn(mutant);
  const programs = new Map<Program, Program>();
  const tries = { left: mostTries };
  for (const [{ question, program, facts }, asks] of casesThrough(mutant, passages)) {
    const changed = programs.get(program) ?? mutatedProgram(mutant, program, handbook);
    programs.set(program, changed);
    const decisions = new Set(
      [...asks].flatMap((i) => {
        const { decision = '', on, sourceOnly } = question.asked[i] ?? {};
        return on === undefined && sourceOnly !== true ? [decision] : [];
      }),
    );
    for (const [name, value] of Object.entries(facts.values)) {
      for (const variant of variants(value, written, program)) {
        const values = { ...facts.values, [name]: variant };
        for (const decision of decisions) {
          if (tries.left-- < 0) return undefined;
          if (!differs(decision, values, program, changed)) continue;
          const given = readFacts(
            program,
            Object.fromEntries(Object.entries(values).map(([each, one]) => [each, rawOfValue(one, program)])),
          );
          const isUsable = Object.values(given.values).every(({ is }) => is !== 'invalid');
          if (isUsable && differs(decision, given.values, program, changed)) {
            const parameters = [...question.set.keys()].flatMap((each) => program.parameters[each] ?? []);
            return { decision, at: question.at, facts: given.values, parameters };
          }
        }
      }
    }
  }
  return undefined;
}

/** The values that the changed decisions write down: what is near them is likeliest to tell the two apart. */
function literalsIn({ decisions }: Mutant): readonly Value[] {
  return [...decisions].flatMap((pair) =>
    pair
      .flatMap(partsOf)
      .flatMap((part) => [...nodes(part)].flatMap((node) => (node.op === 'literal' ? [node.value] : []))),
  );
}

function differs(decision: string, values: Readonly<Record<string, Value>>, before: Program, after: Program): boolean {
  const facts = { values, unknown: [] };
  return told(evaluate(before, decision, facts)) !== told(evaluate(after, decision, facts));
}

/** All that a case can expect of an outcome. */
function told({ status, value, flags, reasons, error }: Outcome): string {
  return JSON.stringify([status, value, flags, reasons.map(({ text: _text, ...reason }) => reason), error?.code]);
}

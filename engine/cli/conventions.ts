import type { Explanation } from '../evaluate/explanation.ts';
import type { Interpretation, Program } from '../ir/program.ts';
import { clauseIdsIn } from './clauses.ts';
import { sourceInWords } from './outcome-words.ts';
import { say, type Call } from './verb.ts';

/**
 * The ordinary readings that bear on an answer: those of the policies that it went through, and the handbook's own about a
 * clause that it cites or about no clause at all. They flag nothing, so that nobody would see them otherwise.
 */
export function conventionsFor(explanation: Explanation, { interpretations }: Program): readonly Interpretation[] {
  const policies = new Set(policiesIn(explanation));
  const cited = new Set(clauseIdsIn(explanation));
  return Object.values(interpretations).filter(({ id, about, clauses }) => {
    if (about !== 'convention') return false;
    const policy = id.slice(0, id.indexOf('#'));
    if (policy !== 'handbook') return policies.has(policy);
    return clauses.length === 0 || clauses.some((clause) => cited.has(clause));
  });
}

/** Everywhere in an explanation a policy is named by this key, as a name or as its head. */
function* policiesIn(part: unknown): Generator<string, void, undefined> {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'policy' && typeof value === 'string') yield value;
    else yield* policiesIn(value);
  }
}

export function printConventions(conventions: readonly Interpretation[], call: Call): void {
  if (conventions.length === 0) return;
  const { language, colours } = call;
  say(call, `\n${colours.bold({ en: 'Ordinary readings (conventions)', zh: '通常理解（惯例）' }[language])}`);
  for (const convention of conventions) {
    say(call, `  ${convention.id} ${colours.dim(sourceInWords(convention, language))}`);
    say(call, `    ${convention.question[language]}`);
    say(call, `    → ${convention.answer[language]}`);
  }
}

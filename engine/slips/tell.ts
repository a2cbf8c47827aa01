import type { Explanation } from '../evaluate/explanation.ts';
import type { Interpretation } from '../ir/program.ts';
import { conventionsFor } from '../evaluate/conventions.ts';
import { sentences } from '../evaluate/render-words.ts';
import type { Language } from '../diagnostic/diagnostic.ts';
import { linesOf } from './lines.ts';
import { inBrackets } from './words.ts';
import { readableIn } from './readable.ts';
import type { Line, Note, Part, Slip, SlipSource } from './slip.ts';
import { summandLines } from './summand-lines.ts';
import { clausesOf, marksOf, partKey, reasonsOf, type Open, type Telling } from './telling.ts';

/** The slip of one person in one language. */
export function slipIn(source: SlipSource, language: Language): Slip {
  const { program, clauses, explanations, handbook, person, when } = source;
  const telling: Telling = {
    program,
    clauses,
    language,
    say: sentences[language],
    readable: readableIn(program, language),
    notes: [],
    numbers: new Map(),
    policies: new Map(),
    cited: new Set(),
    part: (explanation, number, reader) => tellPart(explanation, number, reader, telling),
  };
  const results = explanations.map((explanation, i) => telling.part(explanation, String(i + 1), undefined));
  // Readings of clauses that no part cites, and of none at all, do not matter here.
  const conventions = conventionsFor(explanations, program).filter(({ clauses: about }) =>
    about.some((clause) => telling.cited.has(clause)),
  );
  const note = (interpretation: Interpretation): Note => noteOf(interpretation, telling);
  return {
    language,
    handbook: handbook[language],
    revision: program.revision,
    person,
    when,
    isPay: explanations.some(({ outcome }) => outcome.type.startsWith('money(')),
    results,
    notes: telling.notes.flatMap((id) => program.interpretations[id] ?? []).map(note),
    conventions: conventions.map(note),
    policies: [...telling.policies.values()],
  };
}

/** One decision as a part; `reader` is the policy of the part above, whose version needs no second mention. */
function tellPart(explanation: Explanation, number: string, reader: string | undefined, telling: Telling): Part {
  const { outcome, title, on, policy, steps } = explanation;
  const { language, readable, say } = telling;
  const key = partKey(outcome.decision, on);
  const known = telling.numbers.get(key);
  telling.numbers.set(key, known ?? number);
  if (policy !== undefined) telling.policies.set(`${policy.policy} ${policy.version}`, policy);
  const open: Open = { number, parts: [] };
  const marks = marksOf(outcome.flags, telling);
  const lines: readonly Line[] =
    known === undefined
      ? linesOf(steps, outcome.policy, open, telling)
      : [{ sort: 'quiet', text: say.seeAbove, see: known }];
  return {
    number,
    decision: outcome.decision,
    title: on === undefined ? title[language] : `${title[language]}${inBrackets(readable.text(on), language)}`,
    status: outcome.status,
    result:
      outcome.status === 'determined' ? readable.value(outcome.value ?? '', outcome.type) : say.status[outcome.status],
    reasons: reasonsOf(outcome, telling),
    marks,
    ...(policy === undefined || policy.policy === reader ? {} : { policy }),
    clauses: clausesOf(outcome.cites, telling),
    lines,
    parts: open.parts,
    summands: summandLines(explanation, telling),
  };
}

function noteOf({ id, about, question, answer, status, clauses }: Interpretation, telling: Telling): Note {
  const { language } = telling;
  const said = { question: question[language], answer: answer[language] };
  return { id, about, ...said, status, clauses: clausesOf(clauses, telling) };
}

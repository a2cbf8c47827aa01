import { conventionsFor } from '../evaluate/conventions.ts';
import { contradictionsFor } from '../evaluate/contradictions.ts';
import { explain } from '../evaluate/evaluate.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import { renderExplanation } from '../evaluate/render.ts';
import { answerTo } from './answer.ts';
import { fromBundle } from './bundle.ts';
import { printContradictions } from './contradictions.ts';
import { printConventions } from './conventions.ts';
import { clausesIn, type ClauseTitles } from './clauses.ts';
import { factsOption } from './eval.ts';
import { renderColours } from './findings.ts';
import { momentInWords } from './handbook.ts';
import { printJson } from './json.ts';
import { askedOf, factsOf, factsText, readyToAnswer } from './question.ts';
import { alignTable } from './table.ts';
import { isRefusal, remark, say, type Call, type Refusal, type Verb } from './verb.ts';

export const explanation: Verb = {
  about: {
    en: 'Tell how a decision came about: what was read, which rule held, how it was reckoned and rounded, and the clauses behind it.',
    zh: '说明决定的由来：读取了什么，适用哪条规则，如何计算和取整，依据哪些条款。',
  },
  takes: {
    form: '<decision>',
    says: { en: 'a name such as commission.head.amount, or "NAME on VALUE"', zh: '决定的名称，或“名称 on 取值”' },
  },
  options: [factsOption, ...fromBundle],
  examples: [
    'bylaw explain commission.head.amount --facts october.json --at 2026-10-31 --lang zh',
    'bylaw explain commission.head.amount --bundle handbook.bundle --key office.pub.json --facts october.json',
  ],
  run: explainDecision,
};

async function explainDecision(call: Call): Promise<number | Refusal> {
  const { language, options, names } = call;
  const given = factsText(call);
  const ready = await readyToAnswer(call);
  if (isRefusal(ready)) return ready;
  const asked = askedOf(names[0] ?? '', ready.program);
  if (isRefusal(asked)) return asked;
  const facts = await factsOf(given, ready.program);
  if (isRefusal(facts)) return facts;
  const { sourceOnly = false, json = false } = options;
  const question = { sourceOnly, ...(asked.on === undefined ? {} : { on: asked.on }) };
  const { explanation: found } = explain(ready.program, asked.decision, facts, question);
  // Only the answer knows why the file of a policy could not be read.
  const told = { ...found, outcome: answerTo(asked, facts, ready, { sourceOnly }) };
  const conventions = conventionsFor([told], ready.program);
  const contradictions = contradictionsFor([told], ready.program);
  // A bundle holds no registers, so that its clauses have no titles.
  const { loaded } = ready;
  const parts = [told, ...conventions, ...contradictions];
  const clauses = loaded === undefined ? {} : clausesIn(parts, loaded.handbook);
  if (json) {
    if (ready.moment.isToday) remark(call, momentInWords(call, ready.moment));
    printJson({ ...told, conventions, contradictions, clauses }, call);
  } else {
    say(call, `${momentInWords(call, ready.moment)[language]}\n`);
    printExplanation(told, clauses, call);
    printContradictions(contradictions, clauses, call);
    printConventions(conventions, call);
  }
  return told.outcome.status === 'error' ? 1 : 0;
}

/** An explanation in words, with the titles of the clauses that it names. */
export function printExplanation(told: Explanation, clauses: ClauseTitles, call: Call): void {
  const { language, colours } = call;
  say(call, renderExplanation(told, language, renderColours(colours)).trimEnd());
  const titles = Object.entries(clauses).map(([id, title]) => [{ text: `  ${id}` }, { text: title[language] }]);
  if (titles.length > 0) {
    say(call, `\n${colours.bold({ en: 'Clauses', zh: '条款' }[language])}`);
    for (const line of alignTable(titles)) say(call, line);
  }
}

import type { Contradicted } from '../evaluate/contradictions.ts';
import type { ClauseTitles } from './clauses.ts';
import { say, type Call } from './verb.ts';

/** What other parts of the handbook say about the same, for people. */
export function printContradictions(found: readonly Contradicted[], clauses: ClauseTitles, call: Call): void {
  if (found.length === 0) return;
  const { language, colours } = call;
  const heading = { en: 'Other parts of the handbook say otherwise', zh: '手册其他部分另有规定' };
  say(call, `\n${colours.bold(heading[language])}`);
  for (const { id, says, here, elsewhere } of found) {
    say(call, `  ${id}: ${says[language]}`);
    for (const { policy, clause, title } of elsewhere.length === 0 ? here : elsewhere) {
      const clauseTitle = clauses[clause]?.[language];
      const named = clauseTitle === undefined ? clause : `${clause} ${clauseTitle}`;
      say(call, `    → ${named} ${colours.dim(`· ${title[language]} (${policy})`)}`);
    }
  }
}

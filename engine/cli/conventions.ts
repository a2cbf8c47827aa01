import type { Interpretation } from '../ir/program.ts';
import { sourceInWords } from './outcome-words.ts';
import { say, type Call } from './verb.ts';

/** The ordinary readings behind an answer, for people. */
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

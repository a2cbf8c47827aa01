import { textOf } from '../tables/cell.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { AnsweredRow } from './ask-rows.ts';
import { notesOf, outcomeColour, outcomeInWord, whyNoValue, type Notes } from './outcome-words.ts';
import type { Asked, Ready } from './question.ts';
import { alignTable, type Cell } from './table.ts';
import { say, type Call } from './verb.ts';

/** Rows as a table for people: what each is called, what came of each decision, and below what the marks mean. */
export function printRows(rows: readonly AnsweredRow[], asked: readonly Asked[], call: Call, { program }: Ready): void {
  const { language, colours } = call;
  const notes = notesOf(program, language, colours);
  const decisions = asked.map(({ decision }) => program.decisions[decision]);
  const policies = decisions.flatMap((decision, i): readonly Cell[] => {
    const isSame = i > 0 && decision?.policy === decisions[i - 1]?.policy;
    const text = isSame ? '' : (program.policies[decision?.policy ?? '']?.title[language] ?? '');
    return [{ text, spills: true, paint: colours.bold }, blank];
  });
  const outputs = decisions.flatMap((decision, i): readonly Cell[] => [
    { text: decision?.title[language] ?? asked[i]?.written ?? '', align: 'right', paint: colours.dim },
    blank,
  ]);
  const body = rows.map(({ row, outcomes }): readonly Cell[] => [
    { text: textOf(row.cells[0] ?? '') },
    ...outcomes.flatMap((outcome) => outcomeCells(outcome, notes, call)),
  ]);
  for (const line of alignTable([[blank, ...policies], [blank, ...outputs], ...body])) say(call, line);
  printBelow(rows, notes, call);
}

const blank: Cell = { text: '' };

function outcomeCells(outcome: Outcome, notes: Notes, { language, colours }: Call): readonly Cell[] {
  return [
    { text: outcomeInWord(outcome, language), align: 'right', paint: outcomeColour(outcome, colours) },
    { text: notes.mark(outcome.flags), paint: colours.dim },
  ];
}

/** Why rows have no value, in words, and the interpretations that values rest on. */
function printBelow(rows: readonly AnsweredRow[], notes: Notes, call: Call): void {
  const reasons = rows.map(({ row, outcomes }) => ({
    name: textOf(row.cells[0] ?? ''),
    whys: [...new Set(outcomes.flatMap((outcome) => whyNoValue(outcome, call.language)))],
  }));
  const cells = reasons.flatMap(({ name, whys }) =>
    whys.map((why, i): readonly Cell[] => [{ text: i === 0 ? name : '' }, { text: why }]),
  );
  for (const lines of [alignTable(cells), notes.lines()]) {
    if (lines.length > 0) say(call, `\n${lines.join('\n')}`);
  }
}

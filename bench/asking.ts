import { answerOf, type Contender } from './contender.ts';
import { decisions, factsOf } from './names.ts';

export type Ask = (decision: string, facts: Readonly<Record<string, string>>) => { readonly value?: string };

/** Each decision of a row by itself, names and texts in and a whole outcome out: as an application asks. */
export const asking =
  (ask: Ask): Contender['prepare'] =>
  (rows) => {
    const given = rows.map(factsOf);
    const values: (readonly (string | undefined)[])[] = [];
    return {
      run() {
        for (const [i, facts] of given.entries()) values[i] = decisions.map((decision) => ask(decision, facts).value);
      },
      answer: (i) => answerOf(values[i] ?? []),
    };
  };

import type { Term } from './smt.ts';

type Sort = 'Bool' | 'Int' | 'Real';

/** A question to the solver while it is written: names for terms, so that a term that is used twice is written once. */
export interface Script {
  /** A name for the term. */
  define(sort: Sort, term: Term): Term;
  /** Something that can have any value. */
  unknown(sort: Sort): Term;
  /** Holds whatever is asked. */
  always(term: Term): void;
  text(): string;
}

export function script(): Script {
  const lines: string[] = [];
  let count = 0;
  const next = (): Term => `n${(count += 1)}`;
  return {
    define(sort, term) {
      if (!term.startsWith('(') || term.length < 12) return term;
      const name = next();
      lines.push(`(define-fun ${name} () ${sort} ${term})`);
      return name;
    },
    unknown(sort) {
      const name = next();
      lines.push(`(declare-const ${name} ${sort})`);
      return name;
    },
    always: (term) => lines.push(`(assert ${term})`),
    text: () => lines.join('\n'),
  };
}

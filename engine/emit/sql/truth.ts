import { call, certain, chained, no, pick, sql, yes, type Term } from './term.ts';

/** Conditions in SQL's own three-valued logic, which is that of the handbook: NULL is undetermined. */

export function and(...terms: readonly Term[]): Term {
  return joined('AND', false, terms);
}

export function or(...terms: readonly Term[]): Term {
  return joined('OR', true, terms);
}

function joined(word: 'AND' | 'OR', decides: boolean, terms: readonly Term[]): Term {
  if (terms.some(({ always }) => always === decides)) return decides ? yes : no;
  const left = unique(terms.filter(({ always }) => always !== !decides));
  const [only] = left;
  if (only === undefined) return decides ? no : yes;
  return left.length === 1 ? only : chained(word, left);
}

function unique(terms: readonly Term[]): readonly Term[] {
  return [...new Map(terms.map((term) => [term.text, term])).values()];
}

export function not(term: Term): Term {
  if (typeof term.always === 'boolean') return term.always ? no : yes;
  return sql`NOT ${term}`;
}

/** Surely true: NULL is not. */
export function surely(term: Term): Term {
  return term.open ? certain(call`COALESCE(${{ ...term, closed: true }}, FALSE)`) : term;
}

/** Surely false: NULL is not. */
export function surelyNot(term: Term): Term {
  return term.open ? certain(sql`NOT COALESCE(${{ ...term, closed: true }}, TRUE)`) : not(term);
}

export function isOpen(term: Term): Term {
  if (term.always === null) return yes;
  return term.open ? certain(sql`${term} IS NULL`) : no;
}

export function isKnown(term: Term): Term {
  if (term.always === null) return no;
  return term.open ? certain(sql`${term} IS NOT NULL`) : yes;
}

/** The term where the condition is true, else NULL. */
export function only(when: Term, then: Term, nothing: Term): Term {
  return pick([{ when, then }], nothing);
}

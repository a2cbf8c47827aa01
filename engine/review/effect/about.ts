import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import { lies } from '../../program/check-subjects.ts';
import { subjectsOf } from '../../program/symbols.ts';
import type { Stretch } from '../diff/states.ts';
import type { TableReading } from '../../tables/given.ts';
import { factsReadBy } from './needs.ts';

/** What several rows of a table may share: the department of people. */
export interface Wider {
  readonly subject: string;
  readonly title: Texts;
}

/**
 * What a decision is about (the innermost subject of its facts, semantics 2.5), where that is something wider than what the rows
 * are about (the innermost of the facts that they give); undefined where each row is asked about itself. Both sides tell what
 * it is about: on one of them there may be no such decision, or none that can be read.
 */
function widerThanRows(decision: string, { before, after }: Stretch, given: ReadonlySet<string>): Wider | undefined {
  const { vocabularies } = after.handbook.sources;
  const within = subjectsOf(vocabularies);
  const facts = { ...before.program.facts, ...after.program.facts };
  const read = [before, after].flatMap(({ program }) => factsReadBy(program, decision));
  const rows = innermost([...given], facts, within);
  const about = innermost(read, facts, within);
  if (rows === undefined || about === undefined || rows === about || !lies(rows, about, within)) return undefined;
  const declared = vocabularies.flatMap(({ value }) => value.subjects ?? []).find(({ key }) => key.text === about);
  return { subject: about, title: declared?.value.title ?? { en: about, zh: about } };
}

/** How a decision is asked of rows that may share what it is about, and by which of their columns. */
export function sharingOf(
  decision: string,
  stretch: Stretch,
  given: ReadonlySet<string>,
  { subjects = [] }: Pick<TableReading, 'subjects'>,
): { readonly wider?: Wider; readonly onceBy?: string } {
  const wider = widerThanRows(decision, stretch, given);
  const column = subjects.find(({ subject }) => subject === wider?.subject)?.header;
  return wider === undefined ? {} : { wider, ...(column === undefined ? {} : { onceBy: column }) };
}

/** The subject that lies within all others; undefined where there is none. */
function innermost(
  names: readonly string[],
  facts: Program['facts'],
  within: ReadonlyMap<string, string | undefined>,
): string | undefined {
  const subjects = [
    ...new Set(names.flatMap((name) => (Object.hasOwn(facts, name) ? (facts[name]?.subject ?? []) : []))),
  ];
  return subjects.find((one) => subjects.every((other) => lies(one, other, within)));
}

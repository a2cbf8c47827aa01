import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Contradiction, Program } from '../ir/program.ts';
import type { Register } from '../kinds/documents/register.ts';
import { interpretationsIn, type InterpretationEntry } from '../ledger/interpretations.ts';
import { writtenIn } from '../program/written.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import { versionAt } from '../program/timeline.ts';
import { examplesOf, type Examples } from './examples.ts';
import { fileNames } from './file-names.ts';
import { peopleOf, type People } from './people.ts';
import { namesOf } from './names-of.ts';
import type { Named } from './words/names.ts';

/** A policy with all of its versions, and the one that its own page shows. */
export interface PolicyPages {
  readonly name: string;
  /** In force on the day; else the newest. */
  readonly main: Version;
  /** Newest first. */
  readonly versions: readonly Version[];
}

export interface ClauseEntry {
  readonly clause: Register['clauses'][number];
  readonly source: string;
  /** `O-1` of `O-1.3.3a`. */
  readonly part: string;
}

/** All that pages look up, worked out once for both languages. */
export interface Book {
  readonly handbook: Handbook;
  /** Linked on the day, for what values are called. */
  readonly program: Program;
  readonly title: Texts;
  readonly at: string;
  /** In the order of their names. */
  readonly policies: readonly PolicyPages[];
  readonly byName: ReadonlyMap<string, PolicyPages>;
  readonly files: ReadonlyMap<Version, string>;
  readonly names: ReadonlyMap<string, Named>;
  readonly people: People;
  readonly clauses: ReadonlyMap<string, ClauseEntry>;
  /** By clause: the newest versions that cite it. */
  readonly citing: ReadonlyMap<string, readonly Version[]>;
  readonly interpretations: readonly InterpretationEntry[];
  readonly interpretationIds: ReadonlySet<string>;
  readonly contradictions: readonly Contradiction[];
  readonly examples: Examples;
  /** By clause: the interpretations that are about it. */
  readonly aboutClause: ReadonlyMap<string, readonly InterpretationEntry[]>;
}

/** Reads a handbook as a book on a day. */
export function bookOf(handbook: Handbook, at: string): Book {
  const program = link(handbook, { at });
  const policies = [...handbook.versions]
    .flatMap(([name, versions]): readonly PolicyPages[] => {
      const main = versionAt(versions, at) ?? versions[0];
      return main === undefined ? [] : [{ name, main, versions }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = fileNames(policies);
  const interpretations = interpretationsIn(handbook);
  const mains = policies.map(({ main }) => main);
  return {
    handbook,
    program,
    title: handbook.manifest?.title ?? { en: program.handbook, zh: program.handbook },
    at,
    policies,
    byName: new Map(policies.map((one) => [one.name, one])),
    files,
    names: namesOf(handbook, policies, files),
    people: peopleOf(mains),
    clauses: clausesOf(handbook),
    citing: citingOf(mains),
    interpretations,
    interpretationIds: new Set(interpretations.map(({ id }) => id)),
    contradictions: handbook.contradictions,
    examples: examplesOf(handbook),
    aboutClause: aboutOf(interpretations),
  };
}

/** What a part of a source is called: by the rule set that comes from it. */
export function partTitle(part: string, { handbook }: Book): Texts | undefined {
  const [source, number] = part.split('-');
  return handbook.manifest?.scopes.find(
    ({ value }) => value.source.text === source && value.part !== undefined && String(value.part) === number,
  )?.value.title;
}

function clausesOf({ sources }: Handbook): ReadonlyMap<string, ClauseEntry> {
  return new Map(
    sources.registers.flatMap(({ value }) =>
      value.clauses.map((clause): [string, ClauseEntry] => {
        const part = clause.id.text.replace(/\..*$/, '');
        return [clause.id.text, { clause, source: value.source.text, part }];
      }),
    ),
  );
}

function citingOf(versions: readonly Version[]): ReadonlyMap<string, readonly Version[]> {
  const found = new Map<string, Set<Version>>();
  for (const version of versions) {
    for (const clause of citedIn(version.read.policy)) {
      found.set(clause, (found.get(clause) ?? new Set<Version>()).add(version));
    }
  }
  return new Map([...found].map(([clause, citing]) => [clause, [...citing]]));
}

/** Every clause that a part of a file as it was read cites. */
export function citedIn(part: unknown): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const { key, value } of writtenIn(part)) {
    if (key !== 'cites' || !Array.isArray(value)) continue;
    for (const one of value as readonly { readonly text?: unknown }[]) {
      if (typeof one.text === 'string') cited.add(one.text);
    }
  }
  return cited;
}

function aboutOf(interpretations: readonly InterpretationEntry[]): ReadonlyMap<string, readonly InterpretationEntry[]> {
  const found = new Map<string, InterpretationEntry[]>();
  for (const entry of interpretations) {
    for (const clause of entry.interpretation.clauses) found.set(clause, [...(found.get(clause) ?? []), entry]);
  }
  return found;
}

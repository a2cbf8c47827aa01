import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Decision } from '../ir/program.ts';
import type { Edition } from '../program/edition.ts';
import type { Later } from '../program/later.ts';
import type { Span } from '../source/span.ts';
import type { EditionEntry, PolicyPart, ReadByOthers } from './parts.ts';

/** A policy's section, read once; or why it cannot be read. */
export type ReadPart = () => { readonly part: PolicyPart } | { readonly diagnostic: Diagnostic };

/** An edition whose section is read when it is needed: a host that asks ten of two thousand decisions reads the sections of ten. */
export function editionOf(entry: EditionEntry, known: ReadByOthers | undefined, read: ReadPart): Edition {
  const { head, cited } = entry;
  const nowhere: Span = { file: head.file, start: 0, end: 0 };
  const nothing = { en: '', zh: '' };
  const part = (): PolicyPart => {
    const found = read();
    if ('part' in found) return found.part;
    return {
      decisions: entry.decisions.map((name) => blocked(name, entry, found.diagnostic)),
      interpretations: entry.interpretations.map(({ id, about }) => {
        const empty = { clauses: [], question: nothing, answer: nothing, origin: nowhere };
        return { id, about, status: 'proposed', ...empty };
      }),
      gaps: entry.gaps.map((id) => ({ id, says: nothing, origin: nowhere })),
    };
  };
  const later = <T>(names: readonly string[], of: (part: PolicyPart) => readonly T[]): Later<T> => ({
    names,
    read: (place) => of(part())[place] ?? missing(names[place]),
  });
  return {
    head,
    get decisions() {
      return part().decisions;
    },
    get interpretations() {
      return part().interpretations;
    },
    get gaps() {
      return part().gaps;
    },
    parameters: known?.parameters ?? [],
    blockedBy: undefined,
    began: known?.began,
    organization: known?.organization,
    cited: new Set(cited),
    later: {
      decisions: later(entry.decisions, ({ decisions }) => decisions),
      interpretations: later(
        entry.interpretations.map(({ id }) => id),
        ({ interpretations }) => interpretations,
      ),
      gaps: later(entry.gaps, ({ gaps }) => gaps),
    },
  };
}

/** Of a section that cannot be read every decision is in error, with the reason. */
function blocked(name: string, { head, hidden }: EditionEntry, diagnostic: Diagnostic): Decision {
  return {
    name,
    policy: head.policy,
    version: head.version,
    title: { en: name, zh: name },
    cites: [],
    type: { is: 'unknown' },
    hidden: hidden.includes(name),
    takes: [],
    appliesWhen: [],
    requires: [],
    body: { is: 'blocked', diagnostic },
    origin: diagnostic.span,
  };
}

function missing(name: string | undefined): never {
  throw new Error(`${name ?? 'it'} was in the section when it was read`);
}

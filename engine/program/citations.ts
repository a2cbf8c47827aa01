import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest, writeInstead } from '../diagnostic/suggest.ts';
import type { Interpretation } from '../ir/program.ts';
import type { CasesFile } from '../kinds/documents/cases.ts';
import type { Head } from '../kinds/head.ts';
import type { Word } from '../shape/schema.ts';
import { remembered } from '../source/remembered.ts';
import { conventionsOf, interpretationsOf } from './interpretations.ts';
import { handbookMessages } from './messages.ts';
import type { Sources } from './read.ts';
import type { Symbols } from './symbols.ts';

/** Citations of clauses that no register has; without registers nothing is said. */
export function checkCitations(sources: Sources, symbols: Symbols): readonly Diagnostic[] {
  if (symbols.clauses.size === 0) return [];
  const cited = sources.policies.map(({ policy }) => clausesNamedBy(policy));
  const ofSides = (sources.manifest?.value.contradictions ?? []).flatMap(({ sides }) =>
    sides.map(({ clause }) => clause),
  );
  const unread = unreadSources(sources);
  const ofCases = sources.cases.map(({ value }) => clausesNamedByCases(value));
  return (
    [...cited, ...ofCases, ofSides]
      .flatMap((words) => words.filter(({ text }) => !symbols.clauses.has(text)))
      // What a register holds that cannot be read is not known to be missing.
      .filter(({ text }) => !unread.some((source) => text.startsWith(source)))
      .map(({ text, span }) => {
        const near = suggest(text, symbols.clauses);
        return handbookMessages['unknown-clause']({ name: text, near }, span, { fixes: writeInstead(near, span) });
      })
  );
}

/** Clauses that a policy cites or answers for: also those that its gaps and interpretations are about. */
export const clausesNamedBy: (policy: Head) => readonly Word[] = remembered((policy: Head): readonly Word[] => [
  ...(policy.interpretations ?? []).map(({ clause }) => clause),
  ...(policy.gaps ?? []).flatMap(({ clause }) => clause ?? []),
  ...citesOf(policy),
]);

const clausesNamedByCases = remembered(({ cases }: CasesFile): readonly Word[] =>
  cases.flatMap(({ cites }) => cites ?? []),
);

/** How clauses begin whose register is there but cannot be read. */
function unreadSources({ files, registers, manifest }: Sources): readonly string[] {
  const read = new Set(registers.map(({ file }) => file.name));
  const broken = new Set(files.map(({ name }) => name).filter((name) => !read.has(name)));
  return (manifest?.value.sources ?? []).flatMap(({ key, value }) =>
    broken.has(value.register) ? [`${key.text}-`] : [],
  );
}

/** Citations at any depth of a policy as it was read: its own and those of decisions, rows, tiers and arms. */
export const citesOf: (policy: Head) => readonly Word[] = remembered(citesIn);

function citesIn(policy: Head): readonly Word[] {
  const found: Word[] = [];
  collectCites(policy, found);
  return found;
}

function collectCites(part: unknown, found: Word[]): void {
  if (Array.isArray(part)) {
    for (const item of part) collectCites(item, found);
    return;
  }
  if (typeof part !== 'object' || part === null || 'syntax' in part) return;
  for (const [key, value] of Object.entries(part) as readonly (readonly [string, unknown])[]) {
    if (key === 'cites' && Array.isArray(value)) found.push(...(value as readonly Word[]));
    else collectCites(value, found);
  }
}

/** Issues of clauses that point at an interpretation which nobody recorded. */
export function checkAnswers(sources: Sources, symbols: Symbols): readonly Diagnostic[] {
  const recorded: readonly Interpretation[] = [
    ...conventionsOf(sources),
    ...sources.policies.flatMap((policy) => interpretationsOf(policy).interpretations),
  ];
  const known = new Set(recorded.map(({ id }) => id));
  return (
    sources.registers
      .flatMap(({ value }) => value.clauses.flatMap(({ issues }) => issues ?? []))
      .flatMap(({ answer }) => (answer.form === 'plain' ? answer.value : []))
      // What a file records that cannot be read is not known to be missing.
      .filter(({ text }) => !known.has(text) && !symbols.broken.has(text.replace(/#.*/, '')))
      .map(({ text, span }) => handbookMessages['unknown-answer']({ name: text, near: suggest(text, known) }, span))
  );
}

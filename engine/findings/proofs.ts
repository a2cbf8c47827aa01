import { distinct } from '../diagnostic/arrange.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Handbook } from '../program/handbook.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import { newMeanings } from '../symbolic/meaning-key.ts';
import { findingsOf, type ProofOptions } from './decision.ts';
import { alikeTold } from './told-alike.ts';
import { neverTold } from './told-never.ts';
import { notesOf } from './told.ts';
import { rootsOf } from './roots.ts';

/** What is proved of a whole handbook. */
export interface Proofs {
  /** Warnings are defects; notes tell what an author may want to know, and what was not decided. */
  readonly findings: readonly Diagnostic[];
  /** Decisions that were looked at whole, and those that were not. */
  readonly decided: number;
  readonly notDecided: number;
}

/**
 * Looks at every decision of a handbook, or those that are meant, on all days, for all facts. What the handbook's own checks have
 * told is not told again.
 */
export function proofsOf(
  handbook: Handbook,
  {
    meanings = newMeanings(),
    parts,
    isMeant,
  }: ProofOptions & { readonly isMeant?: (decision: string) => boolean } = {},
): Proofs {
  const options = { meanings, ...(parts === undefined ? {} : { parts }) };
  const all = [...rootsOf(handbook, meanings, isMeant)].map(({ name, program }) => ({
    program,
    found: findingsOf(name, program, options),
  }));
  const files = filesOf(handbook);
  const fileOf = (name: string): SourceFile | undefined => files.get(name);
  const told = [
    ...neverTold(
      all.map(({ found }) => found),
      fileOf,
    ),
    ...alikeTold(all, fileOf),
    ...all.flatMap(({ found, program }) => notesOf(found, program)),
  ];
  const undecided = all.filter(({ found }) => found.notDecided !== undefined).length;
  return {
    findings: distinct(told.filter(({ span }) => !isTold(span, handbook.diagnostics))),
    decided: all.length - undecided,
    notDecided: undecided,
  };
}

function filesOf({ versions }: Handbook): ReadonlyMap<string, SourceFile> {
  return new Map([...versions.values()].flat().map(({ read: { file } }) => [file.name, file]));
}

/** Does an error or warning of the policy's kind stand at the place already? */
function isTold(span: Span, diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(
    (one) =>
      one.severity !== 'info' &&
      one.span.file === span.file &&
      ((one.span.start >= span.start && one.span.end <= span.end) ||
        (span.start >= one.span.start && span.end <= one.span.end)),
  );
}

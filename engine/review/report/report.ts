import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import type { Handbook } from '../../program/handbook.ts';
import type { CaseChange } from '../diff/case-changes.ts';
import type { EffectSection } from '../effect/section.ts';
import type { Review } from '../review.ts';
import type { Approvals } from './approvals.ts';
import type { CoverageChange } from './coverage.ts';
import type { CaseCounts } from './failing.ts';
import type { InterpretationChanges } from './interpretations.ts';
import type { Retroaction } from './retroactive.ts';
import { verdictsOf } from './verdicts.ts';

/** What is compared, and what stands beside it. */
export interface Basis {
  /** As it was asked for. */
  readonly base: string;
  /** The commit from which both sides come. */
  readonly commit: string;
  /** So many commits the base has since then. */
  readonly behind: number;
  readonly commits: number;
  readonly uncommitted: readonly { readonly path: string; readonly is: string }[];
  /** Why no population was tried, though the manifest names one. */
  readonly untried?: Texts;
}

/** Everything that somebody who reads a pull request needs to know of it. */
export interface Report extends Review {
  readonly basis: Basis;
  /** What the change comes to for a population, where one was tried. */
  readonly effect?: EffectSection;
  /** Some row of a population was in error, or none had a value: the effect does not tell all. */
  readonly failedOn: boolean;
  /** Tables on which the base tries changes and which this change alters. */
  readonly alteredTables: readonly string[];
  readonly cases: CaseCounts & { readonly changes: readonly CaseChange[] };
  readonly coverage: CoverageChange;
  readonly interpretations: InterpretationChanges;
  readonly approvals: Approvals;
  readonly retroactive: Retroaction;
  /** What stands against merging (errors), and what should be looked at (warnings). */
  readonly verdicts: readonly Diagnostic[];
}

/** The parts of a report, before it is judged. */
export type Parts = Omit<Report, 'verdicts' | 'refused'>;

/** The report with its verdict. */
export function reportOf(parts: Parts, base: Handbook, head: Handbook): Report {
  const verdicts = verdictsOf(parts, base, head);
  const isRefused = [...verdicts, ...parts.newFindings].some(({ severity }) => severity === 'error');
  return { ...parts, verdicts, refused: isRefused };
}

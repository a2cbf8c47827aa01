import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import { changeTitles } from '../../review/render.ts';
import { approvalsOf } from '../../review/report/approvals.ts';
import { reviewHandbooks, withDescribed, type PolicyReview } from '../../review/review.ts';
import type { SharedChange } from '../../review/shared-changes.ts';
import { underOldNames } from '../renames.ts';
import type { Workspace } from '../workspace.ts';

/** What is about to be proposed says otherwise than what is saved. */
export interface ChangeInWords {
  readonly policies: readonly PolicyInWords[];
  /** Of vocabularies and manifest. */
  readonly shared: readonly SharedChange[];
  /** Findings that the saved handbook does not have. */
  readonly newFindings: readonly Diagnostic[];
  /** Versions that held are changed or deleted, or there are new errors. */
  readonly refused: boolean;
  /** Whose approval it needs: the owners, as they were before the change. */
  readonly approvers: readonly Approver[];
}

/** A post or a department, by its id and as the organization calls it. */
export interface Approver {
  readonly owner: string;
  readonly title: Texts;
}

export interface PolicyInWords extends PolicyReview {
  /** The sort of change, for people. */
  readonly sort: Texts;
  readonly file: string | undefined;
}

// A second or so of cutting; beyond it only is said that something is computed differently.
export const mostParts = 20_000;

/** Compares the handbook as it is saved with the one as it is now. `today` tells which versions hold. */
export function differenceOf(saved: Workspace, now: Workspace, today: string): ChangeInWords {
  const [base, head] = [saved.handbook, now.handbook];
  const named = underOldNames(base, head);
  const reviewed = reviewHandbooks(base, named.handbook, today, mostParts);
  const { policies, shared } = withDescribed(reviewed, named.renamed, head);
  return {
    policies: policies.map((policy) => ({
      ...policy,
      sort: changeTitles[policy.change],
      file: [head, base]
        .flatMap(({ versions }) => versions.get(policy.policy) ?? [])
        .find((version) => version.head.version === policy.version)?.head.file,
    })),
    shared,
    // As they stand in the texts that are typed, under their new names.
    newFindings:
      named.renamed.length === 0
        ? reviewed.newFindings
        : head.diagnostics.filter(({ code, span }) =>
            reviewed.newFindings.some((one) => one.code === code && one.span.file === span.file),
          ),
    refused: reviewed.refused,
    approvers: approversOf(saved, now, policies, today),
  };
}

/** Whose approval a change of these policies needs. */
export function approversOf(
  { handbook: base }: Workspace,
  { handbook: head }: Workspace,
  policies: readonly { readonly policy: string }[],
  today: string,
): readonly Approver[] {
  const { needed } = approvalsOf(policies, base, head, [], today);
  return [...new Map(needed.map(({ scope, owner, title }) => [`${scope}/${owner}`, { owner, title }])).values()];
}

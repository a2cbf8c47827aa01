import { diff3Merge } from 'node-diff3';

/** A text of two that came from one: parts both agree on, and places where each wants something else. */
export type MergePart = { readonly same: string } | { readonly mine: string; readonly theirs: string };

/**
 * Lays two changed texts over what both were made from. What only one side changed is taken; lines that both changed, or that lie
 * side by side, are left to a person. The parts in order are the whole text, line ends included.
 */
export function mergeParts(base: string, mine: string, theirs: string): readonly MergePart[] {
  const regions = diff3Merge(linesOf(mine), linesOf(base), linesOf(theirs), { excludeFalseConflicts: true });
  return regions.map(({ ok, conflict }) =>
    conflict === undefined ? { same: (ok ?? []).join('') } : { mine: conflict.a.join(''), theirs: conflict.b.join('') },
  );
}

/** The text of both; undefined where a person has to decide. */
export function merged(base: string, mine: string, theirs: string): string | undefined {
  const parts = mergeParts(base, mine, theirs);
  return parts.every((part) => 'same' in part) ? parts.map(({ same }) => same).join('') : undefined;
}

/** Each with the line end it has, so that the lines together are the text. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

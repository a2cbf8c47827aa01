import type { Word } from '../../shape/schema.ts';
import type { Imposed, SanctionsPolicy } from './index.ts';

/** What is imposed for a violation when these circumstances are there. */
export interface Line {
  readonly violation: Word;
  readonly key: Word;
  /** Places of the circumstances among those of the policy, gravest first; none for `any`. */
  readonly needs: readonly number[];
  readonly imposed: Imposed;
}

/** The word for a line that asks for no circumstance. */
const anyCircumstance = 'any';

/** The circumstances that a line's key names, as written. */
export function namedIn({ text }: Word): readonly string[] {
  return text === anyCircumstance ? [] : text.split(/\s+and\s+/u).map((name) => name.trim());
}

/** The lines of each violation, gravest first; names that the policy does not have are left out. */
export function linesOf({ circumstances, violations }: SanctionsPolicy): readonly (readonly Line[])[] {
  const places = new Map(circumstances.map(({ key }, place) => [key.text, place]));
  return violations.map(({ key: violation, value }) =>
    value
      .flatMap(({ key, value: imposed }): readonly Line[] => {
        const needs = namedIn(key).map((name) => places.get(name));
        if (needs.includes(undefined)) return [];
        const sorted = [...new Set(needs.filter((place) => place !== undefined))].toSorted((a, b) => b - a);
        return [{ violation, key, needs: sorted, imposed }];
      })
      .toSorted((a, b) => graver(b, a)),
  );
}

/** Positive when the first line is the worse case: by the gravest circumstance, then the next; more of them are worse. */
function graver(a: Line, b: Line): number {
  for (const [i, place] of a.needs.entries()) {
    const difference = place - (b.needs[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.needs.length - b.needs.length;
}

/** Does the second line ask for all that the first one does, and more? Then it stands in its place. */
export function isBeatenBy(line: Line, other: Line): boolean {
  return other.needs.length > line.needs.length && line.needs.every((place) => other.needs.includes(place));
}

/** The lines that apply when just these circumstances are there, gravest first. */
export function metLines(lines: readonly Line[], given: ReadonlySet<number>): readonly Line[] {
  const met = lines.filter(({ needs }) => needs.every((place) => given.has(place)));
  return met.filter((line) => !met.some((other) => isBeatenBy(line, other)));
}

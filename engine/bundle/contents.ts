import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Edition, Editions } from '../program/edition.ts';
import { circleOf } from './circles.ts';
import { editionOf, type ReadPart } from './editions.ts';
import { freeLocals, unbound } from './locals.ts';
import { contents, policyPart, sharedPart, type EditionEntry, type PolicyPart, type SharedPart } from './parts.ts';
import { strayNode, type Known } from './references.ts';
import { sectionOf, wrongAt, type Source } from './source.ts';

/** A handbook as a bundle holds it, ready to be linked to a date. */
export interface Bundle extends Editions {
  /** SHA-256 of the content: what a log of decisions names. */
  readonly sha256: string;
  /** The key that signed it, where keys were configured. */
  readonly signedBy?: string;
  /** The engine that built it. */
  readonly engine: string;
  readonly timeZone: string;
  /** The days on which anything changes. */
  readonly changes: readonly string[];
}

interface Checked {
  readonly bundle: Bundle;
  /** Reads all sections: what is wrong in any of them. */
  readonly checkAll: () => readonly Diagnostic[];
}

const nothing: Texts = { en: 'a section', zh: '一节' };

/** Reads the first two sections, all that must be known before anything is asked. */
export function readContents(source: Source): Checked | { readonly diagnostic: Diagnostic } {
  const first = sectionOf(source, 0, contents, '');
  if ('diagnostic' in first) return first;
  const shared = sectionOf(source, 1, sharedPart, '');
  if ('diagnostic' in shared) return shared;
  const { editions: entries, handbook: name, ...about } = first.part;
  if (source.opened.sections.length !== entries.length + 2) {
    const expected = { en: `${String(source.opened.sections.length - 2)} editions`, zh: '与各节一一对应的版本' };
    return { diagnostic: wrongAt(source, 0, 'part.editions', expected) };
  }
  const { read: readByOthers, ...common } = shared.part;
  const ofEdition = new Map(readByOthers.map((one) => [one.edition, one]));
  const { facts, conventions } = common;
  const known: Known = {
    facts: new Set(Object.keys(facts)),
    parameters: new Set(readByOthers.flatMap(({ parameters }) => parameters.map((one) => one.name))),
    decisions: new Set(entries.flatMap(({ decisions }) => decisions)),
    interpretations: new Set([
      ...conventions.map(({ id }) => id),
      ...entries.flatMap(({ interpretations }) => interpretations.map(({ id }) => id)),
    ]),
  };
  const stray = strayNode(shared.nodes, known) ?? strayShared(shared.part);
  if (stray !== undefined) return { diagnostic: wrongAt(source, 1, '', stray) };
  const sections = entries.map((entry, i) => policySection(source, entry, i + 2, known));
  const editions = entries.map((entry, i) =>
    editionOf(entry, ofEdition.get(i), () => sections[i]?.() ?? { diagnostic: wrongAt(source, 0, '', nothing) }),
  );
  const bundle: Bundle = {
    sha256: source.opened.sha256,
    name,
    ...about,
    ...common,
    versions: newestFirst(editions),
  };
  return {
    bundle,
    checkAll: () => {
      const wrong = sections.flatMap((read) => {
        const found = read();
        return 'diagnostic' in found ? [found.diagnostic] : [];
      });
      const circle = wrong.length === 0 ? circleOf(bundle) : undefined;
      return circle === undefined ? wrong : [wrongAt(source, 0, '', circle)];
    },
  };
}

function newestFirst(editions: readonly Edition[]): Bundle['versions'] {
  return Map.groupBy(
    editions.toSorted((a, b) => b.head.version - a.head.version),
    ({ head }) => head.policy,
  );
}

/** What all share reads no local of anybody, and stands under its own name. */
function strayShared({ facts, read }: SharedPart): Texts | undefined {
  const free = freeLocals();
  const open = [
    ...Object.values(facts).flatMap(({ orFrom }) => orFrom ?? []),
    ...read.flatMap(({ began }) => (began === undefined ? [] : [began.day, began.isRunning])),
  ].find((ir) => free(ir).size > 0);
  if (open !== undefined) return { en: 'no local that nothing binds', zh: '已绑定的局部名称' };
  const name = Object.entries(facts).find(([key, fact]) => key !== fact.name)?.[0];
  return name === undefined
    ? undefined
    : { en: `the fact “${name}” under its own name`, zh: `事实“${name}”须用自己的名称` };
}

/** A policy's section, read when it is first asked for and held to the contents and to all names. */
function policySection(source: Source, entry: EditionEntry, number: number, known: Known): ReadPart {
  let read: ReturnType<ReadPart> | undefined;
  return () => {
    read ??= readPolicy(source, entry, number, known);
    return read;
  };
}

function readPolicy(source: Source, entry: EditionEntry, number: number, known: Known): ReturnType<ReadPart> {
  const section = sectionOf(source, number, policyPart, entry.head.file);
  if ('diagnostic' in section) return section;
  const { part, nodes } = section;
  const stray = unlikeContents(part, entry) ?? strayNode(nodes, known) ?? unbound(part.decisions);
  return stray === undefined ? { part } : { diagnostic: wrongAt(source, number, '', stray) };
}

/** What the first section says of this one must be so: whoever links goes by it. */
function unlikeContents(
  part: PolicyPart,
  { head, decisions, hidden, interpretations, gaps }: EditionEntry,
): Texts | undefined {
  const isAsSaid =
    sameList(
      part.decisions.map(({ name }) => name),
      decisions,
    ) &&
    sameList(
      part.decisions.filter((one) => one.hidden).map(({ name }) => name),
      hidden,
    ) &&
    part.decisions.every(({ policy, version }) => policy === head.policy && version === head.version) &&
    sameList(
      part.interpretations.map(({ id, about }) => `${about} ${id}`),
      interpretations.map(({ id, about }) => `${about} ${id}`),
    ) &&
    sameList(
      part.gaps.map(({ id }) => id),
      gaps,
    );
  return isAsSaid ? undefined : { en: 'what the first section says of it', zh: '与首节所述一致的内容' };
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Decision, Fact } from '../ir/program.ts';
import { checkIds } from './check-ids.ts';
import { changedNames } from './changed.ts';
import type { Names } from './environment.ts';
import { writtenFacts } from './facts.ts';
import { byPlace } from './found.ts';
import { makeLowerer, type Outputs } from './lower.ts';
import { newNotes, type Notes } from './notes.ts';
import { parametersOf, type ParameterVersion } from './parameters.ts';
import type { ReadPolicy, Sources } from './read.ts';
import type { NamedFact } from './symbols.ts';
import { namesOf, type World } from './world.ts';

/** A version of a policy lowered, with what this told and asked. */
export interface LoweredVersion {
  readonly read: ReadPolicy;
  readonly decisions: readonly Decision[];
  readonly parameters: readonly ParameterVersion[];
  readonly outputs: Outputs;
  readonly found: readonly Diagnostic[];
  readonly notes: Notes;
}

/** All versions and the facts of the vocabularies, lowered in one world. */
export interface Lowered {
  readonly world: World;
  readonly facts: readonly Fact[];
  readonly factNotes: Notes;
  readonly versions: ReadonlyMap<ReadPolicy, LoweredVersion>;
}

/**
 * Lowers all policies. Of what was lowered before, in another world, that is taken over which asked for no name that means
 * something else now: lowered again it would be the same, since a policy can read nothing else.
 */
export function lowerAll({ policies }: Sources, world: World, before: Lowered | undefined): Lowered {
  const kept = before === undefined ? nothing : unchanged(before, world, policies);
  const notes = new Map<ReadPolicy | undefined, Notes>();
  const notesOf = (reader: ReadPolicy | undefined): Notes => {
    const known = notes.get(reader) ?? newNotes();
    notes.set(reader, known);
    return known;
  };
  const names = namesOf(world, notesOf);
  const lowerer = makeLowerer(names, world.money, (version) => kept.versions.get(version)?.outputs);
  const all: Names = { ...names, own: lowerer.own, foreign: lowerer.foreign };
  const facts = kept.facts ?? writtenFacts(all);
  const lowered = policies.map((read): LoweredVersion => {
    const known = kept.versions.get(read);
    if (known !== undefined) return known;
    const decisions = lowerer.decisions(read);
    const parameters = parametersOf(read, all, world.words);
    checkIds(read, all);
    return { read, decisions, parameters, outputs: lowerer.outputs(read), found: [], notes: notesOf(read) };
  });
  return {
    world,
    facts,
    factNotes: kept.factNotes ?? notesOf(undefined),
    // Only now has everybody read what they wanted of it.
    versions: new Map(
      lowered.map((one) => [one.read, kept.versions.has(one.read) ? one : { ...one, found: byPlace(one.notes.found) }]),
    ),
  };
}

interface Kept {
  readonly facts?: readonly Fact[];
  readonly factNotes?: Notes;
  readonly versions: ReadonlyMap<ReadPolicy, LoweredVersion>;
}
const nothing: Kept = { versions: new Map() };

function unchanged(before: Lowered, world: World, policies: readonly ReadPolicy[]): Kept {
  const names = changedNames(before.world, world);
  if (names === undefined) return nothing;
  const changed = new Set(names);
  const versions = new Map(policies.flatMap((read) => before.versions.get(read) ?? []).map((one) => [one.read, one]));
  // Who read what is lowered again may read something else.
  for (let count = -1; count !== versions.size;) {
    count = versions.size;
    for (const [read, { notes }] of versions) {
      if (notes.asked.isDisjointFrom(changed)) continue;
      versions.delete(read);
      changed.add(read.policy.policy.text);
    }
  }
  const { facts, factNotes } = before;
  const isSame =
    sameEntries(before.world.symbols.facts, world.symbols.facts) && factNotes.asked.isDisjointFrom(changed);
  return isSame ? { facts, factNotes, versions } : { versions };
}

const sameEntries = (before: ReadonlyMap<string, NamedFact>, now: ReadonlyMap<string, NamedFact>): boolean =>
  before.size === now.size && [...before].every(([name, fact]) => now.get(name) === fact);

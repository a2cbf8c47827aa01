import { distinct } from '../diagnostic/arrange.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Manifest } from '../kinds/documents/manifest.ts';
import type { SourceFile } from '../source/source-file.ts';
import { blockersOf } from './blockers.ts';
import { checkContext } from './check-context.ts';
import { checkReasons, unusedFacts, unusedInterpretations } from './check-decisions.ts';
import { checkKinds, type CheckedKinds } from './check-kinds.ts';
import { checkNames } from './check-names.ts';
import { checkPeople } from './check-people.ts';
import { checkRecorded } from './check-recorded.ts';
import { checkRenamed } from './check-renamed.ts';
import { checkRounding } from './check-rounding.ts';
import { checkSubjects } from './check-subjects.ts';
import { checkTimeline } from './check-timeline.ts';
import { checkWords } from './check-words.ts';
import { checkAnswers, checkCitations } from './citations.ts';
import { checkSides, clausesCitedBy, contradictionsOf } from './contradictions.ts';
import { checkCycles } from './cycles.ts';
import { declaredFacts } from './declared-facts.ts';
import type { Edition, Editions } from './edition.ts';
import { gatesOf, type Gate } from './gates.ts';
import { headOf } from './head.ts';
import { conventionsOf, interpretationsOf } from './interpretations.ts';
import { lowerAll, type Lowered } from './lowered.ts';
import { handbookMessages } from './messages.ts';
import { newNotes } from './notes.ts';
import { organizationOf } from './organizations.ts';
import { sharedParameters } from './parameters.ts';
import { scopesOf, withScopes } from './post-scopes.ts';
import { gather, readFile, type FileReading, type ReadPolicy, type Sources } from './read.ts';
import { decimalsOf, type MoneyRounding } from './rounding.ts';
import { plainChecker, worldOf } from './world.ts';

/** A version of a policy, checked and lowered. */
export interface Version extends Edition {
  readonly read: ReadPolicy;
}

/** A whole handbook in all its versions: checked, lowered, not yet cut to a date. */
export interface Handbook extends Editions {
  readonly sources: Sources;
  readonly manifest: Manifest | undefined;
  readonly money: MoneyRounding | undefined;
  /** What makes a change fail. */
  readonly gates: readonly Gate[];
  /** By policy, newest first. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks the files of a handbook. Mistakes are diagnostics; nothing throws. */
export function readHandbook(files: readonly SourceFile[]): Handbook {
  return assemble(files.map((file) => readFile(file)));
}

/**
 * The same from files that were read before. `before` is any handbook that was assembled from other readings, most of them
 * the same: what it shares is not worked out again, and the outcome is the same with or without it.
 */
export function assemble(readings: readonly FileReading[], before?: Handbook): Handbook {
  const sources = gather(readings);
  const known = before === undefined ? undefined : workOf.get(before);
  const found: Diagnostic[] = [...sources.diagnostics];
  const report = (diagnostic: Diagnostic): void => {
    found.push(diagnostic);
  };
  const world = worldOf(sources, report);
  const { symbols, organizations } = world;
  const gates = gatesOf(sources, symbols.currency, plainChecker(world, { ...newNotes(), found }));
  const lowered = lowerAll(sources, world, known?.lowered);
  const all = [...lowered.versions.values()];
  found.push(...lowered.factNotes.found, ...all.flatMap((version) => version.found));
  const declared = declaredFacts(sources.policies, report);
  const facts = withScopes(
    Object.fromEntries([...lowered.facts, ...declared].map((fact) => [fact.name, fact])),
    scopesOf(all),
  );
  const context = checkContext(
    facts,
    symbols,
    world.words,
    organizations,
    all.flatMap((version) => version.parameters),
  );
  const checked = checkKinds(all, context, known?.checked);
  found.push(...[...checked.byVersion.values()].flatMap((one) => one.found));
  found.push(...sources.policies.flatMap((read) => checkScope(read, sources)));
  found.push(...checkCitations(sources, symbols), ...checkAnswers(sources, symbols), ...checkSides(sources, symbols));
  const versions = all.map(({ read, decisions, parameters: values }): Version => ({
    read,
    head: headOf(read, sources, report),
    decisions,
    ...interpretationsOf(read),
    parameters: values,
    blockedBy: undefined,
    began: read.declaration.began,
    organization: organizationOf(read.policy),
    cited: clausesCitedBy(read.policy),
  }));
  found.push(
    ...checkTimeline(versions),
    ...checkSubjects(sources, versions, facts),
    ...checkRenamed(versions, symbols),
    ...checkWords(sources),
    ...checkRecorded(sources),
    ...sharedParameters(sources.policies),
    ...checkNames(sources.policies, symbols),
    ...checkCycles(versions, facts, before),
    ...checkReasons(versions),
    ...checkPeople(versions),
    ...checkRounding(
      versions.flatMap(({ decisions }) => decisions),
      facts,
    ),
    // A file that cannot be read may read any fact.
    ...(sources.broken.length === 0 ? unusedFacts(versions, facts) : []),
  );
  const blocked = new Set(found.flatMap(({ blocks, span }) => (blocks ? [span.file] : [])));
  found.push(
    // What means nothing may rest on anything.
    ...unusedInterpretations(
      versions.filter(({ read }) => !blocked.has(read.file.name)),
      facts,
    ),
  );
  const diagnostics = distinct(found);
  const blockers = blockersOf(sources, diagnostics);
  const handbook: Handbook = {
    sources,
    manifest: sources.manifest?.value,
    name: sources.manifest?.value.handbook.text ?? '',
    revision: sources.manifest?.value.revision ?? 0,
    currency: symbols.currency,
    money: world.money,
    moneyDecimals: decimalsOf(world.money),
    units: symbols.units,
    enumerations: symbols.enumerationTitles,
    facts,
    conventions: conventionsOf(sources),
    contradictions: contradictionsOf(sources),
    gates,
    versions: Map.groupBy(
      versions
        .map((version, i) => ({ ...version, blockedBy: blockers(all[i]) }))
        .toSorted((a, b) => b.head.version - a.head.version),
      ({ head }) => head.policy,
    ),
    diagnostics,
  };
  // Of policies that need each other in a circle, where it is told depends on who is lowered first.
  if (!all.some((version) => version.found.some(({ code }) => code === 'handbook/cycle')))
    workOf.set(handbook, { lowered, checked });
  return handbook;
}

/** What went into a handbook, for the next one. */
interface Work {
  readonly lowered: Lowered;
  readonly checked: CheckedKinds;
}
const workOf = new WeakMap<Handbook, Work>();

function checkScope(read: ReadPolicy, sources: Sources): readonly Diagnostic[] {
  const { scope, policy } = read.policy;
  if (scope === undefined)
    return read.kind.name === 'parameters' ? [] : [handbookMessages['no-scope']({}, policy.span)];
  const known = sources.manifest?.value.scopes.map(({ key }) => key.text);
  if (known === undefined || known.includes(scope.text)) return [];
  return [handbookMessages['unknown-scope']({ name: scope.text, near: suggest(scope.text, known) }, scope.span)];
}

import { distinct } from '../diagnostic/arrange.ts';
import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import { checkerFor } from '../expression/check.ts';
import type { Checker } from '../expression/environment.ts';
import type { Ir } from '../ir/ir.ts';
import type { Contradiction, Decision, Fact, Gap, Interpretation, PolicyHead, Unit } from '../ir/program.ts';
import type { Manifest } from '../kinds/documents/manifest.ts';
import type { SourceFile } from '../source/source-file.ts';
import { checkReasons, unusedFacts, unusedInterpretations } from './check-decisions.ts';
import { checkContext } from './check-context.ts';
import { checkIds } from './check-ids.ts';
import { checkPeople } from './check-people.ts';
import { checkRounding } from './check-rounding.ts';
import { checkRecorded } from './check-recorded.ts';
import { checkRenamed } from './check-renamed.ts';
import { checkSubjects } from './check-subjects.ts';
import { checkTimeline } from './check-timeline.ts';
import { checkWords } from './check-words.ts';
import { checkSides, contradictionsOf } from './contradictions.ts';
import { checkCycles } from './cycles.ts';
import { conditionsOf } from './conditions.ts';
import { typesOfDeclared } from './declared-facts.ts';
import { environmentOf, type Names } from './environment.ts';
import { factsOf } from './facts.ts';
import { gatesOf, type Gate } from './gates.ts';
import { headOf } from './head.ts';
import { checkNames } from './check-names.ts';
import { makeLowerer } from './lower.ts';
import { handbookMessages } from './messages.ts';
import { organizationFile, organizationsOf } from './organizations.ts';
import { parametersOf, parameterTypes, sharedParameters, type ParameterVersion } from './parameters.ts';
import { gather, readFile, type FileReading, type ReadPolicy, type Sources } from './read.ts';
import { conventionsOf, interpretationsOf } from './interpretations.ts';
import { stepOf, type MoneyRounding } from './rounding.ts';
import { withScopes } from './post-scopes.ts';
import { collectSymbols } from './symbols.ts';
import { checkAnswers, checkCitations } from './citations.ts';
import { suggest } from '../diagnostic/suggest.ts';

/** A version of a policy, checked and lowered. */
export interface Version {
  readonly read: ReadPolicy;
  readonly head: PolicyHead;
  readonly decisions: readonly Decision[];
  readonly interpretations: readonly Interpretation[];
  readonly gaps: readonly Gap[];
  readonly parameters: readonly ParameterVersion[];
  /** Why its decisions are errors; undefined when they mean something. */
  readonly blockedBy: Diagnostic | undefined;
}

/** A whole handbook in all its versions: checked, lowered, not yet cut to a date. */
export interface Handbook {
  readonly sources: Sources;
  readonly manifest: Manifest | undefined;
  readonly currency: string;
  readonly money: MoneyRounding | undefined;
  readonly units: Readonly<Record<string, Unit>>;
  readonly enumerations: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly conventions: readonly Interpretation[];
  readonly contradictions: readonly Contradiction[];
  /** What makes a change fail. */
  readonly gates: readonly Gate[];
  /** By policy, newest first. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks the files of a handbook. Mistakes are diagnostics; nothing throws. */
export function readHandbook(files: readonly SourceFile[]): Handbook {
  return assemble(files.map(readFile));
}

/** The same from files that were read before, so that only what changed is read again. */
export function assemble(readings: readonly FileReading[]): Handbook {
  const sources = gather(readings);
  const found: Diagnostic[] = [...sources.diagnostics];
  const report = (diagnostic: Diagnostic): void => {
    found.push(diagnostic);
  };
  const symbols = collectSymbols(sources, report);
  const conventions = conventionsOf(sources);
  const organizations = organizationsOf(sources.policies);
  const parameters = parameterTypes(sources, symbols);
  const declaredTypes = typesOfDeclared(sources.policies);
  const touched = new Map<ReadPolicy, string>();
  const readBy = new Map<ReadPolicy, Set<string>>();
  const scopesOf = new Map<string, Set<string>>();
  const names: Omit<Names, 'own' | 'foreign'> = {
    symbols,
    conventions: new Set(conventions.flatMap(({ id }) => [id, id.replace(/^handbook#/, '')])),
    parameter: (name) => parameters.get(name),
    parameterNames: () => [...parameters.keys()],
    declaredFact: (name) => declaredTypes.get(name),
    posts: (scope) => Object.keys(organizations[scope]?.posts ?? {}),
    organizationFile: (scope) => organizationFile(sources.policies, scope),
    touched: (reader, file) => {
      if (reader !== undefined && !touched.has(reader)) touched.set(reader, file);
    },
    reads: (reader, file) => {
      if (reader !== undefined) readBy.set(reader, (readBy.get(reader) ?? new Set()).add(file));
    },
    readsIn: (fact, scope) => {
      scopesOf.set(fact, (scopesOf.get(fact) ?? new Set()).add(scope));
    },
    report,
  };
  const written = checkerFor(
    environmentOf(undefined, { ...names, own: () => undefined, foreign: () => ({ binds: 'broken' }) }),
  );
  const money = moneyRounding(sources, symbols.currency, written);
  const gates = gatesOf(sources, symbols.currency, written);
  const lowerer = makeLowerer(names, money);
  const all: Names = { ...names, own: lowerer.own, foreign: lowerer.foreign };
  const declared = factsOf(sources, symbols, all);
  const shown = { moneyDecimals: decimalsOf(money), units: symbols.units };
  const words = {
    ...shown,
    currency: symbols.currency,
    enumerations: symbols.enumerationTitles,
    organizations,
  };
  const lowered = sources.policies.map((read) => {
    return { read, decisions: lowerer.decisions(read), parameters: parametersOf(read, all, words) };
  });
  const facts = withScopes(declared, scopesOf);
  const context = checkContext(
    facts,
    symbols,
    shown,
    organizations,
    lowered.flatMap((version) => version.parameters),
  );
  for (const { read, decisions } of lowered) {
    const here = { ...context, text: read.file.text };
    const own = read.declaration.check(irByOutput(read, decisions), here, conditionsOf(decisions));
    found.push(...own, ...checkScope(read, sources));
  }
  checkIds(sources.policies, all);
  found.push(...checkCitations(sources, symbols), ...checkAnswers(sources, symbols), ...checkSides(sources, symbols));
  const versions = lowered.map(({ read, decisions, parameters: values }): Version => ({
    read,
    head: headOf(read, sources, report),
    decisions,
    ...interpretationsOf(read),
    parameters: values,
    blockedBy: undefined,
  }));
  found.push(
    ...checkTimeline(versions),
    ...checkSubjects(sources, versions, facts),
    ...checkRenamed(versions, symbols),
    ...checkWords(sources),
    ...checkRecorded(sources),
    ...sharedParameters(sources.policies),
    ...checkNames(sources.policies, symbols),
    ...checkCycles(versions, facts),
    ...checkReasons(versions),
    ...checkPeople(versions),
    ...checkRounding(
      versions.flatMap(({ decisions }) => decisions),
      facts,
    ),
    // A file that cannot be read may read any fact.
    ...(sources.broken.length === 0 ? unusedFacts(versions, facts) : []),
    // What means nothing may rest on anything.
    ...unusedInterpretations(
      versions.filter(({ read }) => !found.some(({ blocks, span }) => blocks && span.file === read.file.name)),
      facts,
    ),
  );
  const diagnostics = distinct(found);
  const blocker = (read: ReadPolicy): Diagnostic | undefined => {
    const files = [...(readBy.get(read) ?? [])];
    return blockerOf(read, sources, touched.get(read), files, diagnostics);
  };
  return {
    sources,
    manifest: sources.manifest?.value,
    currency: symbols.currency,
    money,
    units: symbols.units,
    enumerations: symbols.enumerationTitles,
    facts,
    conventions,
    contradictions: contradictionsOf(sources),
    gates,
    versions: Map.groupBy(
      versions
        .map((version) => ({ ...version, blockedBy: blocker(version.read) }))
        .toSorted((a, b) => b.head.version - a.head.version),
      ({ head }) => head.policy,
    ),
    diagnostics,
  };
}

function moneyRounding({ manifest }: Sources, currency: string, checker: Checker): MoneyRounding | undefined {
  const written = manifest?.value.rounding.money;
  if (written === undefined) return undefined;
  const to = stepOf(written.to, { is: 'money', currency }, checker);
  return to === undefined ? undefined : { to, mode: written.mode };
}

function irByOutput(read: ReadPolicy, decisions: readonly Decision[]): ReadonlyMap<string, Ir> {
  const prefix = `${read.policy.policy.text}.`.length;
  return new Map(
    decisions.flatMap(({ name, body }) => (body.is === 'ir' ? [[name.slice(prefix), body.ir] as const] : [])),
  );
}

/** Decimals that money is printed with: those of the rounding step. */
export function decimalsOf(money: MoneyRounding | undefined): number {
  return money?.to.split('.')[1]?.length ?? 0;
}

function checkScope(read: ReadPolicy, sources: Sources): readonly Diagnostic[] {
  const { scope, policy } = read.policy;
  if (scope === undefined)
    return read.kind.name === 'parameters' ? [] : [handbookMessages['no-scope']({}, policy.span)];
  const known = sources.manifest?.value.scopes.map(({ key }) => key.text);
  if (known === undefined || known.includes(scope.text)) return [];
  return [handbookMessages['unknown-scope']({ name: scope.text, near: suggest(scope.text, known) }, scope.span)];
}

/** The manifest's own trouble blocks everything; then the file's, then that of what it reads. */
function blockerOf(
  read: ReadPolicy,
  { broken, manifest }: Sources,
  touched: string | undefined,
  files: readonly string[],
  diagnostics: readonly Diagnostic[],
): Diagnostic | undefined {
  const inFile = (file: string | undefined): Diagnostic | undefined =>
    diagnostics.find(({ blocks, span }) => blocks && span.file === file);
  return (
    diagnostics.find(({ code }) => code === 'handbook/no-manifest') ??
    inFile(manifest?.file.name) ??
    inFile(read.file.name) ??
    // Nobody knows on which days a version holds that cannot be read, so the others do not answer in its place.
    broken.find(({ name }) => name === read.policy.policy.text)?.diagnostic ??
    // A text that was read as it was probably meant may say something else: no number rests on it.
    files.map(inFile).find((one) => one !== undefined) ??
    (touched === undefined ? undefined : (inFile(touched) ?? diagnostics.find(({ blocks }) => blocks)))
  );
}

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { checkerFor } from '../expression/check.ts';
import type { Checker } from '../expression/environment.ts';
import type { Organization } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { ReadWords } from '../value/invalid.ts';
import { environmentOf, type Names, type ParameterType } from './environment.ts';
import { typesOfDeclared } from './declared-facts.ts';
import { conventionsOf } from './interpretations.ts';
import { newNotes, type Notes } from './notes.ts';
import { organizationFiles, organizationsOf } from './organizations.ts';
import { parameterTypes } from './parameters.ts';
import type { Sources } from './read.ts';
import { decimalsOf, stepOf, type MoneyRounding } from './rounding.ts';
import { collectSymbols, type Symbols } from './symbols.ts';

/** What names stand for in a handbook. */
interface NamedWorld {
  readonly symbols: Symbols;
  readonly conventions: ReadonlySet<string>;
  readonly organizations: Readonly<Record<string, Organization>>;
  readonly organizationFiles: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, ParameterType>;
  /** Types of facts that policies declare themselves. */
  readonly declared: ReadonlyMap<string, Type>;
}

/** All of a handbook that lowering one of its policies may read. */
export interface World extends NamedWorld {
  readonly money: MoneyRounding | undefined;
  readonly words: ReadWords;
}

/** What all names stand for, before any expression is looked at but the manifest's own. */
export function worldOf(sources: Sources, report: (diagnostic: Diagnostic) => void): World {
  const symbols = collectSymbols(sources, report);
  const organizations = organizationsOf(sources.policies);
  const named: NamedWorld = {
    symbols,
    conventions: new Set(conventionsOf(sources).flatMap(({ id }) => [id, id.replace(/^handbook#/, '')])),
    organizations,
    organizationFiles: organizationFiles(sources.policies),
    parameters: parameterTypes(sources, symbols),
    declared: typesOfDeclared(sources.policies),
  };
  const notes = newNotes();
  const money = moneyRounding(sources, symbols.currency, plainChecker(named, notes));
  notes.found.forEach(report);
  const { currency, units, enumerationTitles: enumerations } = symbols;
  const words = { currency, moneyDecimals: decimalsOf(money), units, enumerations, organizations };
  return { ...named, money, words };
}

function moneyRounding({ manifest }: Sources, currency: string, checker: Checker): MoneyRounding | undefined {
  const written = manifest?.value.rounding.money;
  if (written === undefined) return undefined;
  const to = stepOf(written.to, { is: 'money', currency }, checker);
  return to === undefined ? undefined : { to, mode: written.mode };
}

/** Names as policies see them, but for each other's decisions. */
export function namesOf(world: NamedWorld, notes: Names['notes']): Omit<Names, 'own' | 'foreign'> {
  const { symbols, conventions, organizations, organizationFiles, parameters, declared } = world;
  return {
    symbols,
    conventions,
    parameter: (name) => parameters.get(name),
    parameterNames: () => [...parameters.keys()],
    declaredFact: (name) => declared.get(name),
    posts: (scope) => Object.keys(organizations[scope]?.posts ?? {}),
    organizationFile: (scope) => organizationFiles.get(scope),
    notes,
  };
}

/** Reads expressions that no policy has and that name nothing: those of the manifest. */
export function plainChecker(world: NamedWorld, notes: Notes): Checker {
  const none = { binds: 'broken' } as const;
  const names = namesOf(world, () => notes);
  return checkerFor(environmentOf(undefined, { ...names, own: () => undefined, foreign: () => none }));
}

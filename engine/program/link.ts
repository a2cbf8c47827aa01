import { everything, type Decision, type Parameter, type PolicyHead, type Program } from '../ir/program.ts';
import { isDay } from '../value/calendar.ts';
import type { Edition, Editions } from './edition.ts';
import { entriesOf, recordOf, type Entry } from './later.ts';
import { liveContradictions } from './live-contradictions.ts';
import { runningVersions } from './running.ts';
import { postsTogether } from './scope-posts.ts';
import { versionAt } from './timeline.ts';

export interface Moment {
  /** The day that picks versions, and nothing else. */
  readonly at: string;
  /** Only versions published by then count; everything when left out. */
  readonly known?: string;
}

/**
 * Cuts a handbook to one instant. `parameters` stand in place of the ones that the handbook sets: cases try values that the
 * company has not decided. Throws a RangeError for a day that is none: compared as text it would pick versions all the same.
 */
export function link(
  handbook: Editions,
  { at, known = everything }: Moment,
  parameters: readonly Parameter[] = [],
): Program {
  for (const day of [at, known]) if (!isDay(day)) throw new RangeError(`“${day}” is no day such as 2026-10-31`);
  const chosen = [...handbook.versions].map(([policy, versions]) => ({
    policy,
    versions,
    version: versionAt(versions, at, known),
  }));
  const inForce = chosen.flatMap(({ version }) => version ?? []);
  const running = [...handbook.versions.values()].flatMap((versions) => runningVersions(versions, at, known) ?? []);
  return {
    handbook: handbook.name,
    revision: handbook.revision,
    at,
    known,
    currency: handbook.currency,
    moneyDecimals: handbook.moneyDecimals,
    units: handbook.units,
    enumerations: handbook.enumerations,
    facts: handbook.facts,
    parameters: named([...unsetOf(handbook), ...inForce.flatMap((version) => version.parameters), ...parameters]),
    interpretations: recordOf([
      ...byId(handbook.conventions),
      ...running.flatMap(({ interpretations }) => byId(interpretations)),
      ...inForce.flatMap((version) => entriesOf(version.later?.interpretations, () => version.interpretations, idOf)),
    ]),
    gaps: recordOf([
      ...running.flatMap(({ gaps }) => byId(gaps)),
      ...inForce.flatMap((version) => entriesOf(version.later?.gaps, () => version.gaps, idOf)),
    ]),
    contradictions: liveContradictions(handbook.contradictions, inForce),
    organizations: postsTogether(inForce.filter(({ blockedBy }) => blockedBy === undefined)),
    policies: Object.fromEntries(inForce.map(({ head }): [string, PolicyHead] => [head.policy, head])),
    decisions: recordOf([
      ...chosen.flatMap(({ versions, version }) => decisionsOf(versions, version)),
      ...running.flatMap(({ decisions }) => decisions.map((one): Entry<Decision> => [one.name, one])),
    ]),
  };
}

/** On a day that no version of their file covers, parameters are known by name and have no value. */
function unsetOf({ versions }: Editions): readonly Parameter[] {
  const known = [...versions.values()].flatMap((all) => all.flatMap(({ parameters }) => parameters));
  return known.map(({ value: _value, entries: _entries, ...parameter }) => parameter);
}

/** The decisions of the version in force, and those that only other versions know: asked for, they have no version. */
function decisionsOf(versions: readonly Edition[], version: Edition | undefined): readonly Entry<Decision>[] {
  const here = version === undefined ? [] : decisionsIn(version);
  const known = new Set(here.map(([name]) => name));
  const others = versions.filter((one) => one !== version);
  const absent = others.flatMap(decisionsIn).filter(([name]) => !known.has(name));
  const diagnostic = version?.blockedBy;
  return [
    ...(diagnostic === undefined ? here : here.map((entry) => changed(entry, { body: { is: 'blocked', diagnostic } }))),
    ...absent.map((entry) => changed(entry, { version: 0, appliesWhen: [], requires: [], body: { is: 'no-version' } })),
  ];
}

const decisionsIn = (version: Edition): readonly Entry<Decision>[] =>
  entriesOf(
    version.later?.decisions,
    () => version.decisions,
    ({ name }) => name,
  );

function changed([name, decision]: Entry<Decision>, change: Partial<Decision>): Entry<Decision> {
  return typeof decision === 'function'
    ? [name, () => ({ ...decision(), ...change })]
    : [name, { ...decision, ...change }];
}

const named = <T extends { readonly name: string }>(items: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(items.map((item) => [item.name, item]));
const idOf = ({ id }: { readonly id: string }): string => id;
const byId = <T extends { readonly id: string }>(items: readonly T[]): readonly Entry<T>[] =>
  items.map((item): Entry<T> => [item.id, item]);

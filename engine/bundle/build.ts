import type { Edition, Editions } from '../program/edition.ts';
import { changeDays } from '../program/timeline.ts';
import { bundleText } from './envelope.ts';
import {
  contents,
  policyPart,
  sharedPart,
  type Contents,
  type EditionEntry,
  type PolicyPart,
  type ReadByOthers,
  type SharedPart,
} from './parts.ts';
import { writeSection } from './section.ts';

interface BuildFrom {
  readonly handbook: Editions;
  /** The manifest's time zone, in which hosts find today. */
  readonly timeZone: string;
  /** The version of the engine. */
  readonly engine: string;
}

/**
 * A handbook in all its versions as the text of a bundle, unsigned: same input, same text. The handbook must have no version
 * whose decisions are blocked.
 */
export async function buildBundle({ handbook, timeZone, engine }: BuildFrom): Promise<string> {
  const policies = [...handbook.versions].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const editions = policies.flatMap(([, versions]) => versions);
  const first: Contents = {
    engine,
    handbook: handbook.name,
    revision: handbook.revision,
    timeZone,
    currency: handbook.currency,
    moneyDecimals: handbook.moneyDecimals,
    changes: changeDays(editions),
    editions: editions.map(entryOf),
  };
  return bundleText([
    writeSection(first, contents, ''),
    writeSection({ ...sorted(handbook), read: editions.flatMap(readByOthers) }, sharedPart, ''),
    ...editions.map((edition) => writeSection<PolicyPart>(edition, policyPart, edition.head.file)),
  ]);
}

/** By name, so that the order of the files shows nowhere; the members of an enumeration keep theirs, which means something. */
function sorted({ units, enumerations, facts, conventions, contradictions }: Editions): Omit<SharedPart, 'read'> {
  const byName = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    units: byName(units),
    enumerations: byName(enumerations),
    facts: byName(facts),
    conventions,
    contradictions,
  };
}

function entryOf({ head, decisions, interpretations, gaps, cited }: Edition): EditionEntry {
  return {
    head,
    cited: [...cited].sort(),
    decisions: decisions.map(({ name }) => name),
    hidden: decisions.flatMap(({ name, hidden }) => (hidden ? [name] : [])),
    interpretations: interpretations.map(({ id, about }) => ({ id, about })),
    gaps: gaps.map(({ id }) => id),
  };
}

function readByOthers({ parameters, began, organization }: Edition, edition: number): readonly ReadByOthers[] {
  if (parameters.length === 0 && began === undefined && organization === undefined) return [];
  const more = { ...(began === undefined ? {} : { began }), ...(organization === undefined ? {} : { organization }) };
  return [{ edition, parameters, ...more }];
}

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { everything, type Decision, type Fact } from '../ir/program.ts';
import { partsOf } from '../ir/parts.ts';
import { readsOf } from '../ir/reads.ts';
import { remembered } from '../source/remembered.ts';
import { nextDay } from '../value/calendar.ts';
import type { Handbook, Version } from './handbook.ts';
import { handbookMessages } from './messages.ts';
import { versionAt } from './timeline.ts';

/**
 * Decisions and computed facts that need each other, on any day and as known on any other: the versions in force change only
 * where one starts, ends or is published, so these days stand for all others. `before` is an earlier state of the handbook.
 */
export function checkCycles(
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
  before: Handbook | undefined,
): readonly Diagnostic[] {
  // Most handbooks have no cycle whatever versions are put together, and then no day has one.
  if (!hasCycle(versions, facts, newSince(before, versions, facts))) return [];
  const policies = [...Map.groupBy(versions, ({ head }) => head.policy).values()];
  const days = new Set(
    versions.flatMap(({ head }) => (head.to === undefined ? [head.from] : [head.from, nextDay(head.to)])),
  );
  const known = new Set([everything, ...versions.map(({ head }) => head.published)]);
  return [...days].flatMap((day) =>
    [...known].flatMap((by) => {
      const inForce = policies.flatMap((same) => versionAt(same, day, by) ?? []);
      return cyclesIn(
        inForce.flatMap((version) => version.decisions),
        facts,
      );
    }),
  );
}

/** The names of facts that a decision reads. */
export const factsReadBy: (decision: Decision) => ReadonlySet<string> = remembered(
  (decision: Decision) => new Set(readsOf(partsOf(decision)).flatMap(({ is, name }) => (is === 'fact' ? [name] : []))),
);

/** What a decision or a computed fact reads, each once, in the order in which it is read first. */
const keysReadBy = remembered((of: Decision | Fact): readonly string[] => {
  const parts = 'body' in of ? partsOf(of) : of.orFrom === undefined ? [] : [of.orFrom];
  return [...new Set(readsOf(parts).map(({ is, name }) => `${is} ${name}`))];
});

/** What a cycle must go through that was not there before, by its keys; without an earlier state that had none, all decisions. */
function newSince(
  before: Handbook | undefined,
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
): readonly string[] {
  const known = before?.diagnostics.some(({ code }) => code === 'handbook/cycle') === false ? before : undefined;
  const lowered = new Set([...(known?.versions.values() ?? [])].flat().map(({ decisions }) => decisions));
  const decisions = versions.flatMap((version) => (lowered.has(version.decisions) ? [] : version.decisions));
  const computed = known === undefined ? [] : Object.values(facts).filter((fact) => known.facts[fact.name] !== fact);
  return [...decisions.map(({ name }) => `decision ${name}`), ...computed.map(({ name }) => `fact ${name}`)];
}

/** Does any decision, of any version, need itself? Says only that, in a fraction of the time that it takes to say where. */
function hasCycle(
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
  starts: readonly string[],
): boolean {
  const decisions = Map.groupBy(
    versions.flatMap((version) => version.decisions),
    ({ name }) => `decision ${name}`,
  );
  const open = new Set<string>();
  const done = new Set<string>();
  const visit = (key: string): boolean => {
    if (done.has(key)) return false;
    if (open.has(key)) return true;
    open.add(key);
    const fact = key.startsWith('fact ') ? facts[key.slice('fact '.length)] : undefined;
    const isIn = (of: Decision | Fact): boolean => keysReadBy(of).some(visit);
    if (fact === undefined ? decisions.get(key)?.some(isIn) === true : isIn(fact)) return true;
    open.delete(key);
    done.add(key);
    return false;
  };
  return starts.some(visit);
}

/** Looks through decisions, of one or of several versions, and the facts that they read. */
function cyclesIn(all: readonly Decision[], facts: Readonly<Record<string, Fact>>): readonly Diagnostic[] {
  const decisions = Map.groupBy(all, ({ name }) => name);
  const done = new Set<string>();
  const path: string[] = [];
  const found: Diagnostic[] = [];
  const visit = (key: string): void => {
    if (done.has(key)) return;
    path.push(key);
    for (const next of readBy(key, decisions, facts)) {
      // Each cycle is closed by a read like this one, so blocking its reader leaves none.
      if (path.includes(next)) found.push(closedBy(key, [...path.slice(path.indexOf(next)), next], decisions, facts));
      else visit(next);
    }
    path.pop();
    done.add(key);
  };
  for (const { name } of all) visit(`decision ${name}`);
  return found;
}

function closedBy(
  reader: string,
  cycle: readonly string[],
  decisions: ReadonlyMap<string, readonly Decision[]>,
  facts: Readonly<Record<string, Fact>>,
): Diagnostic {
  const [is, name = ''] = reader.split(' ');
  const at = is === 'fact' ? facts[name] : decisions.get(name)?.[0];
  if (at === undefined) throw new Error(`${reader} reads and is not there`);
  const names = cycle.map((key) => key.slice(key.indexOf(' ') + 1));
  return handbookMessages.cycle({ path: names.join(' → ') }, at.origin);
}

function readBy(
  key: string,
  decisions: ReadonlyMap<string, readonly Decision[]>,
  facts: Readonly<Record<string, Fact>>,
): readonly string[] {
  const [is, name = ''] = key.split(' ');
  const fact = is === 'fact' ? facts[name] : undefined;
  return (fact === undefined ? (decisions.get(name) ?? []) : [fact]).flatMap(keysReadBy);
}

import type { Arm, Ir } from '../ir/ir.ts';
import type { Decision, Gap, Interpretation } from '../ir/program.ts';
import { boolean } from '../ir/type.ts';
import type { Edition } from './edition.ts';
import { partOf, suffixOf } from './rename.ts';
import { changeDays, versionAt } from './timeline.ts';

/** What stands in a program so that something that has begun keeps the rules it began under. */
interface Running {
  readonly decisions: readonly Decision[];
  readonly gaps: readonly Gap[];
  readonly interpretations: readonly Interpretation[];
}
interface Segment {
  readonly from: string;
  readonly version: Edition | undefined;
}

/**
 * A running procedure keeps the version of the day on which it began (semantics 6.4): each version that held until `at` stands
 * in the program under names of its own (`p.done/v1`), and a decision asks the one of the first event's day; what has not begun
 * has the one in force. Begun before the first version: the first one. Undefined where there is nothing to choose between.
 */
export function runningVersions(versions: readonly Edition[], at: string, known: string): Running | undefined {
  // Most policies are no procedures, and days are reckoned for the others only.
  if (versions.every(({ began }) => began === undefined)) return undefined;
  const segments = segmentsUntil(versions, at, known);
  const held = [...new Set(segments.flatMap(({ version }) => version ?? []))];
  const newest = segments.findLast(({ version }) => version !== undefined)?.version;
  const began = newest?.began;
  if (newest === undefined || began === undefined || newest.blockedBy !== undefined) return undefined;
  const current = segments.at(-1)?.version;
  if (held.length < 2 && current !== undefined) return undefined;
  const visible = newest.decisions.filter(({ hidden }) => !hidden);
  const nowhere: readonly Decision[] = visible.map((decision) => ({
    ...decision,
    name: decision.name + noVersion,
    hidden: true,
    appliesWhen: [],
    requires: [],
    body: { is: 'no-version' },
  }));
  const parts = held.flatMap((version) => version.decisions.map((decision) => heldPart(decision, version)));
  const all = new Map([...nowhere, ...parts].map((part) => [part.name, part]));
  const arms = (of: (version: Edition | undefined) => Ir, origin: Ir['origin'], type: Ir['type']): Ir => ({
    op: 'choose',
    type,
    origin,
    arms: [
      { when: not(began.isRunning), value: of(current), cites: [] },
      ...segments
        .slice(1)
        .toReversed()
        .map(({ from, version }): Arm => ({ when: since(began.day, from), value: of(version), cites: [] })),
    ],
    otherwise: of(segments[0]?.version),
  });
  const joined = visible.map((decision): Decision => {
    const { name, origin, type } = decision;
    const partName = (version: Edition | undefined): string => {
      const wanted = name + (version === undefined ? noVersion : suffixOf(version));
      return all.has(wanted) ? wanted : name + noVersion;
    };
    const applies = (version: Edition | undefined): Ir =>
      allTrue(all.get(partName(version))?.appliesWhen ?? [], origin);
    const read = (version: Edition | undefined): Ir => ({
      op: 'decision',
      type,
      origin,
      name: partName(version),
      args: [],
    });
    const isConditional = held.some((version) => (all.get(partName(version))?.appliesWhen.length ?? 0) > 0);
    return {
      ...decision,
      appliesWhen: isConditional ? [arms(applies, origin, boolean)] : [],
      requires: [],
      body: { is: 'ir', ir: arms(read, origin, type) },
    };
  });
  return {
    decisions: [...[...all.values()].map((part) => ({ ...part, appliesWhen: [] })), ...joined],
    gaps: held.flatMap(({ gaps }) => gaps),
    interpretations: held.flatMap(({ interpretations }) => interpretations),
  };
}

const noVersion = '/v0';
function heldPart(decision: Decision, version: Edition): Decision {
  const diagnostic = version.blockedBy;
  const part = partOf(decision, version);
  return diagnostic === undefined ? part : { ...part, body: { is: 'blocked', diagnostic } };
}

/** From the first version's first day on, oldest first: the version that holds from each day on which that changes. */
function segmentsUntil(versions: readonly Edition[], at: string, known: string): readonly Segment[] {
  const segments: Segment[] = [];
  for (const from of changeDays(versions).filter((day) => day <= at)) {
    const version = versionAt(versions, from, known);
    const before = segments.at(-1);
    if (before === undefined ? version !== undefined : before.version !== version) segments.push({ from, version });
  }
  return segments;
}

const not = (operand: Ir): Ir => ({ op: 'not', type: boolean, origin: operand.origin, operand });

const since = (day: Ir, iso: string): Ir => ({
  op: 'compare',
  type: boolean,
  origin: day.origin,
  comparison: '>=',
  left: day,
  right: { op: 'literal', type: day.type, origin: day.origin, value: { is: 'date', iso } },
});

function allTrue(conditions: readonly Ir[], origin: Ir['origin']): Ir {
  const yes: Ir = { op: 'literal', type: boolean, origin, value: { is: 'boolean', truth: true } };
  return conditions.reduce(
    (left, right): Ir => ({ op: 'logic', type: boolean, origin, connective: 'and', left, right }),
    yes,
  );
}

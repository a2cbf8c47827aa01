import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Interpretation, PolicyHead } from '../ir/program.ts';
import { link } from '../program/link.ts';
import { versionAt } from '../program/timeline.ts';
import { readDecision, type DecisionReading } from './decision-reading.ts';
import { stateOf, type VersionState } from './overview.ts';
import type { Workspace } from './workspace.ts';

/** A policy as people read it: no YAML, no names of keys. */
export interface Reading {
  readonly head: PolicyHead;
  readonly kind: Texts;
  readonly state: VersionState;
  readonly clauses: readonly Clause[];
  readonly decisions: readonly DecisionReading[];
  /** The policy's own, in the order of the file. */
  readonly interpretations: readonly Interpretation[];
  /** Something in it means nothing, so nothing it decides can be read. */
  readonly blocked: boolean;
}

/** A clause of a source; a title when a register has it. */
export interface Clause {
  readonly id: string;
  readonly title?: Texts;
}

/** The policy that a file holds, as it reads on a day; undefined when the file holds none that can be read. */
export function readPolicy({ handbook }: Workspace, path: string, at: string): Reading | undefined {
  for (const versions of handbook.versions.values()) {
    const version = versions.find(({ head }) => head.file === path);
    if (version === undefined) continue;
    const titles = new Map(
      handbook.sources.registers.flatMap(({ value }) => value.clauses.map(({ id, title }) => [id.text, title])),
    );
    const program = link(handbook, { at });
    const isBlocked = version.blockedBy !== undefined;
    return {
      head: version.head,
      kind: version.read.kind.title,
      state: stateOf(version.head, versionAt(versions, at)?.head, at),
      clauses: version.head.cites.map((id) => clauseOf(id, titles)),
      decisions: isBlocked ? [] : version.decisions.flatMap((decision) => readDecision(decision, program)),
      interpretations: version.interpretations,
      blocked: isBlocked,
    };
  }
  return undefined;
}

function clauseOf(id: string, titles: ReadonlyMap<string, Texts>): Clause {
  const title = titles.get(id);
  return title === undefined ? { id } : { id, title };
}

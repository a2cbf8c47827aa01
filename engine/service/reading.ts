import type { Texts } from '../diagnostic/diagnostic.ts';
import { wording } from '../evaluate/wording.ts';
import type { Bands, Ir, Round } from '../ir/ir.ts';
import type { Decision, Interpretation, PolicyHead, Program } from '../ir/program.ts';
import { printType } from '../ir/type.ts';
import type { Version } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import { isLine, valueAt } from '../proof/line.ts';
import { versionAt } from '../program/timeline.ts';
import { parseExact } from '../value/exact.ts';
import { printValue } from '../value/print.ts';
import { stateOf, type VersionState } from './overview.ts';
import { readTiers, type TierReading } from './tiers.ts';
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

export interface DecisionReading {
  readonly name: string;
  readonly title: Texts;
  readonly type: string;
  readonly cites: readonly string[];
  /** Seen inside the policy only. */
  readonly hidden: boolean;
  /** `to` as people write it: `0.01 CNY`. */
  readonly round?: Pick<Round, 'to' | 'mode' | 'declaredBy'>;
  readonly body: { readonly is: 'tiers'; readonly tiers: TierReading } | { readonly is: 'text'; readonly text: string };
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
    return {
      head: version.head,
      kind: version.read.kind.title,
      state: stateOf(version.head, versionAt(versions, at)?.head, at),
      clauses: version.head.cites.map((id) => clauseOf(id, titles)),
      decisions: version.decisions.flatMap((decision) => readDecision(decision, version, program)),
      interpretations: version.interpretations,
      blocked: version.blockedBy !== undefined,
    };
  }
  return undefined;
}

function clauseOf(id: string, titles: ReadonlyMap<string, Texts>): Clause {
  const title = titles.get(id);
  return title === undefined ? { id } : { id, title };
}

function readDecision(decision: Decision, version: Version, program: Program): readonly DecisionReading[] {
  if (version.blockedBy !== undefined || decision.body.is !== 'ir') return [];
  const { name, title, cites, hidden, type } = decision;
  const { ir } = decision.body;
  const bands = bandsOf(ir);
  const body =
    bands === undefined
      ? ({ is: 'text', text: wording(ir, program) } as const)
      : ({ is: 'tiers', tiers: readTiers(bands, program) } as const);
  const round =
    ir.op === 'round' ? { round: { to: stepOf(ir, program), mode: ir.mode, declaredBy: ir.declaredBy } } : {};
  return [{ name, title, type: printType(type), cites, hidden, ...round, body }];
}

/** The scale that decides, below rounding and marks of the whole. */
function bandsOf(ir: Ir): Bands | undefined {
  if (ir.op === 'bands') return ir;
  return ir.op === 'round' || ir.op === 'mark' ? bandsOf(ir.value) : undefined;
}

function stepOf({ type, to }: Round, program: Program): string {
  return isLine(type) ? printValue(valueAt(type, parseExact(to)), program) : to;
}

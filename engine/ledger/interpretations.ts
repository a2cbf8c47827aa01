import { partsOf } from '../ir/parts.ts';
import type { Decision, Fact, Interpretation } from '../ir/program.ts';
import { readsOf } from '../ir/reads.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { conventionsOf, restedOn } from '../program/interpretations.ts';

/** An interpretation with where it belongs and the decisions that rest on it. */
export interface InterpretationEntry {
  readonly id: string;
  /** The policy; of a convention of the handbook undefined. */
  readonly policy?: string;
  readonly scope?: string;
  /** The day from which the policy's newest version, in which it stands, is known. */
  readonly published?: string;
  readonly interpretation: Interpretation;
  /** Decisions with a place that rests on it, also through local definitions and computed facts. */
  readonly decisions: readonly string[];
}

/** Every interpretation of the newest versions, conventions of the handbook first, then by scope and policy. */
export function interpretationsIn({ sources, versions, facts }: Handbook): readonly InterpretationEntry[] {
  const newest = [...versions.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
  const resting = restingOn(newest, facts);
  const conventions = conventionsOf(sources).map((interpretation): InterpretationEntry => ({
    id: interpretation.id,
    interpretation,
    decisions: resting.get(interpretation.id) ?? [],
  }));
  const ofPolicies = newest.flatMap(({ head, interpretations }) =>
    interpretations.map((interpretation): InterpretationEntry => ({
      id: interpretation.id,
      policy: head.policy,
      ...(head.scope === undefined ? {} : { scope: head.scope }),
      published: head.published,
      interpretation,
      decisions: resting.get(interpretation.id) ?? [],
    })),
  );
  const order = (scope = '', policy = '') => `${scope} ${policy}`;
  return [
    ...conventions,
    ...ofPolicies.toSorted((a, b) => (order(a.scope, a.policy) < order(b.scope, b.policy) ? -1 : 1)),
  ];
}

/** Interpretation → decisions that people can ask. */
function restingOn(
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
): ReadonlyMap<string, readonly string[]> {
  const decisions = versions.flatMap((version) => version.decisions);
  const hidden = new Map(decisions.flatMap((one) => (one.hidden ? [[one.name, one] as const] : [])));
  const found = new Map<string, string[]>();
  for (const decision of decisions) {
    if (decision.hidden) continue;
    for (const id of restsOf(decision, hidden, facts)) found.set(id, [...(found.get(id) ?? []), decision.name]);
  }
  return found;
}

/** What a decision rests on itself; decisions that it reads are listed by themselves. */
function restsOf(
  decision: Decision,
  hidden: ReadonlyMap<string, Decision>,
  facts: Readonly<Record<string, Fact>>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  const waiting = [partsOf(decision)];
  for (let irs = waiting.pop(); irs !== undefined; irs = waiting.pop()) {
    for (const id of restedOn(irs)) found.add(id);
    for (const { is, name } of readsOf(irs)) {
      if (seen.has(`${is} ${name}`)) continue;
      seen.add(`${is} ${name}`);
      const local = is === 'decision' ? hidden.get(name) : undefined;
      const orFrom = is === 'fact' ? facts[name]?.orFrom : undefined;
      if (local !== undefined) waiting.push(partsOf(local));
      if (orFrom !== undefined) waiting.push([orFrom]);
    }
  }
  return found;
}

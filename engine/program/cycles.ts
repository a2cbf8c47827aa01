import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Decision, Fact } from '../ir/program.ts';
import type { Ir } from '../ir/ir.ts';
import { nodes } from '../ir/walk.ts';
import type { Version } from './handbook.ts';
import { handbookMessages } from './messages.ts';
import { versionAt } from './timeline.ts';

/**
 * Decisions and computed facts that need each other, on any day: the versions in force change only where one starts or
 * ends, so the days on which versions start stand for all others.
 */
export function checkCycles(
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
): readonly Diagnostic[] {
  const policies = [...Map.groupBy(versions, ({ head }) => head.policy).values()];
  const days = new Set(versions.map(({ head }) => head.from));
  const found = new Map<string, Diagnostic>();
  for (const day of days) {
    const inForce = policies.flatMap((same) => versionAt(same, day) ?? []);
    const decisions = inForce.flatMap((version) => version.decisions);
    const cycle = firstCycle(new Map(decisions.map((decision) => [decision.name, decision])), facts);
    if (cycle !== undefined) found.set(cycle.message.en, cycle);
  }
  return [...found.values()];
}

/** What a decision or a computed fact reads. */
export function readsOf(irs: readonly Ir[]): readonly { readonly is: 'decision' | 'fact'; readonly name: string }[] {
  return irs.flatMap((ir) =>
    [...nodes(ir)].flatMap((node) =>
      node.op === 'decision' || node.op === 'fact' ? [{ is: node.op, name: node.name }] : [],
    ),
  );
}

function firstCycle(
  decisions: ReadonlyMap<string, Decision>,
  facts: Readonly<Record<string, Fact>>,
): Diagnostic | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (key: string): readonly string[] | undefined => {
    if (path.includes(key)) return [...path.slice(path.indexOf(key)), key];
    if (done.has(key)) return undefined;
    path.push(key);
    for (const { is, name } of readsOf(partsOf(key, decisions, facts))) {
      const cycle = visit(`${is} ${name}`);
      if (cycle !== undefined) return cycle;
    }
    path.pop();
    done.add(key);
    return undefined;
  };
  for (const decision of decisions.values()) {
    const cycle = visit(`decision ${decision.name}`);
    if (cycle !== undefined) {
      const names = cycle.map((key) => key.slice(key.indexOf(' ') + 1));
      const inCycle = cycle.find((key) => key.startsWith('decision '))?.slice('decision '.length);
      const at = decisions.get(inCycle ?? '') ?? decision;
      return handbookMessages.cycle({ path: names.join(' → ') }, at.origin);
    }
  }
  return undefined;
}

function partsOf(
  key: string,
  decisions: ReadonlyMap<string, Decision>,
  facts: Readonly<Record<string, Fact>>,
): readonly Ir[] {
  const [is, name = ''] = key.split(' ');
  if (is === 'fact') return [facts[name]?.orFrom].filter((ir) => ir !== undefined);
  const decision = decisions.get(name);
  if (decision === undefined) return [];
  const body = decision.body.is === 'ir' ? [decision.body.ir] : [];
  return [...decision.appliesWhen, ...decision.requires.map(({ that }) => that), ...body];
}

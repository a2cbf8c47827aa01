import type { Decision } from '../../ir/program.ts';
import type { Handbook, Version } from '../../program/handbook.ts';
import type { Thing } from './things.ts';

/** What policies declare, in all their versions. */
export function thingsOfPolicies(
  handbook: Handbook,
): Readonly<
  Record<'decision' | 'definition' | 'parameter' | 'policy' | 'interpretation' | 'gap', () => readonly Thing[]>
> {
  const versions = [...handbook.versions.values()].flat();
  return {
    decision: () => versions.flatMap((version) => decisionsOf(version, false)),
    definition: () => versions.flatMap((version) => decisionsOf(version, true)),
    parameter: () =>
      versions.flatMap(({ parameters }) =>
        parameters.map((parameter) => ({
          sort: 'parameter',
          name: parameter.name,
          title: parameter.title,
          parameter,
          ats: [parameter.origin],
        })),
      ),
    policy: () =>
      versions.map(({ head, read }) => ({
        sort: 'policy',
        name: head.policy,
        title: head.title,
        head,
        ats: [read.policy.policy.span],
      })),
    interpretation: () =>
      [...handbook.conventions, ...versions.flatMap(({ interpretations }) => interpretations)].map(
        (interpretation) => ({
          sort: 'interpretation',
          name: interpretation.id,
          title: interpretation.answer,
          interpretation,
          ats: [interpretation.origin],
        }),
      ),
    gap: () =>
      versions.flatMap(({ gaps }) =>
        gaps.map((gap) => ({ sort: 'gap', name: gap.id, title: gap.says, gap, ats: [gap.origin] })),
      ),
  };
}

const elementSuffix = '/each';

function decisionsOf({ head, decisions }: Version, hidden: boolean): readonly Thing[] {
  const prefix = `${head.policy}.`.length;
  const own = new Map<string, Decision>();
  for (const decision of decisions) {
    const isElement = decision.name.endsWith(elementSuffix);
    const name = isElement ? decision.name.slice(0, -elementSuffix.length) : decision.name;
    // A local definition under `each` exists only for an element; other outputs exist as a list as well.
    if (!isElement || !own.has(name)) own.set(name, decision);
  }
  return [...own]
    .filter(([name, decision]) => isDefinition(name, decision, decisions) === hidden)
    .map(([name, decision]) => ({
      sort: hidden ? 'definition' : 'decision',
      name: hidden ? name.slice(prefix) : name,
      title: decision.title,
      decision,
      policy: head.policy,
      ats: [decision.origin],
    }));
}

function isDefinition(name: string, decision: Decision, all: readonly Decision[]): boolean {
  return decision.hidden && !all.some((other) => other.name === name && !other.hidden);
}

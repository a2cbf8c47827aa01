import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Handbook } from '../../program/handbook.ts';
import type { Span } from '../../source/span.ts';
import { gateWords } from '../effect/gates.ts';
import { differenceWords } from './difference-words.ts';
import { verdictMessages } from './messages.ts';
import type { Parts } from './report.ts';
import { monthsOf } from './retroactive.ts';

/** What stands against merging, or should be looked at, each at the place that it is about. */
export function verdictsOf(parts: Parts, base: Handbook, head: Handbook): readonly Diagnostic[] {
  const at = (policy: string, version?: number): Span => spanOf(policy, version, head, base);
  return [
    ...parts.policies.flatMap(({ policy, version, from, change, why }) => {
      const place = at(policy, version);
      switch (change) {
        case 'edited-in-force':
        case 'removed-in-force':
          return [verdictMessages[change]({ policy, version, from }, place)];
        case 'unreadable':
          return why === undefined ? [] : [verdictMessages.unreadable({ policy, why: why.message }, why.span)];
        case 'not-compared':
          return why === undefined ? [] : [verdictMessages['not-compared']({ policy, why: why.message }, place)];
        default:
          return [];
      }
    }),
    ...parts.shared.flatMap(({ says, refused }) =>
      refused ? [verdictMessages['shared-meaning']({ what: says }, manifestSpan(head))] : [],
    ),
    ...caseVerdicts(parts),
    ...(parts.failedOn ? [verdictMessages['population-unanswered']({}, manifestSpan(head))] : []),
    ...tableVerdicts(parts, base.gates.length > 0, manifestSpan(head)),
    ...[...(parts.effect?.gates ?? []), ...parts.retroactive.settled.flatMap(({ effect }) => effect.gates)].flatMap(
      (gate) => (gate.failed ? [verdictMessages['gate-failed']({ what: gateWords(gate) }, manifestSpan(head))] : []),
    ),
    ...approvalVerdicts(parts, at),
    ...parts.retroactive.versions.flatMap((one) => {
      const { policy, version, from } = one;
      if (one.closed === undefined) return [];
      const args = { policy, version: String(version), from, periods: monthsOf(one) };
      return [verdictMessages.retroactive(args, at(policy, version))];
    }),
  ];
}

/** What a table shows matters where outcomes were tried on it. */
function tableVerdicts(
  { effect, retroactive, alteredTables }: Parts,
  isGated: boolean,
  place: Span,
): readonly Diagnostic[] {
  if (effect === undefined && retroactive.settled.length === 0) return [];
  const code = isGated ? 'gates-evaded' : 'table-altered';
  return alteredTables.map((file) => verdictMessages[code]({ file }, place));
}

/** Rows of a table are one case: told once, with the first that is wrong. */
function caseVerdicts({ cases }: Parts): readonly Diagnostic[] {
  const broken = cases.failing.filter(({ before }) => before !== 'failed');
  const same = Map.groupBy(broken, ({ policies, id, decision }) => JSON.stringify([policies, id, decision]));
  return [...same.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { id, decision, differences, span } = first;
    const code = rows.some(({ before }) => before === 'held') ? 'case-fails' : 'new-case-fails';
    return [verdictMessages[code]({ id, decision, what: differenceWords(differences), rows: rows.length }, span)];
  });
}

function approvalVerdicts({ approvals, policies }: Parts, at: (policy: string) => Span): readonly Diagnostic[] {
  const { needed, strangers, required } = approvals;
  const several = new Set(needed.map(({ scope }) => scope)).size > 1;
  const missing = needed.filter(({ commits }) => commits.length === 0);
  return [
    ...missing.map(({ policy, scope, owner, title }) => {
      const called = policies.find((one) => one.policy === policy)?.title ?? { en: policy, zh: policy };
      const args = { policy, called, owner: several ? `${scope}/${owner}` : owner, title };
      return verdictMessages[required ? 'approval-required' : 'not-approved'](args, at(policy));
    }),
    ...strangers.map((stranger) => verdictMessages['unknown-approver'](stranger, at(needed[0]?.policy ?? ''))),
  ];
}

/** Where a version says which policy it is; in the base where the change took it away. */
function spanOf(policy: string, version: number | undefined, ...handbooks: readonly Handbook[]): Span {
  for (const { versions } of handbooks) {
    const all = versions.get(policy) ?? [];
    const found = version === undefined ? all[0] : all.find(({ head }) => head.version === version);
    if (found !== undefined) return found.read.policy.policy.span;
  }
  const [head] = handbooks;
  return head === undefined ? nowhere : manifestSpan(head);
}

const nowhere: Span = { file: 'handbook.yaml', start: 0, end: 0 };

function manifestSpan({ sources: { manifest } }: Handbook): Span {
  return manifest === undefined ? nowhere : { file: manifest.file.name, start: 0, end: 0 };
}

import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { PolicyHead } from '../ir/program.ts';
import { handbookMessages } from './messages.ts';
import type { ReadPolicy, Sources } from './read.ts';

/** A policy's head as plain data; version 1 may leave its dates to its scope (semantics 6.6). */
export function headOf(
  { file, kind, policy }: ReadPolicy,
  sources: Sources,
  report: (diagnostic: Diagnostic) => void,
): PolicyHead {
  const scope = sources.manifest?.value.scopes.find(({ key }) => key.text === policy.scope?.text)?.value;
  const adopted = policy.version === 1 ? scope?.adopted : undefined;
  const from = policy.effective?.from.iso ?? adopted?.from.iso;
  const published = policy.published?.iso ?? adopted?.published.iso;
  const missing = [
    ...(from === undefined ? (['effective'] as const) : []),
    ...(published === undefined ? (['published'] as const) : []),
  ];
  if (missing.length > 0) report(handbookMessages['no-dates']({ missing }, policy.policy.span));
  const to = policy.effective?.to?.iso;
  if (from !== undefined && to !== undefined && to < from) {
    report(handbookMessages['ends-before-it-starts']({ from, to }, policy.effective?.to?.span ?? policy.policy.span));
  }
  const { owner, period, split, because } = policy;
  return {
    policy: policy.policy.text,
    kind: kind.name,
    version: policy.version,
    from: from ?? '0001-01-01',
    ...(to === undefined ? {} : { to }),
    published: published ?? '0001-01-01',
    title: policy.title,
    cites: (policy.cites ?? []).map(({ text }) => text),
    ...(policy.scope === undefined ? {} : { scope: policy.scope.text }),
    ...(owner?.form === 'plain' ? { owner: owner.value.text } : {}),
    ...(period === undefined ? {} : { period }),
    ...(split === undefined ? {} : { split }),
    ...(policy['period-rule'] === undefined ? {} : { periodRule: policy['period-rule'] }),
    ...(because === undefined ? {} : { because }),
    file: file.name,
  };
}

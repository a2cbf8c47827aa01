import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Fact } from '../ir/program.ts';
import { readsOf } from './cycles.ts';
import type { Version } from './handbook.ts';
import { handbookMessages } from './messages.ts';

/** A version after the first says why it came. */
export function checkReasons(versions: readonly Version[]): readonly Diagnostic[] {
  return versions.flatMap(({ head, read }) => {
    if (head.version === 1 || head.because !== undefined) return [];
    const args = { policy: head.policy, version: String(head.version) };
    return [handbookMessages['no-reason'](args, read.policy.policy.span)];
  });
}

/** Facts that no policy reads, directly or through another fact. */
export function unusedFacts(
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
): readonly Diagnostic[] {
  const decisions = versions.flatMap((version) => version.decisions);
  const parts = decisions.flatMap(({ appliesWhen, requires, body }) => [
    ...appliesWhen,
    ...requires.map(({ that }) => that),
    ...(body.is === 'ir' ? [body.ir] : []),
  ]);
  const computed = Object.values(facts).flatMap(({ orFrom }) => orFrom ?? []);
  const read = new Set(readsOf([...parts, ...computed]).flatMap(({ is, name }) => (is === 'fact' ? [name] : [])));
  return Object.values(facts)
    .filter(({ name, type }) => !read.has(name) && type.is !== 'unknown')
    .map(({ name, origin }) => handbookMessages['unused-fact']({ name }, origin));
}

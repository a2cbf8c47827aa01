import type { Handbook } from './handbook.ts';
import type { BrokenPolicy } from './read.ts';

/** The policy that would have the decision, if its file could be read. */
export function brokenPolicyOf({ sources }: Handbook, decision: string): BrokenPolicy | undefined {
  return sources.broken.find(({ name }) => decision.startsWith(`${name}.`));
}

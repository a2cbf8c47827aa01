import type { Interpretation } from '../../ir/program.ts';
import type { Handbook } from '../../program/handbook.ts';

/** What is read into the sources otherwise than before: of the newest versions, and of the manifest. */
export interface InterpretationChanges {
  readonly gained: readonly Interpretation[];
  readonly lost: readonly Interpretation[];
  readonly decided: readonly Interpretation[];
  readonly reopened: readonly Interpretation[];
}

export function interpretationChange(base: Handbook, head: Handbook): InterpretationChanges {
  const [old, now] = [interpretationsOf(base), interpretationsOf(head)];
  const was = (id: string): Interpretation['status'] | undefined => old.get(id)?.status;
  const kept = [...now.values()].filter(({ id }) => old.has(id));
  return {
    gained: [...now.values()].filter(({ id }) => !old.has(id)),
    lost: [...old.values()].filter(({ id }) => !now.has(id)),
    decided: kept.filter(({ id, status }) => was(id) === 'proposed' && status !== 'proposed'),
    reopened: kept.filter(({ id, status }) => was(id) !== 'proposed' && status === 'proposed'),
  };
}

function interpretationsOf({ versions, conventions }: Handbook): ReadonlyMap<string, Interpretation> {
  const newest = [...versions.values()].flatMap(([first]) => first?.interpretations ?? []);
  return new Map([...conventions, ...newest].map((one) => [one.id, one]));
}

import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { partsOf } from '../../ir/parts.ts';
import type { Decision, Program } from '../../ir/program.ts';
import { nodes } from '../../ir/walk.ts';

/** Decisions that were asked of a back end. */
export interface Counted {
  readonly program: Program;
  readonly said: ReadonlyMap<string, unknown>;
  readonly refused: ReadonlyMap<string, Diagnostic>;
}

/** How many decisions of a kind of policy are said, and how many could be. */
interface KindCount {
  readonly kind: string;
  readonly said: number;
  readonly refused: number;
  /** Of those that have nothing to do with lists and, as rules, decide something: a condition, a table, a choice. */
  readonly listFree: { readonly said: number; readonly all: number };
}

/** By kind of policy, in the order of their names. */
export function countsOf({ program, said, refused }: Counted): readonly KindCount[] {
  const counts = new Map<string, KindCount>();
  for (const name of [...said.keys(), ...refused.keys()]) {
    const decision = program.decisions[name];
    if (decision === undefined) continue;
    const isSaid = said.has(name) ? 1 : 0;
    const counted = isListFree(decision) && refused.get(name)?.code !== 'json-rules/no-condition' ? 1 : 0;
    const kind = kindOf(decision, program);
    const before = counts.get(kind);
    counts.set(kind, {
      kind,
      said: (before?.said ?? 0) + isSaid,
      refused: (before?.refused ?? 0) + 1 - isSaid,
      listFree: {
        said: (before?.listFree.said ?? 0) + isSaid * counted,
        all: (before?.listFree.all ?? 0) + counted,
      },
    });
  }
  return [...counts.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

const kindOf = ({ policy }: Decision, { policies }: Program): string => policies[policy]?.kind ?? 'no version';

/** It takes no argument, and no part of it is a list or a record. */
export function isListFree(decision: Decision): boolean {
  const parts = partsOf(decision).flatMap((part) => [...nodes(part)]);
  return decision.takes.length === 0 && parts.every(({ type }) => type.is !== 'list' && type.is !== 'record');
}

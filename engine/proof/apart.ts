import type { Ir } from '../ir/ir.ts';
import { nodes } from '../ir/walk.ts';
import type { Column } from './columns.ts';

/**
 * Has nothing that is computed anything to do with another part of the conditions? Then each part can be either way by itself.
 * What decisions read is not followed: one that does not stand alone counts as bound up with the rest.
 */
export function areApart(columns: readonly Column[]): boolean {
  const sides = columns.flatMap(({ subject }) =>
    subject.is === 'order' ? [subject.left, subject.right] : [subject.of],
  );
  const reads = sides.map(readsOf);
  if (columns.length > 1 && reads.some((names) => [...names].some((name) => name.startsWith('decision '))))
    return false;
  return reads.every((one, i) => reads.slice(i + 1).every((other) => one.isDisjointFrom(other)));
}

function readsOf(ir: Ir): ReadonlySet<string> {
  return new Set(
    [...nodes(ir)].flatMap((node) => {
      switch (node.op) {
        case 'fact':
        case 'parameter':
        case 'decision':
        case 'local':
          return [`${node.op} ${node.name}`];
        default:
          return [];
      }
    }),
  );
}

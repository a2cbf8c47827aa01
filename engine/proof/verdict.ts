import type { Ir, Range } from '../ir/ir.ts';
import { rangeParts } from '../ir/walk.ts';
import type { Value } from '../ir/value.ts';

/** What one row's cell says about each atom of its column. */
export type Verdicts = Uint8Array;
export const no = 0;
export const yes = 1;
/** The cell cannot be asked: `none` against an interval is undetermined, which is neither a gap nor an overlap. */
export const unsettled = 2;

/** The values that a cell names; its bounds are known to be literals. */
export function literals(cell: Range): readonly Value[] {
  return rangeParts(cell).flatMap((part: Ir) => (part.op === 'literal' ? [part.value] : []));
}

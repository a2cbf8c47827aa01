import type { Range } from '../../ir/ir.ts';
import type { Value } from '../../ir/value.ts';

/** The end of a fact's range, if it stands in the handbook. */
export function boundOf(
  range: Range | undefined,
  side: 'low' | 'high',
): { readonly value: Value; readonly open: boolean } | undefined {
  const bound = range?.range === 'interval' ? range[side] : undefined;
  return bound?.at.op === 'literal' ? { value: bound.at.value, open: bound.open } : undefined;
}

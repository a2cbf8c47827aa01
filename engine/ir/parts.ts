import type { Ir } from './ir.ts';
import type { Decision } from './program.ts';

/** All that a decision is computed from. */
export function partsOf({ appliesWhen, requires, body }: Decision): readonly Ir[] {
  return [...appliesWhen, ...requires.map(({ that }) => that), ...(body.is === 'ir' ? [body.ir] : [])];
}

import type { Ir } from '../ir/ir.ts';
import type { Atom } from './atom.ts';
import { factsOf, meaningKey } from './meaning-key.ts';
import { keyOf, readsOf } from './symbol.ts';
import type { Walk } from './walk.ts';
import { computedAtom } from './world.ts';

/** Something that is not looked into: loops over lists, and what depends on them. */
export function unseen(ir: Ir, { program, world, locals, meanings }: Walk): Atom {
  const bound = [...locals].map(([id, value]) => `${id}=${keyOf(value)}`).join(', ');
  const reads = [...factsOf(ir, program, meanings), ...[...locals.values()].flatMap(readsOf)];
  return computedAtom(`${meaningKey(ir, program, meanings)}${bound === '' ? '' : ` with ${bound}`}`, ir, reads, world);
}

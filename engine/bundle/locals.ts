import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import { partsOf } from '../ir/parts.ts';
import type { Decision } from '../ir/program.ts';
import { children } from '../ir/walk.ts';

/** What a decision reads that nothing binds. */
export function unbound(decisions: readonly Decision[]): Texts | undefined {
  const free = freeLocals();
  for (const decision of decisions) {
    const taken = new Set(decision.takes.map(({ id }) => id));
    for (const part of partsOf(decision)) {
      const stray = [...free(part)].find((id) => !taken.has(id));
      if (stray !== undefined)
        return { en: `something that binds “${stray.slice(0, 80)}”`, zh: `绑定“${stray.slice(0, 80)}”之处` };
    }
  }
  return undefined;
}

/** Names that a node may read from outside: what is bound there lies one in another, and nobody nests so much. */
const mostFree = 200;
/** Stands for more than those, and is bound nowhere since it is not among what nodes bind. */
const tooMany: ReadonlySet<string> = new Set(['more than 200 names']);

/** The locals that a node reads and does not bind itself; of too many one that nothing binds, so that reading stays quick. */
export function freeLocals(): (node: Ir) => ReadonlySet<string> {
  const known = new Map<Ir, ReadonlySet<string>>();
  const free = (node: Ir): ReadonlySet<string> => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const found = freeIn(node, free);
    known.set(node, found);
    return found;
  };
  return free;
}

type Free = (node: Ir) => ReadonlySet<string>;

function freeIn(node: Ir, free: Free): ReadonlySet<string> {
  switch (node.op) {
    case 'local':
      return new Set([node.id]);
    case 'aggregate':
      return together([without(freeOf([node.where, node.body, node.by], free), node.local), free(node.over)]);
    case 'fold': {
      const inside = without(without(free(node.step), node.local), node.state);
      return together([inside, free(node.over), free(node.initial)]);
    }
    default:
      return freeOf(children(node), free);
  }
}

const freeOf = (parts: readonly (Ir | undefined)[], free: Free): ReadonlySet<string> =>
  together(parts.flatMap((part) => (part === undefined ? [] : [free(part)])));

function together(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const set of sets) {
    if (set === tooMany) return tooMany;
    for (const id of set) found.add(id);
    if (found.size > mostFree) return tooMany;
  }
  return found;
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return set === tooMany || !set.has(id) ? set : new Set([...set].filter((one) => one !== id));
}

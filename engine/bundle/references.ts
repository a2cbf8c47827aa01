import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import { partsOf } from '../ir/parts.ts';
import { children } from '../ir/walk.ts';

/** All that nodes of a bundle may name. */
export interface Known {
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
  readonly interpretations: ReadonlySet<string>;
}

/** The first node that names what the bundle does not have; undefined when all is there. */
export function strayName(nodes: readonly Ir[], known: Known): Texts | undefined {
  for (const node of nodes) {
    const found = strayIn(node, known);
    if (found !== undefined) return found;
  }
  return undefined;
}

function strayIn(node: Ir, known: Known): Texts | undefined {
  switch (node.op) {
    case 'fact':
      return known.facts.has(node.name) ? undefined : noSuch('fact', '事实', node.name);
    case 'parameter':
      return known.parameters.has(node.name) ? undefined : noSuch('parameter', '参数', node.name);
    case 'decision':
      return known.decisions.has(node.name) ? undefined : noSuch('decision', '决定', node.name);
    case 'reading':
      return strayMark([node.interpretation], known);
    case 'mark':
      return strayMark(node.interpretations, known);
    case 'round':
      return strayMark(node.marks, known);
    case 'undetermined': {
      const alternatives = ['gap' in node, 'fact' in node && 'needs' in node].filter(Boolean).length;
      return alternatives === 1 ? undefined : { en: 'a gap, or a fact and a number', zh: '缺口，或事实与数目' };
    }
    default:
      return undefined;
  }
}

function strayMark(ids: readonly string[], { interpretations }: Known): Texts | undefined {
  const stray = ids.find((id) => !interpretations.has(id));
  return stray === undefined ? undefined : noSuch('interpretation', '解释', stray);
}

const noSuch = (en: string, zh: string, name: string): Texts => ({
  en: `the name of a known ${en} in place of “${name.slice(0, 80)}”`,
  zh: `已知${zh}的名称，而不是“${name.slice(0, 80)}”`,
});

/** A decision that reads a local that nothing binds. */
export function unbound(decisions: readonly Decision[]): Texts | undefined {
  const free = freeLocals();
  for (const decision of decisions) {
    const taken = new Set(decision.takes.map(({ id }) => id));
    const stray = partsOf(decision).flatMap((part) => [...free(part)].filter((id) => !taken.has(id)))[0];
    if (stray !== undefined)
      return { en: `something that binds “${stray.slice(0, 80)}”`, zh: `绑定“${stray.slice(0, 80)}”之处` };
  }
  return undefined;
}

/** The locals that a node reads and does not bind itself. */
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

function freeIn(node: Ir, free: (node: Ir) => ReadonlySet<string>): ReadonlySet<string> {
  const all = (parts: readonly (Ir | undefined)[]): Set<string> =>
    new Set(parts.flatMap((part) => (part === undefined ? [] : [...free(part)])));
  switch (node.op) {
    case 'local':
      return new Set([node.id]);
    case 'aggregate': {
      const inside = all([node.where, node.body, node.by]);
      inside.delete(node.local);
      return inside.union(free(node.over));
    }
    case 'fold': {
      const inside = all([node.step]);
      inside.delete(node.local);
      inside.delete(node.state);
      return inside.union(all([node.over, node.initial]));
    }
    default:
      return all(children(node));
  }
}

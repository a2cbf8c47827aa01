import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Call, Ir, Table } from '../ir/ir.ts';
import { operands } from './nodes.ts';

/** All that nodes of a bundle may name. */
export interface Known {
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
  readonly interpretations: ReadonlySet<string>;
}

/** The first node that names what the bundle does not have, or has not as many parts as it needs; undefined when all is there. */
export function strayNode(nodes: readonly Ir[], known: Known): Texts | undefined {
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
    case 'call':
      return missedOperands(node);
    case 'table':
      return missedCells(node);
    case 'undetermined': {
      const alternatives = ['gap' in node, 'fact' in node && 'needs' in node].filter(Boolean).length;
      return alternatives === 1 ? undefined : { en: 'a gap, or a fact and a number', zh: '缺口，或事实与数目' };
    }
    default:
      return undefined;
  }
}

/** An evaluator passes over a value too many, and would give a number all the same. */
function missedOperands({ fn, args }: Call): Texts | undefined {
  const wanted = operands[fn];
  const isMany = fn === 'min' || fn === 'max';
  if (args.length === wanted || (isMany && args.length > wanted)) return undefined;
  const count = String(wanted);
  return {
    en: `${isMany ? 'at least ' : ''}${count} values for ${fn}`,
    zh: `${fn} 的值${isMany ? '至少' : '恰为'} ${count} 个`,
  };
}

function missedCells({ columns, rows }: Table): Texts | undefined {
  if (rows.every(({ cells }) => cells.length === columns.length)) return undefined;
  return { en: 'a cell for each column', zh: '每列各有一格' };
}

function strayMark(ids: readonly string[], { interpretations }: Known): Texts | undefined {
  const stray = ids.find((id) => !interpretations.has(id));
  return stray === undefined ? undefined : noSuch('interpretation', '解释', stray);
}

const noSuch = (en: string, zh: string, name: string): Texts => ({
  en: `the name of a known ${en} in place of “${name.slice(0, 80)}”`,
  zh: `已知${zh}的名称，而不是“${name.slice(0, 80)}”`,
});

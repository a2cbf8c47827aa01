import { functions } from '../../engine/ir/functions.ts';
import type { Ir } from '../../engine/ir/ir.ts';
import type { Result } from '../oracle/result.ts';

export interface Reached {
  readonly counts: ReadonlyMap<string, number>;
  readonly visit: (node: Ir, result: Result) => void;
}

/** Counts what a run of the oracle went through; a call counts only where it gave a value. */
export function reached(): Reached {
  const counts = new Map<string, number>(everything.map((name) => [name, 0]));
  const visit = (node: Ir, result: Result): void => {
    if (result.status === 'determined' || node.op === 'undetermined') {
      for (const name of namesOf(node)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  };
  return { counts, visit };
}

/** The node's op, with the variant of those that have some. */
function namesOf(node: Ir): readonly string[] {
  switch (node.op) {
    case 'call':
      return [node.op, `call ${node.fn}`];
    case 'logic':
      return [node.op, `logic ${node.connective}`];
    case 'bands':
      return [node.op, `bands ${node.mode}`];
    case 'table':
      return [node.op, `table ${node.hit}${node.collect === undefined ? '' : ` ${node.collect}`}`];
    case 'aggregate':
      return [node.op, `aggregate ${node.operator}`];
    case 'round':
      return [node.op, `round ${node.mode}`];
    default:
      return [node.op];
  }
}

const ops: { readonly [Op in Ir['op']]: readonly string[] } = {
  literal: [],
  list: [],
  record: [],
  fact: [],
  parameter: [],
  decision: [],
  local: [],
  field: [],
  known: [],
  call: ['add', 'subtract', 'multiply', 'divide', 'negate', ...functions.map(({ name }) => name)],
  logic: ['and', 'or'],
  not: [],
  compare: [],
  within: [],
  choose: [],
  bands: ['slab', 'graduated', 'interpolated'],
  table: ['unique', 'first', ...['sum', 'min', 'max', 'count', 'list'].map((operator) => `collect ${operator}`)],
  aggregate: ['sum', 'count', 'min', 'max', 'average', 'any', 'all', 'first', 'list'],
  fold: [],
  round: ['half-up', 'half-even', 'up', 'down'],
  reading: [],
  mark: [],
  undetermined: [],
  'left-to': [],
};

/** All that a run must reach: a node or function that is added later stands here by itself. */
const everything: readonly string[] = Object.entries(ops).flatMap(([op, variants]) => [
  op,
  ...variants.map((variant) => `${op} ${variant}`),
]);

import type { Ir, Range } from './ir.ts';

/** The direct parts of a node, in the order in which they are evaluated at first. Every pass that looks for something uses it. */
export function children(ir: Ir): readonly Ir[] {
  switch (ir.op) {
    case 'literal':
    case 'fact':
    case 'local':
    case 'undetermined':
      return [];
    case 'list':
      return ir.items;
    case 'record':
      return ir.fields.map(({ value }) => value);
    case 'parameter':
      return ir.keys;
    case 'decision':
      return ir.otherwise === undefined ? ir.args : [...ir.args, ir.otherwise];
    case 'field':
    case 'known':
      return [ir.of];
    case 'call':
      return ir.args;
    case 'logic':
    case 'compare':
      return [ir.left, ir.right];
    case 'not':
      return [ir.operand];
    case 'within':
      return [ir.value, ...rangeParts(ir.range)];
    case 'choose':
      return [...ir.arms.flatMap(({ when, value }) => [when, value]), ir.otherwise];
    case 'bands':
      return [ir.by, ...ir.bands.flatMap(({ range, value }) => [...rangeParts(range), value])];
    case 'table':
      return [
        ...ir.columns.map(({ value }) => value),
        ...ir.rows.flatMap(({ cells, value }) => [...cells.flatMap(rangeParts), value]),
        ...(ir.otherwise === undefined ? [] : [ir.otherwise]),
      ];
    case 'aggregate':
      return [ir.over, ...[ir.where, ir.body, ir.by].filter((part) => part !== undefined)];
    case 'fold':
      return [ir.over, ir.initial, ir.step];
    case 'round':
    case 'mark':
      return [ir.value];
    case 'reading':
      return [ir.taken, ir.otherwise];
    case 'left-to':
      return [...rangeParts(ir.allowed), ...(ir.proposed === undefined ? [] : [ir.proposed])];
  }
}

export function rangeParts(range: Range): readonly Ir[] {
  switch (range.range) {
    case 'any':
      return [];
    case 'interval':
      return [range.low, range.high].filter((bound) => bound !== undefined).map(({ at }) => at);
    case 'set':
      return range.items;
    case 'list':
      return [range.list];
  }
}

/** The node and everything below it, parents first. Depth is bounded by the guards on expressions and YAML. */
export function* nodes(ir: Ir): Generator<Ir, void, undefined> {
  // A stack of its own: generators within generators hand each node through all levels above it.
  const left = [ir];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    yield node;
    for (const child of children(node).toReversed()) left.push(child);
  }
}

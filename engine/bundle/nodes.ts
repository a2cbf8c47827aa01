import type { Arm, Band, Bound, Ir, Range, Row } from '../ir/ir.ts';
import type { FunctionName } from '../ir/functions.ts';
import { either, keyed, oneField, optional, row, type Fields } from './record.ts';
import { count, flag, list, misfit, oneOf, word, type Shape } from './shape.ts';
import { span, step, texts, type, value } from './values.ts';

/** A node by its number in the section's table; its parts stand before it, so that no node lies within itself. */
export const node: Shape<Ir> = {
  write: (ir, out) => out.node(ir),
  read: (raw, from) =>
    from.nodes[count.read(raw, from)] ?? misfit('the number of a node that stands before', '前面某个节点的编号'),
};

type Interval = Extract<Range, { readonly range: 'interval' }>;
type Values = Extract<Range, { readonly range: 'set' }>;

const bound = row<Bound>({ at: node, open: flag });
const intervalFields: Fields<Omit<Interval, 'range'>> = { low: optional(bound), high: optional(bound) };
const setFields: Fields<Omit<Values, 'range'>> = { items: list(node), none: flag };
const interval = either<Interval, 'range'>('range', { interval: intervalFields });

export const range: Shape<Range> = either<Range, 'range'>('range', {
  any: {},
  interval: intervalFields,
  set: setFields,
  list: { list: node },
});

/** A node of one sort, where only that may stand. */
function only<Op extends 'fact' | 'field'>(...ops: readonly Op[]): Shape<Extract<Ir, { readonly op: Op }>> {
  type Wanted = Extract<Ir, { readonly op: Op }>;
  const isWanted = (ir: Ir): ir is Wanted => ops.some((op) => op === ir.op);
  return {
    write: node.write,
    read: (raw, from) => {
      const found = node.read(raw, from);
      return isWanted(found) ? found : misfit(ops.join(' or '), ops.join(' 或 '));
    },
  };
}

/** How many values a function takes; of `min` and `max` the least. Complete by its type: one that is missing does not compile. */
export const operands: Readonly<Record<FunctionName, number>> = {
  add: 2,
  subtract: 2,
  multiply: 2,
  divide: 2,
  negate: 1,
  min: 2,
  max: 2,
  abs: 1,
  floor: 2,
  ceil: 2,
  'days-between': 2,
  'full-months': 2,
  'full-years': 2,
  'month-end': 1,
  'month-start': 1,
  weekday: 1,
  'last-weekday': 2,
  days: 2,
  'year-of': 1,
  'month-of': 1,
  'day-of': 1,
  'date-of': 1,
  'time-of': 1,
  length: 1,
  'starts-with': 2,
  contains: 2,
  size: 1,
  join: 2,
  'superior-of': 1,
  'is-above': 2,
  'department-of': 1,
};
const fn = oneOf(...(Object.keys(operands) as readonly FunctionName[]));

const common = { type, origin: span };
const arm = keyed<Arm>({ when: node, value: node, cites: list(word), label: optional(texts) });
const band = keyed<Band>({ range: interval, value: node, cites: list(word), origin: span });
const tableRow = keyed<Row>({ cells: list(range), value: node, cites: list(word), origin: span });

/** The compiler cannot tell which of two alternatives a node has; `references` makes sure that it has one. */
const undetermined: Fields<{ type: Ir['type']; origin: Ir['origin']; gap?: string; fact?: string; needs?: number }> = {
  ...common,
  gap: optional(word),
  fact: optional(word),
  needs: optional(count),
};

/** Each node as a row: what it is, its type, its place, and its parts by number. */
export const nodeRow: Shape<Ir> = either<Ir, 'op'>('op', {
  literal: { ...common, value },
  list: { ...common, items: list(node) },
  record: { ...common, fields: list(row<{ readonly name: string; readonly value: Ir }>({ name: word, value: node })) },
  fact: { ...common, name: word },
  parameter: { ...common, name: word, keys: list(node) },
  decision: { ...common, name: word, args: list(node), otherwise: optional(node) },
  local: { ...common, id: word, name: word },
  field: { ...common, of: node, name: word },
  known: { ...common, of: only('fact', 'field'), negated: flag },
  call: { ...common, fn, args: list(node) },
  logic: { ...common, connective: oneOf('and', 'or'), left: node, right: node },
  not: { ...common, operand: node },
  compare: { ...common, comparison: oneOf('=', '!=', '<', '<=', '>', '>='), left: node, right: node },
  within: { ...common, value: node, range },
  choose: { ...common, arms: list(arm), otherwise: node },
  bands: { ...common, mode: oneOf('slab', 'graduated', 'interpolated'), by: node, bands: list(band) },
  table: {
    ...common,
    hit: oneOf('unique', 'first', 'collect'),
    collect: optional(oneOf('sum', 'min', 'max', 'count', 'list')),
    columns: list(row<{ readonly name: string; readonly value: Ir }>({ name: word, value: node })),
    rows: list(tableRow),
    otherwise: optional(node),
  },
  aggregate: {
    ...common,
    operator: oneOf('sum', 'count', 'min', 'max', 'average', 'any', 'all', 'first', 'list'),
    over: node,
    local: word,
    name: word,
    where: optional(node),
    body: node,
    by: optional(node),
  },
  fold: { ...common, over: node, local: word, state: word, initial: node, step: node },
  round: {
    ...common,
    value: node,
    to: step,
    mode: oneOf('half-up', 'half-even', 'up', 'down'),
    marks: list(word),
    declaredBy: oneOf('expression', 'decision', 'policy', 'handbook'),
  },
  reading: { ...common, interpretation: word, taken: node, otherwise: node },
  mark: { ...common, interpretations: list(word), own: flag, value: node },
  undetermined,
  'left-to': {
    ...common,
    by: oneField<{ readonly post: string } | { readonly gap: string }>({ post: word, gap: word }),
    allowed: either<Interval | Values, 'range'>('range', { interval: intervalFields, set: setFields }),
    proposed: optional(only('fact')),
  },
});

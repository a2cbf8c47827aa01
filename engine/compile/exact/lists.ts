import { expected } from '../../ir/expected.ts';
import type { Aggregate, Fold } from '../../ir/ir.ts';
import { emptyList, tie } from '../../value/reasons.ts';
import { collected, extreme } from './collect.ts';
import { sameDatum, type Datum } from './datum.ts';
import { connect } from './logic.ts';
import { determined, gather, settle, take, undetermined, withFlags, type Result } from './result.ts';
import { itemsOf } from './sorts.ts';
import { strict, type Exact, type Frame, type Unit } from './unit.ts';

/** One value out of a list's elements. */
export function aggregate(node: Aggregate, unit: Unit): Exact {
  const slot = unit.slot(node.local);
  const where = node.where === undefined ? () => determined(true) : unit.compile(node.where);
  const body = unit.compile(node.body);
  const each: Each = { slot, where, body, by: node.by === undefined ? undefined : unit.compile(node.by) };
  const { operator } = node;
  return strict([unit.compile(node.over)], ([list], frame) => {
    const items = itemsOf(list);
    switch (operator) {
      case 'any':
        return quantified('or', items, each, frame);
      case 'all':
        return quantified('and', items, each, frame);
      case 'first':
        return overKept(items, each, frame, first);
      default:
        return overKept(items, each, frame, (values) => collected(operator, values));
    }
  });
}

interface Each {
  readonly slot: number;
  readonly where: Exact;
  readonly body: Exact;
  readonly by: Exact | undefined;
}

/** All elements are looked at, so that all reasons are kept: first which of them count, then what they give. */
function overKept(
  items: readonly Datum[],
  { slot, where, body, by }: Each,
  frame: Frame,
  apply: (values: readonly Datum[], keys: readonly Datum[] | undefined) => Result,
): Result {
  const wheres = gather();
  const kept: Datum[] = [];
  for (const item of items) {
    frame.locals[slot] = item;
    const keeps = where(frame);
    const error = take(wheres, keeps);
    if (error !== undefined) return error;
    if (keeps.status === 'determined' && keeps.value === true) kept.push(item);
  }
  const seen = gather();
  for (const item of kept) {
    frame.locals[slot] = item;
    const error = (by === undefined ? undefined : take(seen, by(frame))) ?? take(seen, body(frame));
    if (error !== undefined) return error;
  }
  const values = (): Result =>
    settle(seen, (data) =>
      by === undefined
        ? apply(data, undefined)
        : apply(
            data.filter((_datum, i) => i % 2 === 1),
            data.filter((_datum, i) => i % 2 === 0),
          ),
    );
  if (wheres.reasons.length === 0) return withFlags(wheres.flags, values());
  take(wheres, undetermined(seen.reasons, seen.flags));
  return undetermined(wheres.reasons, wheres.flags);
}

function first(values: readonly Datum[], keys: readonly Datum[] | undefined): Result {
  const [value] = values;
  if (value === undefined) return undetermined([emptyList]);
  if (keys === undefined) return determined(value);
  const smallest = extreme(keys, -1);
  if (smallest.status !== 'determined') return smallest;
  const places = keys.flatMap((key, i) => (sameDatum(key, smallest.value) ? [i] : []));
  const found = values[places[0] ?? 0];
  return places.length > 1 || found === undefined ? undetermined([tie]) : determined(found);
}

/** `any` is a chain of `or` over the elements and `all` one of `and`; an element that is left out decides nothing. */
function quantified(connective: 'and' | 'or', items: readonly Datum[], each: Each, frame: Frame): Result {
  const neutral = determined(connective === 'and');
  return items.reduce<Result>(
    (chain, item) =>
      connect(connective, chain, () => {
        frame.locals[each.slot] = item;
        const keeps = each.where(frame);
        if (keeps.status !== 'determined') return keeps;
        return withFlags(keeps.flags, keeps.value === true ? each.body(frame) : neutral);
      }),
    neutral,
  );
}

/** Runs through a list with a state. */
export function fold(node: Fold, unit: Unit): Exact {
  const [item, state] = [unit.slot(node.local), unit.slot(node.state)];
  const step = unit.compile(node.step);
  return strict([node.over, node.initial].map(unit.compile), ([list, initial], frame) => {
    let reached: Result = determined(expected(initial));
    for (const element of itemsOf(list)) {
      if (reached.status !== 'determined') return reached;
      frame.locals[item] = element;
      frame.locals[state] = reached.value;
      reached = withFlags(reached.flags, step(frame));
    }
    return reached;
  });
}

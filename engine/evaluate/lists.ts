import type { Aggregate, Fold } from '../ir/ir.ts';
import { emptyList, tie } from '../value/reasons.ts';
import { collected, extreme } from './collect.ts';
import { compare, truth, type Datum } from './datum.ts';
import type { ListStep } from './explanation.ts';
import { determined, isFalse, isTrue, strict, undetermined, withFlags, type Found } from './found.ts';
import { bind, type Frame } from './frame.ts';
import { connected } from './logic.ts';
import { apart, holding, tell, valued, worded } from './trace.ts';

/** Over the elements of a list (semantics 2.6). */
export function aggregate(ir: Aggregate, frame: Frame): Found {
  const [list, before] = apart(frame, () => frame.run(ir.over, frame));
  const elements: ListStep['elements'][number][] = [];
  const found = strict([list], ([data]) => {
    const items = itemsOf(data);
    return ir.operator === 'any' || ir.operator === 'all'
      ? quantified(ir, ir.operator, items, frame, elements)
      : overAll(ir, ir.operator, items, frame, elements);
  });
  tell(frame, () => listStep(ir, ir.operator, found, frame, before, elements));
  return found;
}

/** All elements are looked at, so that all reasons are kept: first which of them count, then what they give. */
function overAll(
  ir: Aggregate,
  operator: Exclude<Aggregate['operator'], 'any' | 'all'>,
  items: readonly Datum[],
  frame: Frame,
  elements: ListStep['elements'][number][],
): Found {
  const wheres = items.map((item) => {
    const inside = bind(frame, ir.local, item);
    return apart(frame, () => keeps(ir, inside));
  });
  const seen: Found[] = wheres.map(([where]) => where);
  const kept: { readonly body: Found; readonly key: Found | undefined }[] = [];
  for (const [i, item] of items.entries()) {
    const [where, before] = wheres[i] ?? [determined(truth(false)), []];
    if (!isTrue(where)) {
      elements.push({ place: placeOf(item, i), kept: holding(where), steps: before });
      continue;
    }
    const inside = bind(frame, ir.local, item);
    const [{ key, body }, steps] = apart(frame, () => ({
      key: ir.by === undefined ? undefined : inside.run(ir.by, inside),
      body: inside.run(ir.body, inside),
    }));
    kept.push({ body, key });
    seen.push(...(key === undefined ? [body] : [key, body]));
    elements.push({
      place: placeOf(item, i),
      kept: 'yes',
      ...valued(body, frame.session),
      steps: [...before, ...steps],
    });
  }
  return strict(seen, () => {
    const values = kept.map(({ body }) => valueOf(body));
    if (operator !== 'first') return collected(operator, values, ir.type, ir.origin);
    return firstOf(
      values,
      kept.flatMap(({ key }) => (key === undefined ? [] : [valueOf(key)])),
    );
  });
}

/** The value whose key is smallest; without keys the first one. */
function firstOf(values: readonly Datum[], keys: readonly Datum[]): Found {
  const [value] = values;
  if (value === undefined) return undetermined(emptyList);
  if (keys.length === 0) return determined(value);
  const smallest = extreme(keys, -1);
  if (smallest.status !== 'determined') return smallest;
  const [first, another] = values.filter((_, i) => {
    const key = keys[i];
    return key !== undefined && compare(key, smallest.value) === 0;
  });
  return first === undefined || another !== undefined ? undetermined(tie) : determined(first);
}

/** `any` is a chain of `or` over the elements and `all` one of `and`; an element that is left out decides nothing. */
function quantified(
  ir: Aggregate,
  operator: 'any' | 'all',
  items: readonly Datum[],
  frame: Frame,
  elements: ListStep['elements'][number][],
): Found {
  const neutral = determined(truth(operator === 'all'));
  return items.reduce<Found>(
    (chain, item, i) =>
      connected(operator === 'any' ? 'or' : 'and', chain, () => {
        const inside = bind(frame, ir.local, item);
        const [[where, body], steps] = apart(frame, () => {
          const kept = keeps(ir, inside);
          return [kept, isTrue(kept) ? inside.run(ir.body, inside) : undefined];
        });
        const value = body === undefined ? {} : valued(body, frame.session);
        elements.push({ place: placeOf(item, i), kept: holding(where), ...value, steps });
        if (where.status !== 'determined') return where;
        return withFlags(where.flags, isFalse(where) ? neutral : (body ?? neutral));
      }),
    neutral,
  );
}

function keeps(ir: Aggregate, inside: Frame): Found {
  return ir.where === undefined ? determined(truth(true)) : inside.run(ir.where, inside);
}

/** Runs through a list in order with a state; a step that is not determined is the result. */
export function fold(ir: Fold, frame: Frame): Found {
  const [[list, initial], before] = apart(frame, () => [frame.run(ir.over, frame), frame.run(ir.initial, frame)]);
  const elements: ListStep['elements'][number][] = [];
  const found = strict([list, initial], ([data, start]) => {
    if (start === undefined) throw new Error('a fold starts with a value');
    let state = determined(start);
    for (const [i, item] of itemsOf(data).entries()) {
      if (state.status !== 'determined') break;
      const inside = bind(bind(frame, ir.local, item), ir.state, state.value);
      const [next, steps] = apart(frame, () => inside.run(ir.step, inside));
      elements.push({ place: placeOf(item, i), kept: 'yes', ...valued(next, frame.session), steps });
      state = withFlags(state.flags, next);
    }
    return state;
  });
  tell(frame, () => listStep(ir, 'fold', found, frame, before, elements));
  return found;
}

function listStep(
  ir: Aggregate | Fold,
  operator: ListStep['operator'],
  found: Found,
  frame: Frame,
  before: ListStep['before'],
  elements: ListStep['elements'],
): ListStep {
  const { text, titled } = worded(ir, found, frame);
  return { step: 'list', operator, text, titled, before, elements, ...valued(found, frame.session), span: ir.origin };
}

/** `promoters[1]` for an element of a fact, else `[1]`. */
function placeOf(item: Datum, i: number): string {
  return item.is === 'record' && item.element !== undefined ? item.element.place : `[${i + 1}]`;
}

function itemsOf(datum: Datum | undefined): readonly Datum[] {
  if (datum?.is !== 'list') throw new Error(`a list was expected, ${datum?.is ?? 'nothing'} found`);
  return datum.items;
}

function valueOf(found: Found): Datum {
  if (found.status !== 'determined') throw new Error(`${found.status} has no value`);
  return found.value;
}

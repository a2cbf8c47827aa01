import { exact, plusExact, type Exact } from '../../../value/exact.ts';
import { emptyList, noDuration, tie } from '../../../value/reasons.ts';
import { extreme } from './arithmetic.ts';
import { isInvalid, isList, isNumber, noLength, same, type Datum } from './datum.ts';
import { connected } from './logic.ts';
import { determined, flagsOf, reasonsOf, strict, undetermined, withFlags, type Result } from './result.ts';

export type Collecting = 'sum' | 'count' | 'min' | 'max' | 'average' | 'list';
type Part = (element: Result) => Result;

export function list(...items: readonly Result[]): Result {
  return strict(items, (...values) => determined(values));
}

export function record(fields: Readonly<Record<string, Result>>): Result {
  const names = Object.keys(fields);
  return strict(Object.values(fields), (...values) =>
    determined({ fields: new Map(values.map((value, i) => [names[i] ?? '', value])) }),
  );
}

/** What the values come to, or why they come to nothing. */
export function collected(collecting: Collecting, values: readonly Datum[]): Result {
  if (collecting === 'list') return determined(values);
  if (collecting === 'count') return determined({ top: BigInt(values.length), bottom: 1n });
  if (collecting !== 'sum' && values.length === 0) return undetermined([emptyList]);
  if (values.includes(noLength)) return undetermined([noDuration]);
  if (collecting === 'min') return determined(extreme(values, -1));
  if (collecting === 'max') return determined(extreme(values, 1));
  const sum = values.reduce<Exact>((so, value) => (isNumber(value) ? plusExact(so, value) : so), zero);
  return determined(collecting === 'sum' ? sum : exact(sum.top, sum.bottom * BigInt(values.length)));
}

const zero: Exact = { top: 0n, bottom: 1n };

/** `collect('sum', orders, (o) => …, (o) => …)`: of the elements for which `where` is true. */
export function collect(collecting: Collecting, over: Result, body: Part, where?: Part): Result {
  return strict([over], (items) => {
    const kept = keep(items, where);
    if (kept.error !== undefined) return kept.error;
    const values = untilError(kept.elements.map((element) => () => body(element)));
    return afterWhere(kept.wheres, values, () => strict(values, (...data) => collected(collecting, data)));
  });
}

/** The element with the smallest key, or the first one. */
export function firstOf(over: Result, body: Part, where?: Part, by?: Part): Result {
  return strict([over], (items) => {
    const kept = keep(items, where);
    if (kept.error !== undefined) return kept.error;
    const parts = kept.elements.flatMap((element) => [() => by?.(element) ?? noKey, () => body(element)]);
    const seen = untilError(parts);
    return afterWhere(kept.wheres, seen, () => strict(seen, (...data) => smallestOf(data, by !== undefined)));
  });
}

const noKey = determined(true);

/** `data` holds key and value of each element in turn. */
function smallestOf(data: readonly Datum[], keyed: boolean): Result {
  const keys = data.filter((_datum, i) => i % 2 === 0);
  if (keys.length === 0) return undetermined([emptyList]);
  if (keyed && keys.includes(noLength)) return undetermined([noDuration]);
  const least = keyed ? extreme(keys, -1) : keys[0];
  const places = keyed ? keys.flatMap((key, i) => (same(key, least) ? [i] : [])) : [0];
  const value = data[2 * (places[0] ?? 0) + 1];
  return places.length > 1 || value === undefined ? undetermined([tie]) : determined(value);
}

export function someOf(over: Result, body: Part, where?: Part): Result {
  return quantified(true, over, body, where);
}

export function allOf(over: Result, body: Part, where?: Part): Result {
  return quantified(false, over, body, where);
}

/** A chain of `or`, or of `and`, over the elements; one that is left out decides nothing. */
function quantified(decides: boolean, over: Result, body: Part, where: Part | undefined): Result {
  return strict([over], (items) => {
    const neutral = determined(!decides);
    let chain = neutral;
    for (const item of itemsOf(items)) {
      chain = connected(decides, chain, () => {
        const element = elementOf(item);
        const keeps = where?.(element) ?? determined(true);
        if (keeps.status !== 'determined') return keeps;
        return withFlags(keeps.flags, keeps.value === true ? body(element) : neutral);
      });
    }
    return chain;
  });
}

/** Runs through a list with a state. */
export function fold(over: Result, initial: Result, step: (element: Result, state: Result) => Result): Result {
  return strict([over, initial], (items, start) => {
    let state: Result = determined(start ?? false);
    for (const item of itemsOf(items)) {
      if (state.status !== 'determined') return state;
      state = withFlags(state.flags, step(elementOf(item), determined(state.value)));
    }
    return state;
  });
}

interface Kept {
  readonly error?: Result;
  readonly wheres: readonly Result[];
  readonly elements: readonly Result[];
}

function keep(items: Datum | undefined, where: Part | undefined): Kept {
  const all = itemsOf(items).map(elementOf);
  if (where === undefined) return { wheres: [], elements: all };
  const wheres: Result[] = [];
  for (const element of all) {
    const keeps = where(element);
    if (keeps.status === 'error') return { error: keeps, wheres, elements: [] };
    wheres.push(keeps);
  }
  return {
    wheres,
    elements: all.filter((_element, i) => {
      const keeps = wheres[i];
      return keeps?.status === 'determined' && keeps.value === true;
    }),
  };
}

/** What the parts come to, up to the first error. */
export function untilError(parts: readonly (() => Result)[]): readonly Result[] {
  const results: Result[] = [];
  for (const part of parts) {
    const result = part();
    results.push(result);
    if (result.status === 'error') break;
  }
  return results;
}

/** Where it is open which elements count, nothing is said of those that do, but their reasons are kept. */
function afterWhere(wheres: readonly Result[], seen: readonly Result[], settle: () => Result): Result {
  const error = seen.find(({ status }) => status === 'error');
  if (error !== undefined) return error;
  if (wheres.every(({ status }) => status === 'determined')) return withFlags(flagsOf(wheres), settle());
  return undetermined(reasonsOf([...wheres, ...seen]), flagsOf([...wheres, ...seen]));
}

/** An element that cannot be used is an error for whoever reads it. */
function elementOf(item: Datum): Result {
  return isInvalid(item) ? { status: 'error', code: item.code, message: item.message } : determined(item);
}

export function itemsOf(datum: Datum | undefined): readonly Datum[] {
  if (!isList(datum)) throw new TypeError('a list was expected');
  return datum;
}

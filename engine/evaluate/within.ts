import type { Compare, Range, Within } from '../ir/ir.ts';
import { noDuration } from '../value/reasons.ts';
import { compare, fromValue, same, truth, type Datum } from './datum.ts';
import { determined, strict, undetermined, type Found } from './found.ts';
import type { Frame, Session } from './frame.ts';
import { partsOf } from './known.ts';

export function within(ir: Within, frame: Frame): Found {
  return accepts(() => frame.run(ir.value, frame), ir.range, frame);
}

/** Does the range hold the value? `any` does not even read it. */
export function accepts(value: () => Found, range: Range, frame: Frame): Found {
  if (range.range === 'any') return determined(truth(true));
  const fixed = fixedEnds(range, frame.session);
  if (fixed !== undefined) return strict([value()], ([datum]) => held(datum, range, fixed));
  const parts = [value(), ...partsOf(range).map((part) => frame.run(part, frame))];
  return strict(parts, ([datum, ...ends]) => held(datum, range, ends));
}

function held(datum: Datum | undefined, range: Range, ends: readonly Datum[]): Found {
  return datum === undefined ? determined(truth(false)) : isIn(datum, range, ends);
}

/** The same for values that are known: `ends` are those of `rangeParts`. */
export function isIn(value: Datum, range: Range, ends: readonly Datum[]): Found {
  switch (range.range) {
    case 'any':
      return determined(truth(true));
    case 'interval': {
      const [low, high] = [range.low && ends[0], range.high && ends.at(-1)];
      const inside = isBetween(value, range, low, high);
      return inside === undefined ? undetermined(noDuration) : determined(truth(inside));
    }
    case 'set':
      return determined(truth(ends.some((end) => same(end, value)) !== range.none));
    case 'list': {
      const [list] = ends;
      return determined(truth(list?.is === 'list' && list.items.some((item) => same(item, value))));
    }
  }
}

/** Does it lie between the ends, as far as there are some? Undefined where `none` is met. */
export function isBetween(
  value: Datum,
  range: Extract<Range, { range: 'interval' }>,
  low: Datum | undefined,
  high: Datum | undefined,
): boolean | undefined {
  const fromLow = low === undefined ? 1 : compare(value, low);
  const toHigh = high === undefined ? 1 : compare(high, value);
  if (fromLow === undefined || toHigh === undefined) return undefined;
  return reaches(fromLow, range.low?.open) && reaches(toHigh, range.high?.open);
}

function reaches(difference: number, open: boolean | undefined): boolean {
  return difference > 0 || (difference === 0 && open !== true);
}

/** The ends of a range of literals, read once; undefined for others, and where somebody listens to each node. */
export function fixedEnds(range: Range, { known, watch }: Session): readonly Datum[] | undefined {
  if (watch !== undefined) return undefined;
  const before = known.ends.get(range);
  if (before !== undefined) return before === 'none' ? undefined : before;
  const ends = partsOf(range).flatMap((part) =>
    part.op === 'literal' && part.value.is !== 'invalid' ? [fromValue(part.value)] : [],
  );
  const isFixed = ends.length === partsOf(range).length;
  known.ends.set(range, isFixed ? ends : 'none');
  return isFixed ? ends : undefined;
}

export function comparison(ir: Compare, frame: Frame): Found {
  return strict([frame.run(ir.left, frame), frame.run(ir.right, frame)], ([left, right]) => {
    if (left === undefined || right === undefined) throw new Error('two sides were expected');
    if (ir.comparison === '=') return determined(truth(same(left, right)));
    if (ir.comparison === '!=') return determined(truth(!same(left, right)));
    const difference = compare(left, right);
    if (difference === undefined) return undetermined(noDuration);
    switch (ir.comparison) {
      case '<':
        return determined(truth(difference < 0));
      case '<=':
        return determined(truth(difference <= 0));
      case '>':
        return determined(truth(difference > 0));
      case '>=':
        return determined(truth(difference >= 0));
    }
  });
}

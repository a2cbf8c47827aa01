import type { Compare, Range, Within } from '../ir/ir.ts';
import { rangeParts } from '../ir/walk.ts';
import { noDuration } from '../value/reasons.ts';
import { compare, same, truth, type Datum } from './datum.ts';
import { determined, strict, undetermined, type Found } from './found.ts';
import type { Frame } from './frame.ts';

export function within(ir: Within, frame: Frame): Found {
  return accepts(() => frame.run(ir.value, frame), ir.range, frame);
}

/** Does the range hold the value? `any` does not even read it. */
export function accepts(value: () => Found, range: Range, frame: Frame): Found {
  if (range.range === 'any') return determined(truth(true));
  const parts = [value(), ...rangeParts(range).map((part) => frame.run(part, frame))];
  return strict(parts, ([datum, ...ends]) =>
    datum === undefined ? determined(truth(false)) : isIn(datum, range, ends),
  );
}

/** The same for values that are known: `ends` are those of `rangeParts`. */
export function isIn(value: Datum, range: Range, ends: readonly Datum[]): Found {
  switch (range.range) {
    case 'any':
      return determined(truth(true));
    case 'interval': {
      const low = range.low === undefined ? undefined : ends[0];
      const high = range.high === undefined ? undefined : ends.at(-1);
      const fromLow = low === undefined ? 1 : compare(value, low);
      const toHigh = high === undefined ? 1 : compare(high, value);
      if (fromLow === undefined || toHigh === undefined) return undetermined(noDuration);
      const reaches = (difference: number, open: boolean | undefined): boolean =>
        difference > 0 || (difference === 0 && open !== true);
      return determined(truth(reaches(fromLow, range.low?.open) && reaches(toHigh, range.high?.open)));
    }
    case 'set':
      return determined(truth(ends.some((end) => same(end, value)) !== range.none));
    case 'list': {
      const [list] = ends;
      return determined(truth(list?.is === 'list' && list.items.some((item) => same(item, value))));
    }
  }
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

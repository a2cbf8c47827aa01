import type { Comparison, Ir, Range } from '../../engine/ir/ir.ts';
import type { Place } from './place.ts';
import { determined, strict, undetermined, type Result } from './result.ts';
import { compared, same, truth, type Thing } from './value.ts';

/** Does the value lie in the range? `any` does not even read it. */
export function within(value: () => Result, range: Range, place: Place): Result {
  switch (range.range) {
    case 'any':
      return determined(truth(true));
    case 'interval':
      return strict([value(), ...boundsOf(range, place)], ([thing, ...ends]) => inInterval(thing!, range, ends));
    case 'set': {
      const items = range.items.map((item) => place.evaluate(item, place));
      return strict([value(), ...items], ([thing, ...members]) =>
        determined(truth(members.some((member) => same(member, thing!)) !== range.none)),
      );
    }
    case 'list':
      return strict([value(), place.evaluate(range.list, place)], ([thing, list]) =>
        determined(truth(list?.is === 'list' && list.items.some((item) => same(item, thing!)))),
      );
  }
}

export type Interval = Extract<Range, { range: 'interval' }>;

export function boundsOf({ low, high }: Interval, place: Place): readonly Result[] {
  return [low, high].flatMap((end) => (end === undefined ? [] : [place.evaluate(end.at, place)]));
}

/** `ends` are the values of the interval's bounds, as many as it has. */
export function inInterval(thing: Thing, { low, high }: Interval, ends: readonly Thing[]): Result {
  const lowEnd = low === undefined ? undefined : ends[0];
  const highEnd = high === undefined ? undefined : ends.at(-1);
  const fromLow = lowEnd === undefined ? 1 : compared(thing, lowEnd);
  const toHigh = highEnd === undefined ? 1 : compared(highEnd, thing);
  if (fromLow === undefined || toHigh === undefined) return undetermined({ code: 'no-duration' });
  return determined(
    truth((low?.open === true ? fromLow > 0 : fromLow >= 0) && (high?.open === true ? toHigh > 0 : toHigh >= 0)),
  );
}

export function compare(comparison: Comparison, left: Ir, right: Ir, place: Place): Result {
  return strict([place.evaluate(left, place), place.evaluate(right, place)], ([a, b]) => {
    if (comparison === '=') return determined(truth(same(a!, b!)));
    if (comparison === '!=') return determined(truth(!same(a!, b!)));
    const difference = compared(a!, b!);
    if (difference === undefined) return undetermined({ code: 'no-duration' });
    switch (comparison) {
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

import { listTooLong } from '../../../value/failures.ts';
import { timed } from './arithmetic.ts';
import { textIn, whole } from './dates.ts';
import { itemsOf } from './lists.ts';
import { spanOf } from './place.ts';
import { determined, type Result } from './result.ts';

/** Characters, not the halves of which JavaScript makes the rarer ones. */
export function lengthOf(text: Result): Result {
  return timed([text], (value) => whole([...textIn(value)].length));
}

export function startsWith(text: Result, start: Result): Result {
  return timed([text, start], (value, other) => determined(textIn(value).startsWith(textIn(other))));
}

export function contains(text: Result, part: Result): Result {
  return timed([text, part], (value, other) => determined(textIn(value).includes(textIn(other))));
}

export function sizeOf(list: Result): Result {
  return timed([list], (value) => whole(itemsOf(value).length));
}

export function joined(a: Result, b: Result, place: string): Result {
  return timed([a, b], (...lists) => {
    const items = lists.flatMap(itemsOf);
    return items.length > 10_000 ? listTooLong(items.length, spanOf(place)) : determined(items);
  });
}

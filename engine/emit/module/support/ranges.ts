import { noDuration } from '../../../value/reasons.ts';
import { isList, order, same, type Datum } from './datum.ts';
import { determined, isPlain, strict, undetermined, type Result } from './result.ts';

/** `[` and `]` take an end in, `(` and `)` leave it out. */
export type Brackets = '[]' | '[)' | '(]' | '()';

type Sign = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Two values of one type held against each other. */
export function compare(a: Result, sign: Sign, b: Result): Result {
  if (isPlain(a) && isPlain(b)) return compared(a.value, sign, b.value);
  return strict([a, b], (left, right) => compared(left, sign, right));
}

function compared(left: Datum | undefined, sign: Sign, right: Datum | undefined): Result {
  if (sign === '=' || sign === '!=') return determined(same(left, right) === (sign === '='));
  const found = order(left, right);
  if (found === undefined) return undetermined([noDuration]);
  if (sign === '<') return determined(found < 0);
  if (sign === '<=') return determined(found <= 0);
  return determined(sign === '>' ? found > 0 : found >= 0);
}

/** Does the value lie between the ends? An end that is left out bounds nothing. */
export function between(value: Result, brackets: Brackets, low: Result | undefined, high: Result | undefined): Result {
  const ends = [low, high].filter((end) => end !== undefined);
  return strict([value, ...ends], (datum, ...found) => {
    const lies = liesBetween(datum, brackets, low && found[0], high && found.at(-1));
    return lies === undefined ? undetermined([noDuration]) : determined(lies);
  });
}

/** Undefined where `none` stands in no order. */
export function liesBetween(
  datum: Datum | undefined,
  brackets: Brackets,
  low: Datum | undefined,
  high: Datum | undefined,
): boolean | undefined {
  const above = low === undefined ? 1 : order(datum, low);
  const below = high === undefined ? 1 : order(high, datum);
  if (above === undefined || below === undefined) return undefined;
  return (brackets[0] === '(' ? above > 0 : above >= 0) && (brackets[1] === ')' ? below > 0 : below >= 0);
}

export function among(value: Result, items: readonly Result[]): Result {
  return strict([value, ...items], (datum, ...found) => determined(found.some((item) => same(item, datum))));
}

export function notAmong(value: Result, items: readonly Result[]): Result {
  return strict([value, ...items], (datum, ...found) => determined(!found.some((item) => same(item, datum))));
}

export function memberOf(value: Result, list: Result): Result {
  return strict([value, list], (datum, items) => determined(isList(items) && items.some((item) => same(item, datum))));
}

import type { LeftTo } from '../../../ir/ir.ts';
import type { Type } from '../../../ir/type.ts';
import { printInterval, printSet, printValue, type RangeEnd } from '../../../value/print.ts';
import { leftToPerson, outsideAllowed } from '../../../value/reasons.ts';
import { same, valueOf, type Datum } from './datum.ts';
import { givenFact, type Question } from './question.ts';
import { liesBetween, type Brackets } from './ranges.ts';
import { determined, strict, undetermined, withFlags, type Result } from './result.ts';

/** Who decides, as what, and by which fact a proposal comes. */
interface Choice {
  readonly by: LeftTo['by'];
  readonly type: Type;
  readonly proposed?: readonly [fact: string, read: () => Result];
}

/** A person decides within the interval. */
export function leftWithin(
  q: Question,
  choice: Choice,
  brackets: Brackets,
  low: Result | undefined,
  high: Result | undefined,
): Result {
  const ends = [low, high].filter((end) => end !== undefined);
  return strict(ends, (...data) => {
    const from = low && data[0];
    const to = high && data.at(-1);
    const text = printEnds(q, choice.type, brackets, from, to);
    return proposal(q, choice, text, (value) => liesBetween(value, brackets, from, to) === true);
  });
}

/** A person decides for one of these, or, with `none`, for anything else. */
export function leftAmong(q: Question, choice: Choice, items: readonly Result[], none: boolean): Result {
  return strict(items, (...data) => {
    const values = data.map((datum) => valueOf(datum, choice.type));
    const isAmong = (value: Datum): boolean => data.some((item) => same(item, value));
    return proposal(q, choice, printSet(values, none, q.handbook), (value) => isAmong(value) !== none);
  });
}

function proposal(q: Question, choice: Choice, text: string, allows: (value: Datum) => boolean): Result {
  const { by, type, proposed } = choice;
  if (proposed === undefined || givenFact(q, proposed[0]) === undefined) {
    return undetermined([leftToPerson(q.handbook, by, text)]);
  }
  const result = proposed[1]();
  if (result.status !== 'determined') return result;
  const { value, flags } = result;
  if (allows(value)) return withFlags(flags, determined(value));
  const written = printValue(valueOf(value, type), q.handbook);
  return undetermined([outsideAllowed(q.handbook, by, text, written)], flags);
}

/** The interval as people write it. */
export function printEnds(
  { handbook }: Question,
  type: Type,
  brackets: Brackets,
  low: Datum | undefined,
  high: Datum | undefined,
): string {
  const end = (datum: Datum | undefined, open: boolean): RangeEnd | undefined =>
    datum === undefined ? undefined : { value: valueOf(datum, type), open };
  return printInterval(end(low, brackets.startsWith('(')), end(high, brackets.endsWith(')')), handbook);
}

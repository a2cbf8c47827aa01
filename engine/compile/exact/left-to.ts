import type { LeftTo } from '../../ir/ir.ts';
import type { Type } from '../../ir/type.ts';
import { printInterval, printSet, printValue, type RangeEnd } from '../../value/print.ts';
import { leftToPerson, outsideAllowed } from '../../value/reasons.ts';
import { valueOf, type Datum } from './datum.ts';
import { determined, undetermined, withFlags } from './result.ts';
import { strict, type Exact, type Unit } from './unit.ts';
import { boundsOf, endsOf, isAmong, liesBetween, type Interval } from './within.ts';

/** A choice that is left to a person: a proposal that is allowed decides. */
export function leftTo({ by, allowed, proposed, type }: LeftTo, unit: Unit): Exact {
  const proposal = proposed === undefined ? undefined : unit.compile(proposed);
  const parts = allowed.range === 'set' ? allowed.items : boundsOf(allowed);
  return strict(parts.map(unit.compile), (data, frame) => {
    const text =
      allowed.range === 'set'
        ? printSet(
            data.map((datum) => valueOf(datum, type)),
            allowed.none,
            unit.program,
          )
        : printEnds(allowed, data, type, unit);
    if (proposed === undefined || proposal === undefined || !Object.hasOwn(frame.facts, proposed.name)) {
      return undetermined([leftToPerson(unit.program, by, text)]);
    }
    const result = proposal(frame);
    if (result.status !== 'determined') return result;
    const { value } = result;
    const inside =
      allowed.range === 'set' ? isAmong(value, data) !== allowed.none : liesBetween(value, allowed, data) === true;
    const written = printValue(valueOf(value, type), unit.program);
    return withFlags(
      result.flags,
      inside ? determined(value) : undetermined([outsideAllowed(unit.program, by, text, written)]),
    );
  });
}

/** The interval as people write it. */
export function printEnds(interval: Interval, data: readonly Datum[], type: Type, unit: Unit): string {
  const { low, high } = endsOf(interval, data);
  const end = (datum: Datum | undefined, open: boolean | undefined): RangeEnd | undefined =>
    datum === undefined ? undefined : { value: valueOf(datum, type), open: open === true };
  return printInterval(end(low, interval.low?.open), end(high, interval.high?.open), unit.program);
}

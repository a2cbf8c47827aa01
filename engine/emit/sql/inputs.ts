import type { Fact } from '../../ir/program.ts';
import type { Range } from '../../ir/ir.ts';
import type { Value } from '../../ir/value.ts';
import { sameValue } from '../../value/compare.ts';
import { error, fine, tooLarge, type Worth } from './cell.ts';
import { noFlags } from './flags.ts';
import { clockOf, momentOf } from './clock.ts';
import { numberCell } from './number-column.ts';
import { boundOf } from './range-end.ts';
import { dayNumber, firstDay, lastDay, secondsOfClock, unixDay } from './moment.ts';
import { chained, nothing, perhaps, pick, sql, whole, type Term } from './term.ts';
import { isKnown } from './truth.ts';
import type { FactCell, Writing } from './writing.ts';

/** A column of the table: NULL is not given, what cannot be used fails for whoever reads it. */
export function givenCell(fact: Fact, here: Writing): FactCell {
  const { syntax, sheet } = here;
  const raw = sheet.given(syntax.quotedName(fact.name));
  const given = isKnown(raw);
  const made = (worth: Worth, failed: Term): FactCell => ({ given, worth, failed, flags: noFlags });
  switch (fact.type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return numberCell(fact, raw, given, here);
    case 'boolean':
      return made({ is: 'truth', term: raw }, fine);
    case 'date': {
      // Infinite dates and those beyond the calendar are none.
      const [low, high] = [boundOf(fact.range, 'low'), boundOf(fact.range, 'high')];
      const [first, last] = [yearText(syntax.years[0], '01-01'), yearText(syntax.years[1], '12-31')];
      const inCalendar = pick(
        [
          {
            when: sql`${raw} BETWEEN ${syntax.dateLiteral(first)} AND ${syntax.dateLiteral(last)}`,
            then: sql`${syntax.dayOfDate(raw)} + ${whole(unixDay)}`,
          },
        ],
        nothing,
      );
      const cell = counted('day', inCalendar, dayBound(low, 1n, firstDay), dayBound(high, -1n, lastDay), lastDay);
      if (syntax.years[0] === 1) return cell;
      // What lies beyond was moved to the first or last day when it was put into the table.
      const isMoved = sql`${raw} IN (${syntax.dateLiteral(first)}, ${syntax.dateLiteral(last)})`;
      return { ...cell, failed: pick([{ when: isMoved, then: tooLarge }], cell.failed) };
    }
    case 'time':
      return counted('time', clockOf(raw, here), ...secondsBounds(fact.range, 0n, 86_399n, secondsOfClock), 86_400n);
    case 'date-time': {
      const read = (iso: string): bigint => dayNumber(iso) * 86_400n + secondsOfClock(iso.slice(11));
      return counted(
        'moment',
        momentOf(raw, here),
        ...secondsBounds(fact.range, firstDay * 86_400n, (lastDay + 1n) * 86_400n - 1n, read),
        (lastDay + 1n) * 86_400n,
      );
    }
    case 'enumeration':
      return named(Object.keys(here.program.enumerations[fact.type.name] ?? {}).filter((name) => allows(fact, name)));
    case 'post': {
      const posts = here.program.organizations[fact.type.scope]?.posts;
      if (posts !== undefined) return named(Object.keys(posts).filter((name) => allows(fact, name)));
      const term = sheet.bind(pick([{ when: sql`${raw} <> ''`, then: raw }], nothing));
      return made({ is: 'word', term: perhaps(term) }, pick([{ when: sql`${raw} = ''`, then: error }], fine));
    }
    case 'text':
      return made({ is: 'word', term: raw }, fine);
    case 'list':
    case 'record':
    case 'unknown':
      throw new Error(`${fact.type.is} has no column`);
  }

  function named(names: readonly string[]): FactCell {
    const term = sheet.bind(
      names.length === 0
        ? { ...nothing, columns: raw.columns }
        : pick(
            [
              {
                when: sql`${raw} IN (${chained(',', names.map(syntax.quotedText)).text.replaceAll(' , ', ', ')})`,
                then: raw,
              },
            ],
            nothing,
          ),
    );
    return made({ is: 'word', term }, unusable(raw, term));
  }

  function counted(is: 'day' | 'time' | 'moment', read: Term, low: bigint, high: bigint, most: bigint): FactCell {
    const count = sheet.bind(read);
    const term = sheet.bind(
      pick([{ when: sql`${count} BETWEEN ${whole(low)} AND ${whole(high)}`, then: count }], nothing),
    );
    return made({ is, count: { term, most } }, unusable(raw, term));
  }
}

function yearText(year: number, day: string): string {
  return `${String(year).padStart(4, '0')}-${day}`;
}

/** Given, and not readable. */
function unusable(raw: Term, term: Term): Term {
  return pick([{ when: sql`${raw} IS NOT NULL AND ${term} IS NULL`, then: error }], fine);
}

function dayBound(bound: ReturnType<typeof boundOf>, inwards: 1n | -1n, otherwise: bigint): bigint {
  if (bound?.value.is !== 'date') return otherwise;
  return dayNumber(bound.value.iso) + (bound.open ? inwards : 0n);
}

function secondsBounds(
  range: Range | undefined,
  low: bigint,
  high: bigint,
  read: (iso: string) => bigint,
): readonly [bigint, bigint] {
  const end = (side: 'low' | 'high', inwards: bigint, otherwise: bigint): bigint => {
    const bound = boundOf(range, side);
    return bound !== undefined && 'iso' in bound.value
      ? read(bound.value.iso) + (bound.open ? inwards : 0n)
      : otherwise;
  };
  return [end('low', 1n, low), end('high', -1n, high)];
}

/** Is the member or post in the fact's range? */
function allows({ range, type }: Fact, name: string): boolean {
  if (range?.range !== 'set') return true;
  const value: Value =
    type.is === 'enumeration' ? { is: 'member', enumeration: type.name, name } : { is: 'post', scope: '', name };
  return range.items.some((item) => item.op === 'literal' && sameValue(item.value, value)) !== range.none;
}

import { pick, sql, whole, type Term } from './term.ts';
import { bound, constant, minus, plus, quotient, rest, times, type Desk, type Whole } from './whole.ts';

/** Days are counted from 0000-03-01, so that leap days end their years and no day of the years 1 to 9999 is negative. */
export const unixDay = 719_468n;
export const firstDay: bigint = dayNumber('0001-01-01');
export const lastDay: bigint = dayNumber('9999-12-31');
const secondsOfDay = 86_400n;

/** H. Hinnant, “chrono-compatible low-level date algorithms”. */
export function dayNumber(iso: string): bigint {
  const [year, month, day] = [BigInt(iso.slice(0, 4)), BigInt(iso.slice(5, 7)), BigInt(iso.slice(8, 10))];
  const shifted = month > 2n ? year : year - 1n;
  const ofYear = (153n * (month > 2n ? month - 3n : month + 9n) + 2n) / 5n + day - 1n;
  return shifted * 365n + shifted / 4n - shifted / 100n + shifted / 400n + ofYear;
}

/** Seconds since midnight of `17:00:00`. */
export function secondsOfClock(clock: string): bigint {
  return BigInt(clock.slice(0, 2)) * 3600n + BigInt(clock.slice(3, 5)) * 60n + BigInt(clock.slice(6, 8));
}

/** A day as year, month and day of the month, each a column. */
export interface Civil {
  readonly year: Whole;
  readonly month: Whole;
  readonly day: Whole;
}

const by = (a: Whole, divisor: bigint, desk: Desk): Whole => quotient(a, constant(divisor), desk);
const of = (a: Whole, factor: bigint, desk: Desk): Whole => times(a, constant(factor), desk);

export function civilOf(day: Whole, desk: Desk): Civil {
  const here = bound(day, desk);
  const era = bound(by(here, 146_097n, desk), desk);
  const ofEra = bound(minus(here, of(era, 146_097n, desk), desk), desk);
  const leaps = plus(
    minus(by(ofEra, 36_524n, desk), by(ofEra, 1460n, desk), desk),
    { ...by(ofEra, 146_096n, desk), most: 1n },
    desk,
  );
  const lessLeaps = minus(plus(ofEra, leaps, desk), of(by(ofEra, 146_096n, desk), 2n, desk), desk);
  const yearOfEra = bound(by(lessLeaps, 365n, desk), desk);
  const before = minus(plus(of(yearOfEra, 365n, desk), by(yearOfEra, 4n, desk), desk), by(yearOfEra, 100n, desk), desk);
  const ofYear = bound(minus(ofEra, before, desk), desk);
  const fromMarch = bound(by(plus(of(ofYear, 5n, desk), constant(2n), desk), 153n, desk), desk);
  const start = by(plus(of(fromMarch, 153n, desk), constant(2n), desk), 5n, desk);
  const month = sql`${fromMarch.term} + ${pick([{ when: sql`${fromMarch.term} < 10`, then: whole(3n) }], whole(-9n))}`;
  const monthColumn: Whole = bound({ term: month, most: 12n }, desk);
  const next = pick([{ when: sql`${monthColumn.term} <= 2`, then: whole(1n) }], whole(0n));
  const year = sql`${of(era, 400n, desk).term} + ${yearOfEra.term} + ${next}`;
  return {
    year: bound({ term: year, most: 9999n }, desk),
    month: monthColumn,
    day: bound({ ...plus(minus(ofYear, start, desk), constant(1n), desk), most: 31n }, desk),
  };
}

/** The inverse of `civilOf`. */
export function dayOfCivil({ year, month, day }: Civil, desk: Desk): Whole {
  const shifted: Whole = bound(
    {
      term: sql`${year.term} - ${pick([{ when: sql`${month.term} > 2`, then: whole(0n) }], whole(1n))}`,
      most: 10_000n,
    },
    desk,
  );
  const fromMarch: Whole = {
    term: sql`${month.term} + ${pick([{ when: sql`${month.term} > 2`, then: whole(-3n) }], whole(9n))}`,
    most: 11n,
  };
  const ofYear = by(plus(of(fromMarch, 153n, desk), constant(2n), desk), 5n, desk);
  const years = plus(
    minus(plus(of(shifted, 365n, desk), by(shifted, 4n, desk), desk), by(shifted, 100n, desk), desk),
    by(shifted, 400n, desk),
    desk,
  );
  return bound({ term: sql`${years.term} + ${ofYear.term} + ${day.term} - 1`, most: 4_000_000n }, desk);
}

export function monthLength(year: Whole, month: Whole, desk: Desk): Whole {
  const divisible = (divisor: bigint): Term => sql`${rest(year, constant(divisor), desk).term} = 0`;
  const leap = sql`${divisible(4n)} AND (${divisible(100n)} = FALSE OR ${divisible(400n)})`;
  const term = pick(
    [
      { when: sql`${month.term} = 2 AND ${leap}`, then: whole(29n) },
      { when: sql`${month.term} = 2`, then: whole(28n) },
      { when: sql`${month.term} IN (4, 6, 9, 11)`, then: whole(30n) },
    ],
    whole(31n),
  );
  return bound({ term, most: 31n }, desk);
}

/** The same day so many months later, clamped to the month's end; what leaves the years 1 to 9999 is NULL. */
export function monthsLater({ year, month, day }: Civil, months: Whole, desk: Desk): Whole {
  const count = bound(plus(plus(of(year, 12n, desk), month, desk), minus(months, constant(1n), desk), desk), desk);
  const inside = sql`${count.term} BETWEEN 12 AND 119999`;
  const kept: Whole = bound(
    {
      term: pick([{ when: inside, then: count.term }], { ...whole(0n), text: 'NULL', always: null, open: true }),
      most: 119_999n,
    },
    desk,
  );
  const to: Whole = bound(by(kept, 12n, desk), desk);
  const toMonth: Whole = bound({ ...plus(minus(kept, of(to, 12n, desk), desk), constant(1n), desk), most: 12n }, desk);
  const length = monthLength(to, toMonth, desk);
  const toDay: Whole = bound(
    { term: pick([{ when: sql`${day.term} <= ${length.term}`, then: day.term }], length.term), most: 31n },
    desk,
  );
  return dayOfCivil({ year: to, month: toMonth, day: toDay }, desk);
}

/** Full months from one day to another, negative when they are reversed. */
export function fullMonths(from: Whole, to: Whole, desk: Desk): Whole {
  const [a, b] = [bound(from, desk), bound(to, desk)];
  const forward = sql`${a.term} <= ${b.term}`;
  const [x, y] = [civilOf(a, desk), civilOf(b, desk)];
  const pickOf = (first: Whole, second: Whole): Whole =>
    bound({ term: pick([{ when: forward, then: first.term }], second.term), most: first.most }, desk);
  const early: Civil = { year: pickOf(x.year, y.year), month: pickOf(x.month, y.month), day: pickOf(x.day, y.day) };
  const late: Civil = { year: pickOf(y.year, x.year), month: pickOf(y.month, x.month), day: pickOf(y.day, x.day) };
  const length = monthLength(late.year, late.month, desk);
  const months = plus(of(minus(late.year, early.year, desk), 12n, desk), minus(late.month, early.month, desk), desk);
  // The last month is not full before its day, or the month's end where it has no such day.
  const isShort = sql`${late.day.term} < ${early.day.term} AND ${late.day.term} < ${length.term}`;
  const full = bound(
    { term: sql`${months.term} - ${pick([{ when: isShort, then: whole(1n) }], whole(0n))}`, most: 120_000n },
    desk,
  );
  return { term: pick([{ when: forward, then: full.term }], sql`-${full.term}`), most: 120_000n };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayNumber(day: Whole, desk: Desk): Whole {
  return rest(plus(day, constant(2n), desk), constant(7n), desk);
}

export function dayOfMoment(moment: Whole, desk: Desk): Whole {
  return { ...by(moment, secondsOfDay, desk), most: lastDay };
}

export function clockOfMoment(moment: Whole, desk: Desk): Whole {
  return rest(moment, constant(secondsOfDay), desk);
}

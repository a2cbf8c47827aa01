import { civilOf, dayOfCivil, monthLength } from './moment.ts';
import { nothing, pick, sql, type Term } from './term.ts';
import { bound, constant, quotient, rest, type Whole } from './whole.ts';
import type { Writing } from './writing.ts';

const clock = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?';

/** Seconds of `17:00` or `17:00:30`; NULL of anything else. */
export function clockOf(text: Term, here: Writing): Term {
  return pick([{ when: here.syntax.matches(text, clock), then: seconds(text, 1, here) }], nothing);
}

function seconds(text: Term, from: number, { syntax }: Writing): Term {
  const two = (at: number): Term => syntax.readNumber(syntax.part(text, from + at, 2));
  const isLong = sql`${syntax.lengthOf(text)} > ${String(from + 5)}`;
  return sql`${two(0)} * 3600 + ${two(3)} * 60 + ${pick([{ when: isLong, then: two(6) }], constant(0n).term)}`;
}

/** Seconds since 0000-03-01 of `2027-01-20T09:00`, with or without seconds, with a T or a blank; NULL of anything else. */
export function momentOf(text: Term, here: Writing): Term {
  const { sheet, syntax } = here;
  const isMoment = syntax.matches(text, `[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]${clock}`);
  const kept = sheet.bind(pick([{ when: isMoment, then: text }], nothing));
  const part = (from: number, length: number, most: bigint): Whole =>
    bound(
      {
        term: pick(
          [{ when: sql`${kept} IS NOT NULL`, then: syntax.readNumber(syntax.part(kept, from, length)) }],
          nothing,
        ),
        most,
      },
      here,
    );
  const civil = { year: part(1, 4, 9999n), month: part(6, 2, 12n), day: part(9, 2, 31n) };
  const length = monthLength(civil.year, civil.month, here);
  const day = dayOfCivil(civil, here);
  const clockTerm = sheet.bind(pick([{ when: sql`${kept} IS NOT NULL`, then: seconds(kept, 12, here) }], nothing));
  const moment = sql`${day.term} * 86400 + ${clockTerm}`;
  return pick([{ when: sql`${civil.day.term} <= ${length.term}`, then: moment }], nothing);
}

/** `17:00:00` */
export function clockText(count: Whole, here: Writing): Term {
  const { syntax } = here;
  const two = (whole: Whole): Term => syntax.padded(whole.term, 2);
  const sixty = constant(60n);
  const colon = syntax.quotedText(':');
  const minutes = rest(quotient(count, sixty, here), sixty, here);
  return syntax.concat(
    two(quotient(count, constant(3600n), here)),
    colon,
    two(minutes),
    colon,
    two(rest(count, sixty, here)),
  );
}

/** `2027-01-20T09:00:00` */
export function momentText(count: Whole, here: Writing): Term {
  const { syntax } = here;
  const perDay = constant(86_400n);
  const { year, month, day } = civilOf(quotient(count, perDay, here), here);
  const dash = syntax.quotedText('-');
  const clockPart = clockText(bound(rest(count, perDay, here), here), here);
  return syntax.concat(
    syntax.padded(year.term, 4),
    dash,
    syntax.padded(month.term, 2),
    dash,
    syntax.padded(day.term, 2),
    syntax.quotedText('T'),
    clockPart,
  );
}

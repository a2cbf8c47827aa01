import type { Version } from '../program/handbook.ts';
import type { Span } from '../source/span.ts';
import { nextDay, previousDay } from '../value/calendar.ts';
import type { Mutant } from './mutant.ts';

/** The first and the last day of a version, where it writes them, each moved by a day to either side. */
export function dayMutants({ head, read }: Version): readonly Mutant[] {
  const { effective } = read.policy;
  if (effective === undefined) return [];
  const { policy, version, from, to } = head;
  const base = { policy, version, sort: 'date', decisions: new Map(), through: new Set<string>() } as const;
  const first = (day: string, changed: string): Mutant => ({
    ...base,
    ...texts(effective.from.span, from, day),
    days: { from: day, ...(to === undefined ? {} : { to }), changed },
  });
  const last = (span: Span, before: string, day: string, changed: string): Mutant => ({
    ...base,
    ...texts(span, before, day),
    days: { from, to: day, changed },
  });
  return [
    first(nextDay(from), from),
    first(previousDay(from), previousDay(from)),
    ...(to === undefined || effective.to === undefined
      ? []
      : [last(effective.to.span, to, nextDay(to), nextDay(to)), last(effective.to.span, to, previousDay(to), to)]),
  ];
}

const texts = (span: Span, before: string, after: string): Pick<Mutant, 'span' | 'before' | 'after'> => ({
  span,
  before,
  after,
});

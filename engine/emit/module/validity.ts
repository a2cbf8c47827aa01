import type { Editions } from '../../program/edition.ts';
import { changeDays } from '../../program/timeline.ts';
import { previousDay } from '../../value/calendar.ts';

/** Days on which the handbook says the same, both included; without `to` nothing is known to change. */
export interface Days {
  readonly from: string;
  readonly to?: string;
}

/** The days around a day between which no version of any policy begins or ends. */
export function daysAround({ versions }: Pick<Editions, 'versions'>, at: string): Days {
  const changes = changeDays([...versions.values()].flat());
  const from = changes.findLast((day) => day <= at) ?? '0001-01-01';
  const next = changes.find((day) => day > at);
  return next === undefined ? { from } : { from, to: previousDay(next) };
}

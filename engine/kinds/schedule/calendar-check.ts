import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { firstHere } from '../../diagnostic/first-here.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import { weekdays } from '../../ir/weekday.ts';
import type { Calendar } from './index.ts';
import { scheduleMessages as messages } from './messages.ts';

/** Days of the week that there are, holidays in order and inside of what the calendar covers, no day twice. */
export function checkCalendar({ covers, weekend, holidays, workdays = [] }: Calendar): readonly Diagnostic[] {
  const spans = holidays.map(({ from, to = from }) => ({ from, to }));
  const all = [...spans, ...workdays.map((day) => ({ from: day, to: day }))];
  return [
    ...weekend
      .filter(({ text }) => !weekdays.some((day) => day === text))
      .map(({ text, span }) => {
        const near = suggest(text, weekdays);
        return messages['unknown-weekday']({ name: text, near }, span, { fixes: writeInstead(near, span) });
      }),
    ...[...spans, covers]
      .filter(({ from, to }) => to.iso < from.iso)
      .map(({ from, to }) => messages['ends-before-it-starts']({ from: from.iso, to: to.iso }, to.span)),
    ...all
      .filter(({ from, to }) => from.iso < covers.from.iso || to.iso > covers.to.iso)
      .map(({ from }) =>
        messages['not-covered']({ day: from.iso, from: covers.from.iso, to: covers.to.iso }, from.span),
      ),
    ...all.flatMap(({ from, to }, i) => {
      const other = all.slice(0, i).find((one) => from.iso <= one.to.iso && one.from.iso <= to.iso);
      if (other === undefined) return [];
      const day = from.iso > other.from.iso ? from.iso : other.from.iso;
      return [messages['day-twice']({ day }, from.span, { related: firstHere(other.from.span) })];
    }),
  ];
}

import { broken } from '../../expression/check-names.ts';
import { weekday, weekdays } from '../../ir/weekday.ts';
import type { Bound, Ir, Range } from '../../ir/ir.ts';
import { boolean, date } from '../../ir/type.ts';
import type { Dated } from '../../shape/schema.ts';
import type { Output } from '../kind.ts';
import { allOf, anyOf, call, not } from '../nodes.ts';
import { readDate, takesOf } from './asked-date.ts';
import type { Calendar, SchedulePolicy } from './index.ts';
import { scheduleMessages as messages } from './messages.ts';

export const workingDay = 'working-day';

/** Of a schedule with a calendar: is the date a working day, is it a holiday? Beyond the horizon both are undetermined. */
export function calendarOutputs(policy: SchedulePolicy): readonly Output[] {
  if (policy.calendar?.form !== 'covers') return [];
  const { value: calendar } = policy.calendar;
  const output = (name: string, title: Output['title'] & object, value: (asked: Ir) => Ir): Output => ({
    name: { text: name, span: calendar.span },
    title,
    cites: calendar.cites ?? [],
    hidden: false,
    ...takesOf(policy),
    lower: (lowering) => {
      const asked = readDate(policy, lowering);
      if (asked !== undefined) return known(asked, value(asked), calendar);
      lowering.checker.env.report(messages['no-date']({}, calendar.span));
      return broken(calendar);
    },
  });
  return [
    output(workingDay, { en: 'Working day', zh: '工作日' }, (asked) => isWorked(asked, calendar)),
    output('holiday', { en: 'Public holiday', zh: '法定节假日' }, (asked) => isHoliday(asked, calendar)),
  ];
}

/** One band over the days that the calendar covers: outside of it the reason names the calendar and its horizon. */
function known(asked: Ir, value: Ir, { covers }: Calendar): Ir {
  const range = { range: 'interval', low: closed(covers.from), high: closed(covers.to) } as const;
  const band = { range, value, cites: [], origin: covers.span };
  return { op: 'bands', type: boolean, origin: covers.span, mode: 'slab', by: asked, bands: [band] };
}

/** Moved working days first, then holidays, then the weekend. */
function isWorked(asked: Ir, calendar: Calendar): Ir {
  const moved = (calendar.workdays ?? []).map(dayLiteral);
  const ordinary = allOf([not(isHoliday(asked, calendar)), not(isWeekend(asked, calendar))]);
  return moved.length === 0 ? ordinary : anyOf([isOneOf(asked, moved), ordinary]);
}

function isHoliday(asked: Ir, { holidays, span }: Calendar): Ir {
  const ranges = holidays.map(({ from, to = from }): Range => ({
    range: 'interval',
    low: closed(from),
    high: closed(to),
  }));
  if (ranges.length === 0) return truth(false, span);
  return anyOf(ranges.map((range): Ir => ({ op: 'within', type: boolean, origin: span, value: asked, range })));
}

function isWeekend(asked: Ir, { weekend, span }: Calendar): Ir {
  // Words that are no days of the week are told by the check.
  const names = weekend.filter(({ text }) => weekdays.some((day) => day === text));
  const days = names.map(({ text, span: origin }): Ir => ({
    op: 'literal',
    type: weekday,
    origin,
    value: { is: 'member', enumeration: 'weekday', name: text },
  }));
  return days.length === 0 ? truth(false, span) : isOneOf(call('weekday', weekday, asked), days);
}

function isOneOf(value: Ir, items: readonly Ir[]): Ir {
  const range = { range: 'set', items, none: false } as const;
  return { op: 'within', type: boolean, origin: value.origin, value, range };
}

const closed = (at: Dated): Bound => ({ at: dayLiteral(at), open: false });

const dayLiteral = ({ iso, span }: Dated): Ir => ({
  op: 'literal',
  type: date,
  origin: span,
  value: { is: 'date', iso },
});

const truth = (is: boolean, origin: Ir['origin']): Ir => ({
  op: 'literal',
  type: boolean,
  origin,
  value: { is: 'boolean', truth: is },
});

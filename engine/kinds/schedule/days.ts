import { typed } from '../../expression/check-cells.ts';
import { broken } from '../../expression/check-names.ts';
import type { Checker } from '../../expression/environment.ts';
import { weekday, weekdays } from '../../ir/weekday.ts';
import type { Ir } from '../../ir/ir.ts';
import { boolean, date, number } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import type { Output } from '../kind.ts';
import { allOf, amountOf, call, compare } from '../nodes.ts';
import { marked } from '../place.ts';
import { readDate, takesOf } from './asked-date.ts';
import { workingDay } from './calendar.ts';
import type { SchedulePolicy } from './index.ts';
import { scheduleMessages as messages } from './messages.ts';

/** A decision for each sort of day: is the date such a day? */
export function dayOutputs(policy: SchedulePolicy): readonly Output[] {
  return (policy.days ?? []).map(({ key, value: { form, value } }) => ({
    name: key,
    ...(value.title === undefined ? {} : { title: value.title }),
    cites: value.cites ?? [],
    hidden: false,
    ...takesOf(policy),
    lower: (lowering) => {
      const { checker } = lowering;
      if (form === 'when') return marked(value['rests-on'], typed(value.when, checker, boolean), checker);
      const asked = readDate(policy, lowering);
      if (asked === undefined) {
        checker.env.report(messages['no-date']({}, value.every.span));
        return broken(value.every);
      }
      return marked(value['rests-on'], recurring(value.every, asked, policy, checker), checker);
    },
  }));
}

const inMonth = /^(first|last) (\w+) of month$/u;
const forms = [
  ...weekdays,
  ...weekdays.flatMap((day) => [`first ${day} of month`, `last ${day} of month`]),
  workingDay,
];

function recurring(every: Word, asked: Ir, policy: SchedulePolicy, checker: Checker): Ir {
  const { text, span } = every;
  if (text === workingDay) {
    if (policy.calendar !== undefined) return askWorkingDay(policy.calendar, asked, every, checker);
    checker.env.report(messages['no-calendar']({}, span));
    return broken(every);
  }
  const [, which, named = text] = inMonth.exec(text) ?? [];
  const name = weekdays.find((day) => day === named);
  if (name === undefined) {
    const near = suggest(text, forms);
    checker.env.report(
      messages['unknown-recurrence']({ found: text, near }, span, { fixes: writeInstead(near, span) }),
    );
    return broken(every);
  }
  const day: Ir = {
    op: 'literal',
    type: weekday,
    origin: span,
    value: { is: 'member', enumeration: 'weekday', name },
  };
  switch (which) {
    case 'last':
      return compare(asked, '=', call('last-weekday', date, day, asked));
    case 'first':
      return allOf([
        compare(call('weekday', weekday, asked), '=', day),
        compare(call('day-of', number, asked), '<=', amountOf('7', span)),
      ]);
    default:
      return compare(call('weekday', weekday, asked), '=', day);
  }
}

/** Its own calendar, or that of the schedule which it names. */
function askWorkingDay(
  calendar: NonNullable<SchedulePolicy['calendar']>,
  asked: Ir,
  { span }: Word,
  checker: Checker,
): Ir {
  const name = calendar.form === 'plain' ? `${calendar.value.text}.${workingDay}` : workingDay;
  // What the calendar's name does not mean is told where it stands.
  if (!checker.env.knows(name)) return broken({ span });
  const id = 'date asked';
  const inner = checker.within(id, { binds: 'local', id, type: date });
  const read = inner.check({
    syntax: 'on',
    decision: { syntax: 'name', name, span },
    argument: { syntax: 'name', name: id, span },
    span,
  });
  return read.op === 'decision' ? { ...read, args: [asked] } : read;
}

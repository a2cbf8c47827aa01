import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import type { Ir } from '../../ir/ir.ts';
import { areTyped } from '../../proof/domain.ts';
import { situations } from '../../proof/situations.ts';
import type { CheckContext, Conditions } from '../kind.ts';
import { workingDay } from './calendar.ts';
import { checkCalendar } from './calendar-check.ts';
import type { SchedulePolicy } from './index.ts';
import { scheduleMessages as messages } from './messages.ts';
import { checkSlots } from './slots-check.ts';

/** Days that can be, slots side by side without a hole, a calendar that there is. */
export function checkSchedule(
  policy: SchedulePolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
  conditions: Conditions,
): readonly Diagnostic[] {
  const { takes = [], days, slots, calendar } = policy;
  const wrong = takes.filter(({ value }, i) => i > 0 || value.text !== 'date');
  return [
    ...(days === undefined && slots === undefined && calendar?.form !== 'covers'
      ? [messages.empty({}, policy.policy.span)]
      : []),
    ...wrong.map(({ key, value }) => messages['takes-a-date']({ name: key.text }, value.span)),
    ...neverTrue(policy, lowered, context, conditions),
    ...checkSlots(policy, lowered, context, conditions),
    ...(calendar?.form === 'covers' ? checkCalendar(calendar.value) : []),
    ...(calendar?.form === 'plain' ? namedCalendar(calendar.value, context) : []),
  ];
}

/** Days whose condition no date and no facts fulfil. */
function neverTrue(
  { policy, days = [] }: SchedulePolicy,
  lowered: ReadonlyMap<string, Ir>,
  context: CheckContext,
  { appliesWhen, requires }: Conditions,
): readonly Diagnostic[] {
  const prefix = `${policy.text}.`;
  const inline = (decision: string): Ir | undefined =>
    decision.startsWith(prefix) ? lowered.get(decision.slice(prefix.length)) : undefined;
  return days.flatMap(({ key, value: { form, value } }) => {
    const condition = lowered.get(key.text);
    if (condition === undefined || !areTyped([condition])) return [];
    const ways = situations({ statements: [condition], holds: appliesWhen, requires, inline }, context);
    // What is too much to look at may well be true.
    if ('notDecided' in ways || ways.some(({ truths }) => truths[0] !== 'false')) return [];
    return [messages['never-true']({ day: key.text }, form === 'when' ? value.when.span : value.every.span)];
  });
}

function namedCalendar(
  { text, span }: { readonly text: string; readonly span: Diagnostic['span'] },
  context: CheckContext,
): readonly Diagnostic[] {
  if (context.decides(`${text}.${workingDay}`)) return [];
  const calendars = context
    .decisionNames()
    .filter((name) => name.endsWith(`.${workingDay}`))
    .map((name) => name.slice(0, -workingDay.length - 1));
  const near = suggest(text, calendars);
  return [messages['unknown-calendar']({ name: text, near }, span, { fixes: writeInstead(near, span) })];
}

import type { Expr } from '../../expression/ast.ts';
import { typed } from '../../expression/check-cells.ts';
import { broken } from '../../expression/check-names.ts';
import { printExpression } from '../../expression/print.ts';
import { suggest, writeInstead } from '../../diagnostic/suggest.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Ir, Local } from '../../ir/ir.ts';
import { boolean, date, days, listOf, type Type } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import type { Lowering, Output } from '../kind.ts';
import { call, fieldOf, overList, recordOf } from '../nodes.ts';
import { marked } from '../place.ts';
import { dateAsked, readDate, takesOf } from './asked-date.ts';
import { workingDay } from './calendar.ts';
import type { CountEntry, NextEntry, SchedulePolicy } from './index.ts';
import { scheduleMessages as messages } from './messages.ts';

/** A decision for each: the first such day on or after a date, looked for as far as `within` says. */
export function nextOutputs(policy: SchedulePolicy): readonly Output[] {
  return (policy.next ?? []).map(({ key, value }) => ({
    ...described(key, value),
    ...(value.from === undefined ? takesOf(policy) : {}),
    lower: (lowering) => marked(value['rests-on'], firstDay(key, value, policy, lowering), lowering.checker),
  }));
}

/** A decision for each: how many such days there are from one date to another, both included. */
export function countOutputs(policy: SchedulePolicy): readonly Output[] {
  return (policy.count ?? []).map(({ key, value }) => ({
    ...described(key, value),
    lower: ({ checker }) => between('count', value, policy, checker),
  }));
}

/** A decision for each: which such days there are; its ends may read the date asked for, as in “those of its month”. */
export function listOutputs(policy: SchedulePolicy): readonly Output[] {
  return (policy.list ?? []).map(({ key, value }) => ({
    ...described(key, value),
    ...takesOf(policy),
    lower: ({ checker }) => between('list', value, policy, checker),
  }));
}

function between(operator: 'count' | 'list', value: CountEntry, policy: SchedulePolicy, checker: Checker): Ir {
  const all = call('days', listOf(date), typed(value.from, checker, date), typed(value.to, checker, date));
  const where = dayAsked(value.day, policy, checker);
  if (where === undefined) return broken(value.day);
  const body = operator === 'list' ? (element: Local): Ir => element : undefined;
  const such = overList(operator, all, checker, { name: 'date', where, ...(body === undefined ? {} : { body }) });
  return marked(value['rests-on'], such, checker);
}

function described(
  key: Word,
  { title, cites }: NextEntry | CountEntry,
): Pick<Output, 'name' | 'title' | 'cites' | 'hidden'> {
  return { name: key, ...(title === undefined ? {} : { title }), cites: cites ?? [], hidden: false };
}

/**
 * Goes through the days until one is found: what a calendar does not know behind that day does not matter. None found is
 * undetermined and names how far was looked.
 */
function firstDay(key: Word, { day, from, within }: NextEntry, policy: SchedulePolicy, lowering: Lowering): Ir {
  const { checker } = lowering;
  const start = from === undefined ? readDate(policy, lowering) : typed(from, checker, date);
  const isDay = dayAsked(day, policy, checker);
  const length = typed(within, checker, days);
  if (start === undefined) checker.env.report(messages['no-date']({}, day.span));
  if (start === undefined || isDay === undefined) return broken(day);
  const origin = key.span;
  const over = call('days', listOf(date), start, call('add', date, start, length));
  const found = (is: boolean, at: Ir): Ir =>
    recordOf(
      [
        { name: 'found', value: { op: 'literal', type: boolean, origin, value: { is: 'boolean', truth: is } } },
        { name: 'at', value: at },
      ],
      origin,
    );
  const initial = found(false, start);
  const element = localOf('date', date, origin, checker);
  const state = localOf('so far', initial.type, origin, checker);
  const step: Ir = {
    op: 'choose',
    type: initial.type,
    origin,
    arms: [
      { when: fieldOf(state, 'found'), value: state, cites: [] },
      { when: isDay(element), value: found(true, element), cites: [] },
    ],
    otherwise: state,
  };
  const looked: Ir = {
    op: 'fold',
    type: initial.type,
    origin,
    over,
    local: element.id,
    state: state.id,
    initial,
    step,
  };
  const gap = `${policy.policy.text}#${key.text} > ${printExpression(within)}`;
  return {
    op: 'choose',
    type: date,
    origin,
    arms: [{ when: fieldOf(looked, 'found'), value: fieldOf(looked, 'at'), cites: [] }],
    otherwise: { op: 'undetermined', type: date, origin, gap },
  };
}

function localOf(name: string, type: Type, origin: Ir['origin'], { env }: Checker): Local {
  return { op: 'local', type, origin, id: `${name}#${env.fresh()}`, name };
}

/** Asks a sort of day of this schedule about a date; undefined, and told, where it has none of that name. */
function dayAsked(day: Word, policy: SchedulePolicy, checker: Checker): ((at: Local) => Ir) | undefined {
  const known = [
    ...(policy.days ?? []).map(({ key }) => key.text),
    ...(policy.calendar?.form === 'covers' ? [workingDay, 'holiday'] : []),
  ];
  if (!known.includes(day.text)) {
    const near = suggest(day.text, known);
    const fixes = writeInstead(near, day.span);
    checker.env.report(messages['unknown-day']({ name: day.text, near }, day.span, { fixes }));
    return undefined;
  }
  if (dateAsked(policy) === undefined) {
    checker.env.report(messages['no-date']({}, day.span));
    return undefined;
  }
  const name = (text: string): Expr => ({ syntax: 'name', name: text, span: day.span });
  return (at) => {
    const inner = checker.within(at.id, { binds: 'local', id: at.id, type: at.type });
    const read = inner.check({ syntax: 'on', decision: name(day.text), argument: name(at.id), span: day.span });
    // Explanations show the date by its name, not by the one that makes it unique.
    return read.op === 'decision' ? { ...read, args: [at] } : read;
  };
}

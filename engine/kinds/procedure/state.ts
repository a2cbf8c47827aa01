import type { Checker } from '../../expression/environment.ts';
import type { Arm, Ir, Local } from '../../ir/ir.ts';
import { boolean, date, listOf, number, text, type Type } from '../../ir/type.ts';
import { amountOf, call, compare, fieldOf, not, overList, recordOf, textOf } from '../nodes.ts';
import type { ProcedurePolicy } from './index.ts';
import { counts, whyRefused } from './judge.ts';
import { eventType, readLog, refusals, results, stateType } from './log.ts';
import { fromOn } from './steps.ts';
import type { Course } from './timing.ts';

/** Runs through the log: an event that counts makes its step done, or opens an earlier one again; any other is kept with its reason. */
export function lowerState(policy: ProcedurePolicy, course: Course, checker: Checker): Ir {
  const origin = policy.log.span;
  const local = (name: string, type: Type): Local => ({
    op: 'local',
    type,
    origin,
    id: `${name}#${String(checker.env.fresh())}`,
    name,
  });
  const [state, event] = [local('state', stateType), local('event', eventType(policy))];
  const before: State = {
    done: fieldOf(state, 'done'),
    days: fieldOf(state, 'days'),
    refused: fieldOf(state, 'refused'),
    event: fieldOf(state, 'event'),
    last: fieldOf(state, 'last'),
  };
  const count = call('add', number, before.event, amountOf('1', origin));
  const day = fieldOf(event, 'date');
  const step = fieldOf(event, 'step');
  const done = {
    ...before,
    done: call('join', listOf(text), before.done, listOfOne(step)),
    days: call(
      'join',
      before.days.type,
      before.days,
      listOfOne(
        recordOf(
          [
            { name: 'step', value: step },
            { name: 'date', value: day },
          ],
          origin,
        ),
      ),
    ),
    event: count,
    last: day,
  };
  const why = whyRefused(course, event, state, checker);
  const refused = recordOf(
    [
      { name: 'event', value: count },
      { name: 'why', value: why },
    ],
    origin,
  );
  const refusing = { ...before, refused: call('join', refusals, before.refused, listOfOne(refused)), event: count };
  const accepted: Ir = {
    op: 'choose',
    type: stateType,
    origin,
    arms: course.steps.flatMap((one) => sentBack(one, course, { event, before, count, day }, checker)),
    otherwise: whole(done, origin),
  };
  return {
    op: 'fold',
    type: stateType,
    origin,
    over: readLog(policy),
    local: event.id,
    state: state.id,
    initial: whole(nothing(origin), origin),
    step: {
      op: 'choose',
      type: stateType,
      origin,
      arms: [{ when: compare(why, '=', textOf(counts, origin)), value: accepted, cites: [] }],
      otherwise: whole(refusing, origin),
    },
  };
}

const parts = ['done', 'days', 'refused', 'event', 'last'] as const;
type State = Readonly<Record<(typeof parts)[number], Ir>>;

const whole = (state: State, origin: Ir['origin']): Ir =>
  recordOf(
    parts.map((name) => ({ name, value: state[name] })),
    origin,
  );

const listOfOne = (item: Ir): Ir => ({ op: 'list', type: listOf(item.type), origin: item.origin, items: [item] });

function nothing(origin: Ir['origin']): State {
  const fields = stateType.is === 'record' ? stateType.fields : {};
  const none = (name: string): Ir => ({ op: 'list', type: fields[name] ?? listOf(text), origin, items: [] });
  // Every event is later than the first day that there is.
  const last: Ir = { op: 'literal', type: date, origin, value: { is: 'date', iso: '0001-01-01' } };
  return { done: none('done'), days: none('days'), refused: none('refused'), event: amountOf('0', origin), last };
}

interface Happening {
  readonly event: Ir;
  readonly before: State;
  readonly count: Ir;
  readonly day: Ir;
}

/** An event that rejects: the step named by `back-to` and all that come after it are no longer done. */
function sentBack(
  step: Course['steps'][number],
  { steps }: Course,
  { event, before, count, day }: Happening,
  checker: Checker,
): readonly Arm[] {
  const back = step['back-to'];
  if (back === undefined) return [];
  const again = fromOn(back.text, steps).map((id) => textOf(id, back.span));
  const stays = (id: Ir): Ir =>
    not({
      op: 'within',
      type: boolean,
      origin: back.span,
      value: id,
      range: { range: 'set', items: again, none: false },
    });
  const when: Ir = {
    op: 'logic',
    type: boolean,
    origin: back.span,
    connective: 'and',
    left: compare(fieldOf(event, 'step'), '=', textOf(step.id.text, step.id.span)),
    right: compare(fieldOf(event, 'result'), '=', textOf(results.rejected, back.span)),
  };
  const value = whole(
    {
      ...before,
      done: overList('list', before.done, checker, { name: 'step', where: stays, body: (id) => id }),
      days: overList('list', before.days, checker, {
        name: 'day',
        where: (one) => stays(fieldOf(one, 'step')),
        body: (one) => one,
      }),
      event: count,
      last: day,
    },
    back.span,
  );
  return [{ when, value, cites: [] }];
}

import type { Checker } from '../../expression/environment.ts';
import type { Arm, Ir, Local } from '../../ir/ir.ts';
import { boolean, date, listOf, number, text, type Type } from '../../ir/type.ts';
import { amountOf, call, compare, fieldOf, not, overList, recordOf, textOf } from '../nodes.ts';
import { marked } from '../place.ts';
import type { ProcedurePolicy } from './index.ts';
import { refusalsOf } from './judge.ts';
import { eventType, readLog, refusals, results, stateType } from './log.ts';
import { fromOn, type Step } from './steps.ts';
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
  const happening: Happening = { state, event, before: partsOf(state), origin };
  const arms = course.steps.map((step): Arm => ({
    when: compare(fieldOf(event, 'step'), '=', textOf(step.id.text, step.id.span)),
    value: marked(step['rests-on'], eventOf(step, course, happening, checker), checker),
    cites: (step.cites ?? []).map((clause) => clause.text),
    label: step.title,
  }));
  return {
    op: 'fold',
    type: stateType,
    origin,
    over: readLog(policy),
    local: event.id,
    state: state.id,
    initial: whole(nothing(origin), origin),
    // An event of any other step is refused as input.
    step: { op: 'choose', type: stateType, origin, arms, otherwise: refused('not-open', happening) },
  };
}

const parts = ['done', 'days', 'refused', 'event', 'last'] as const;
type State = Readonly<Record<(typeof parts)[number], Ir>>;

const partsOf = (state: Ir): State => ({
  done: fieldOf(state, 'done'),
  days: fieldOf(state, 'days'),
  refused: fieldOf(state, 'refused'),
  event: fieldOf(state, 'event'),
  last: fieldOf(state, 'last'),
});

const whole = (state: State, origin: Ir['origin']): Ir =>
  recordOf(
    parts.map((name) => ({ name, value: state[name] })),
    origin,
  );

function nothing(origin: Ir['origin']): State {
  const fields = stateType.is === 'record' ? stateType.fields : {};
  const none = (name: string): Ir => ({ op: 'list', type: fields[name] ?? listOf(text), origin, items: [] });
  // Every event is later than the first day that there is.
  const last: Ir = { op: 'literal', type: date, origin, value: { is: 'date', iso: '0001-01-01' } };
  return { done: none('done'), days: none('days'), refused: none('refused'), event: amountOf('0', origin), last };
}

interface Happening {
  readonly state: Ir;
  readonly event: Ir;
  readonly before: State;
  readonly origin: Ir['origin'];
}

/** What an event of the step makes of the state. */
function eventOf(step: Step, course: Course, happening: Happening, checker: Checker): Ir {
  const { event, state, origin } = happening;
  const arms = refusalsOf(step, course, event, state, checker).map(({ why, label, when }): Arm => ({
    when,
    value: refused(why, happening),
    cites: [],
    label,
  }));
  const back = sentBack(step, course, happening, checker);
  return { op: 'choose', type: stateType, origin, arms: [...arms, ...back], otherwise: counted(step, happening) };
}

const counting = ({ before, origin }: Happening): Ir => call('add', number, before.event, amountOf('1', origin));

const joined = (list: Ir, item: Ir): Ir =>
  call('join', list.type, list, { op: 'list', type: listOf(item.type), origin: item.origin, items: [item] });

function refused(why: string, happening: Happening): Ir {
  const { before, origin } = happening;
  const event = counting(happening);
  const fields = [
    { name: 'event', value: event },
    { name: 'why', value: textOf(why, origin) },
  ];
  const more = { ...before.refused, type: refusals };
  return whole({ ...before, refused: joined(more, recordOf(fields, origin)), event }, origin);
}

function counted({ id }: Step, happening: Happening): Ir {
  const { before, event, origin } = happening;
  const step = textOf(id.text, id.span);
  const last = fieldOf(event, 'date');
  const day = recordOf(
    [
      { name: 'step', value: step },
      { name: 'date', value: last },
    ],
    origin,
  );
  const after = { done: joined(before.done, step), days: joined(before.days, day), event: counting(happening), last };
  return whole({ ...before, ...after }, origin);
}

/** An event that rejects: the step named by `back-to` and all that come after it are no longer done. */
function sentBack(step: Step, { steps }: Course, happening: Happening, checker: Checker): readonly Arm[] {
  const back = step['back-to'];
  if (back === undefined) return [];
  const { before, event } = happening;
  const origin = back.span;
  const again = fromOn(back.text, steps).map((id) => textOf(id, origin));
  const stays = (value: Ir): Ir =>
    not({ op: 'within', type: boolean, origin, value, range: { range: 'set', items: again, none: false } });
  const after: State = {
    ...before,
    done: overList('list', before.done, checker, { name: 'step', where: stays, body: (id) => id }),
    days: overList('list', before.days, checker, {
      name: 'day',
      where: (one) => stays(fieldOf(one, 'step')),
      body: (one) => one,
    }),
    event: counting(happening),
    last: fieldOf(event, 'date'),
  };
  const when = compare(fieldOf(event, 'result'), '=', textOf(results.rejected, origin));
  return [{ when, value: whole(after, origin), cites: [], label: { en: 'Rejected', zh: '退回' } }];
}

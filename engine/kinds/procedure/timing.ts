import { checkMessages } from '../../expression/check-messages.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Expr } from '../../expression/ast.ts';
import type { Ir, Local } from '../../ir/ir.ts';
import { typeWords } from '../../ir/type-words.ts';
import { boolean, date, dateTime, listOf, unknown } from '../../ir/type.ts';
import { nodes } from '../../ir/walk.ts';
import { call, compare, fieldOf, overList } from '../nodes.ts';
import { procedureMessages as messages } from './messages.ts';
import { ancestorsOf, type Step } from './steps.ts';

/** The name by which a step's days speak of the day on which it became open. */
const opened = 'opened';

/** The procedure while it is lowered: its reachable steps, and the day on which the first ones are open. */
export interface Course {
  readonly steps: readonly Step[];
  readonly starts: Expr | undefined;
}

/** Is the event's day before the first one on which the step may be done? */
export function isTooEarly(step: Step, course: Course, day: Ir, days: Ir, checker: Checker): Ir | undefined {
  const written = step['not-before'];
  if (written === undefined) return undefined;
  return withOpened(step, course, days, written, checker, (first) => {
    if (first.type.is !== 'date') return wrongDay(first, written, checker);
    return lifted(first, (one) => compare(day, '<', one));
  });
}

/** Is the last day in time over, at the moment `now`? A last moment may be a day or a day with a time. */
export function isLate(step: Step, course: Course, written: Expr, days: Ir, checker: Checker): Ir {
  const now = nowOf(checker, written);
  return withOpened(step, course, days, written, checker, (last) => {
    if (last.type.is !== 'date' && last.type.is !== 'date-time') return wrongDay(last, written, checker);
    const at = last.type.is === 'date' ? call('date-of', date, now) : now;
    return lifted(last, (one) => compare(at, '>', one));
  });
}

/** The fact `now`, which a handbook with deadlines declares. */
export function nowOf({ env }: Checker, { span }: { readonly span: Ir['origin'] }): Ir {
  const binding = env.lookup('now');
  if (binding?.binds === 'fact' && binding.type.is === 'date-time')
    return { op: 'fact', type: dateTime, origin: span, name: binding.name };
  if (binding?.binds !== 'broken') env.report(messages['no-now']({}, span));
  return { op: 'undetermined', type: unknown, origin: span, gap: '' };
}

function wrongDay({ type }: Ir, { span }: Expr, { env }: Checker): Ir {
  if (type.is !== 'unknown') {
    env.report(checkMessages['wrong-type']({ found: typeWords(type), expected: typeWords(date) }, span));
  }
  return { op: 'undetermined', type: boolean, origin: span, gap: '' };
}

/** A comparison with a reading rests on it only where both readings compare differently, not wherever their days differ. */
function lifted(ir: Ir, wrap: (day: Ir) => Ir): Ir {
  if (ir.op !== 'reading') return wrap(ir);
  return { ...ir, type: boolean, taken: lifted(ir.taken, wrap), otherwise: lifted(ir.otherwise, wrap) };
}

/** The expression with the name `opened`; it is worked out only where it is read. */
function withOpened(step: Step, course: Course, days: Ir, written: Expr, checker: Checker, made: (day: Ir) => Ir): Ir {
  const bodyWith = ({ id, type }: Local): Ir =>
    made(checker.within(opened, { binds: 'local', id, type }).check(written));
  const origin = written.span;
  const probe = bodyWith({ op: 'local', type: date, origin, id: opened, name: opened });
  if (![...nodes(probe)].some((node) => node.op === 'local' && node.id === opened)) return probe;
  const day = openedOn(step, course, days, written, checker);
  const one: Ir = { op: 'list', type: listOf(date), origin, items: [day] };
  return overList('first', one, checker, { name: opened, body: bodyWith });
}

/** The last day on which a step before it was done; without one the day on which the procedure starts. */
function openedOn(step: Step, { steps, starts }: Course, days: Ir, written: Expr, checker: Checker): Ir {
  const before = steps.filter(({ id }) => ancestorsOf(step, steps).has(id.text));
  const isBefore = (one: Local): Ir => ({
    op: 'within',
    type: boolean,
    origin: step.id.span,
    value: fieldOf(one, 'step'),
    range: {
      range: 'set',
      items: before.map(({ id }) => ({
        op: 'literal',
        type: { is: 'text' },
        origin: id.span,
        value: { is: 'text', text: id.text },
      })),
      none: false,
    },
  });
  const latest = overList('max', days, checker, {
    name: 'event',
    where: isBefore,
    body: (one) => fieldOf(one, 'date'),
  });
  if (starts === undefined) {
    if (step.before.length === 0) checker.env.report(messages['no-start']({ id: step.id.text }, written.span));
    return latest;
  }
  const first = checker.check(starts, date);
  if (first.type.is !== 'date') wrongDay(first, starts, checker);
  if (before.length === 0) return first;
  const some = overList('any', days, checker, { name: 'event', body: isBefore });
  return {
    op: 'choose',
    type: date,
    origin: step.id.span,
    arms: [{ when: some, value: latest, cites: [] }],
    otherwise: first,
  };
}

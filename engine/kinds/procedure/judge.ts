import type { Checker } from '../../expression/environment.ts';
import type { Arm, Ir } from '../../ir/ir.ts';
import { boolean, date, text } from '../../ir/type.ts';
import { allOf, call, compare, fieldOf, not, textOf } from '../nodes.ts';
import { marked } from '../place.ts';
import { isDone, isOpen, settledInPlace } from './open.ts';
import type { Step } from './steps.ts';
import { isTooEarly, nowOf, type Course } from './timing.ts';

/** Why an event does not count. An event that counts has the empty text. */
export const counts = '';

/** The first reason why the event changes nothing, given what the events before it did. */
export function whyRefused(course: Course, event: Ir, state: Ir, checker: Checker): Ir {
  const { steps } = course;
  const { origin } = event;
  const done = fieldOf(state, 'done');
  const days = fieldOf(state, 'days');
  const settled = settledInPlace(steps, done, checker);
  const [step, day] = [fieldOf(event, 'step'), fieldOf(event, 'date')];
  const ofStep = (make: (one: Step) => Ir | undefined, otherwise: boolean): Ir => {
    const arms = steps.flatMap((one): readonly Arm[] => {
      const value = make(one);
      const when = compare(step, '=', textOf(one.id.text, one.id.span));
      return value === undefined ? [] : [{ when, value, cites: [] }];
    });
    return { op: 'choose', type: boolean, origin, arms, otherwise: truth(otherwise, origin) };
  };
  const refused = (why: string, when: Ir): Arm => ({ when, value: textOf(why, origin), cites: [] });
  const isOpenNow = ofStep(
    (one) => marked(one['rests-on'], isOpen(one, steps, done, settled, checker), checker),
    false,
  );
  return {
    op: 'choose',
    type: text,
    origin,
    arms: [
      refused(
        'already-done',
        ofStep((one) => isDone(one, done), false),
      ),
      refused('not-open', not(isOpenNow)),
      ...inFuture(day, checker).map((when) => refused('in-future', when)),
      refused('out-of-order', compare(day, '<', fieldOf(state, 'last'))),
      refused(
        'too-early',
        ofStep((one) => isTooEarly(one, course, day, days, checker), false),
      ),
      refused('wrong-role', not(ofStep((one) => hasRole(one, event), true))),
      refused('no-evidence', not(ofStep((one) => hasEvidence(one, event), true))),
    ],
    otherwise: textOf(counts, origin),
  };
}

const truth = (value: boolean, origin: Ir['origin']): Ir => ({
  op: 'literal',
  type: boolean,
  origin,
  value: { is: 'boolean', truth: value },
});

/** Only who says what time it is can be told that an event has not happened yet. */
function inFuture(day: Ir, checker: Checker): readonly Ir[] {
  if (!checker.env.knows('now')) return [];
  const now = nowOf(checker, { span: day.origin });
  if (now.op !== 'fact') return [];
  const known: Ir = { op: 'known', type: boolean, origin: day.origin, of: now, negated: false };
  return [allOf([known, compare(day, '>', call('date-of', date, now))])];
}

/** One of the roles; anybody where the source names none. */
function hasRole({ role }: Step, event: Ir): Ir | undefined {
  if (role?.form !== 'plain') return undefined;
  return {
    op: 'within',
    type: boolean,
    origin: event.origin,
    value: fieldOf(event, 'as'),
    range: { range: 'set', items: role.value.map((one) => textOf(one.text, one.span)), none: false },
  };
}

/** All that the step asks for; nothing where the source names none. */
function hasEvidence({ evidence }: Step, event: Ir): Ir | undefined {
  if (evidence?.form !== 'plain' || evidence.value.length === 0) return undefined;
  const list = fieldOf(event, 'evidence');
  return allOf(
    evidence.value.map((one) => ({
      op: 'within',
      type: boolean,
      origin: one.span,
      value: textOf(one.text, one.span),
      range: { range: 'list', list },
    })),
  );
}

import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Ir } from '../../ir/ir.ts';
import { boolean, date } from '../../ir/type.ts';
import { allOf, call, compare, fieldOf, not, textOf } from '../nodes.ts';
import { isDone, opens, settledInPlace } from './open.ts';
import type { Step } from './steps.ts';
import { isTooEarly, nowOf, type Course } from './timing.ts';

/** Why an event may not count, for programs and for people. */
const reasons = {
  'already-done': { en: 'Done already', zh: '已办理' },
  'not-open': { en: 'Not open', zh: '尚未开启' },
  'in-future': { en: 'In the future', zh: '日期在未来' },
  'out-of-order': { en: 'Before the last event that counts', zh: '早于上一有效事件' },
  'too-early': { en: 'Too early', zh: '过早' },
  'wrong-role': { en: 'By somebody else', zh: '办理人不符' },
  'no-evidence': { en: 'Without the evidence', zh: '缺少凭证' },
} as const satisfies Readonly<Record<string, Texts>>;

interface Refusal {
  readonly why: string;
  readonly label: Texts;
  readonly when: Ir;
}

/** What makes an event of this step change nothing, given what the events before it did; the first that is true is the reason. */
export function refusalsOf(step: Step, course: Course, event: Ir, state: Ir, checker: Checker): readonly Refusal[] {
  const { steps } = course;
  const done = fieldOf(state, 'done');
  const day = fieldOf(event, 'date');
  const needs = opens(step, steps, settledInPlace(steps, done, checker), checker);
  const refused = (why: keyof typeof reasons, when: Ir | undefined): readonly Refusal[] =>
    when === undefined ? [] : [{ why, label: reasons[why], when }];
  const [isBy, brings] = [hasRole(step, event), hasEvidence(step, event)];
  return [
    ...refused('already-done', isDone(step, done)),
    ...refused('not-open', needs.length === 0 ? undefined : not(allOf(needs))),
    ...refused('in-future', inFuture(day, checker)),
    ...refused('out-of-order', compare(day, '<', fieldOf(state, 'last'))),
    ...refused('too-early', isTooEarly(step, course, day, fieldOf(state, 'days'), checker)),
    ...refused('wrong-role', isBy === undefined ? undefined : not(isBy)),
    ...refused('no-evidence', brings === undefined ? undefined : not(brings)),
  ];
}

/** Only who says what time it is can be told that an event has not happened yet. */
function inFuture(day: Ir, checker: Checker): Ir | undefined {
  if (!checker.env.knows('now')) return undefined;
  const now = nowOf(checker, { span: day.origin });
  if (now.op !== 'fact') return undefined;
  const known: Ir = { op: 'known', type: boolean, origin: day.origin, of: now, negated: false };
  return allOf([known, compare(day, '>', call('date-of', date, now))]);
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

import { expect, test } from 'vitest';
import type { Ir } from '../../engine/ir/ir.ts';
import type { Type } from '../../engine/ir/type.ts';
import { ask, ir, irOf, manifest, programOf, withDecisions } from './handbook.ts';

// The appraisal procedure, lowered by hand as the kind `procedure` will do it: a fold over the event log. This experiment
// is why the IR has `fold`; no aggregate can say that an event counts only if the events before it opened its step.

const program = programOf(
  {
    'handbook.yaml': manifest,
    'facts.yaml': `
kind: vocabulary
title: { en: Facts, zh: 事实 }
enumerations:
  post-name: { marketing-specialist: { en: Marketing, zh: 市场 }, service-specialist: { en: Service, zh: 客服 } }
facts:
  now: { type: date-time, title: { en: Now, zh: 现在 } }
  review.post: { type: post-name, title: { en: Post, zh: 岗位 } }
  review.period-end: { type: date, title: { en: Last day, zh: 末日 } }
  review.events:
    title: { en: Events, zh: 事件 }
    type: list
    of: event
    fields: { step: { type: text }, as: { type: text }, date: { type: date } }
`,
    'parameters.yaml': `
policy: parameters
kind: parameters
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Parameters, zh: 参数 }
parameters:
  review.self-review-limit:
    { type: duration, unit: day, title: { en: Limit, zh: 期限 }, scope: commercial, owner: human-resources, value: unset }
`,
    'procedure.yaml': `
policy: kpi.procedure
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Appraisal procedure, zh: 考核流程 }
scope: commercial
owner: human-resources
decisions:
  not-before: { value: "reading(day-after, review.period-end + 1 day, review.period-end)" }
  self-review-late: { value: date-of(now) > review.period-end + review.self-review-limit }
  superior-review-late: { type: boolean, value: undetermined(no-deadline) }
  peers-review: { value: "review.post in {service-specialist}" }
gaps: [{ id: no-deadline, says: { en: No deadline is given., zh: 未写明期限。 } }]
interpretations:
  - id: day-after
    clause: K-4.4.1
    about: chooses
    question: { en: May the form bear the last day of the period?, zh: 自评表可否填写考核期最后一天？ }
    answer: { en: No. The day after at the earliest., zh: 不可，最早为次日。 }
    status: proposed
`,
  },
  '2027-01-20',
);

const text: Type = { is: 'text' };
const texts: Type = { is: 'list', of: text };
const refusal: Type = { is: 'record', fields: { event: { is: 'number' }, why: text } };
const state: Type = {
  is: 'record',
  fields: { done: texts, refused: { is: 'list', of: refusal }, event: { is: 'number' } },
};
const event: Type = { is: 'record', fields: { step: text, as: text, date: { is: 'date' } } };

const steps: readonly { id: string; role: string; notBefore?: Ir; when?: Ir; late: Ir }[] = [
  {
    id: 'self-review',
    role: 'subject',
    notBefore: irOf(program, 'kpi.procedure.not-before'),
    late: irOf(program, 'kpi.procedure.self-review-late'),
  },
  { id: 'superior-review', role: 'superior', late: irOf(program, 'kpi.procedure.superior-review-late') },
  { id: 'peer-review', role: 'peers', when: irOf(program, 'kpi.procedure.peers-review'), late: ir.truth(false) },
  { id: 'calculation', role: 'human-resources', late: ir.truth(false) },
];

/** The first step that is neither done nor left out; an empty text when none is. */
const openAfter = (done: Ir): Ir =>
  ir.choose(
    steps.map(({ id, when }) => {
      const open = ir.not(ir.isIn(ir.text(id), done));
      return [when === undefined ? open : ir.and(open, when), ir.text(id)];
    }),
    ir.text(''),
  );

function lowered(): Ir {
  const [now, e] = [ir.local('state', state), ir.local('e', event)];
  const done = ir.field(now, 'done', texts);
  const refused = ir.field(now, 'refused', { is: 'list', of: refusal });
  const [step, as, date] = [ir.field(e, 'step', text), ir.field(e, 'as', text), ir.field(e, 'date', { is: 'date' })];
  const count = ir.add(ir.field(now, 'event', { is: 'number' }), ir.number('1'));
  const why = ir.choose(
    [
      [ir.isIn(step, done), ir.text('already-done')],
      [ir.not(ir.same(step, openAfter(done))), ir.text('not-open')],
      ...steps.flatMap(({ id, notBefore }): (readonly [Ir, Ir])[] =>
        notBefore === undefined
          ? []
          : [[ir.and(ir.same(step, ir.text(id)), ir.before(date, notBefore)), ir.text('too-early')]],
      ),
      ...steps.map(
        ({ id, role }) =>
          [ir.and(ir.same(step, ir.text(id)), ir.not(ir.same(as, ir.text(role)))), ir.text('wrong-role')] as const,
      ),
    ],
    ir.text(''),
  );
  const refuse = ir.join(refused, ir.list(refusal, ir.record({ event: count, why })));
  const accepted = ir.same(why, ir.text(''));
  return {
    op: 'fold',
    type: state,
    origin: ir.origin,
    over: { op: 'fact', type: { is: 'list', of: event }, origin: ir.origin, name: 'review.events' },
    local: 'e',
    state: 'state',
    initial: ir.record({ done: ir.list(text), refused: ir.list(refusal), event: ir.number('0') }),
    step: ir.choose(
      [[accepted, ir.record({ done: ir.join(done, ir.list(text, step)), refused, event: count })]],
      ir.record({ done, refused: refuse, event: count }),
    ),
  };
}

const after: Ir = { op: 'decision', type: state, origin: ir.origin, name: 'kpi.procedure.state', args: [] };
const done = ir.field(after, 'done', texts);
const procedure = withDecisions(program, {
  'kpi.procedure.state': lowered(),
  'kpi.procedure.done': done,
  'kpi.procedure.refused': ir.field(after, 'refused', { is: 'list', of: refusal }),
  'kpi.procedure.next': openAfter(done),
  'kpi.procedure.late': ir.choose(
    steps.map(({ id, late }) => [ir.same(openAfter(done), ir.text(id)), late]),
    ir.truth(false),
  ),
});

test('one event: what is done, what comes next, and a lateness that nobody can tell', () => {
  const facts = {
    now: '2027-01-20T09:00',
    'review.post': 'marketing-specialist',
    'review.period-end': '2026-12-31',
    'review.events': [{ step: 'self-review', as: 'subject', date: '2027-01-04' }],
  };
  expect(ask(procedure, 'kpi.procedure.done', facts).value).toBe('[self-review]');
  expect(ask(procedure, 'kpi.procedure.next', facts).value).toBe('superior-review');
  const late = ask(procedure, 'kpi.procedure.late', facts);
  expect(late).toMatchObject({ status: 'undetermined', reasons: [{ code: 'gap', gap: 'kpi.procedure#no-deadline' }] });
});

test('no event and no limit set: the parameter is named', () => {
  const facts = { now: '2027-01-20T09:00', 'review.period-end': '2026-12-31', 'review.events': [] };
  const late = ask(procedure, 'kpi.procedure.late', facts);
  expect(late.reasons).toMatchObject([{ code: 'unset-parameter', parameter: 'review.self-review-limit' }]);
});

test('events that are not accepted change nothing and are listed with the reason and the reading', () => {
  const refused = ask(procedure, 'kpi.procedure.refused', {
    'review.post': 'marketing-specialist',
    'review.period-end': '2026-12-31',
    'review.events': [
      { step: 'talk', as: 'human-resources', date: '2027-01-02' },
      { step: 'self-review', as: 'subject', date: '2026-12-31' },
      { step: 'self-review', as: 'subject', date: '2027-01-04' },
      { step: 'self-review', as: 'subject', date: '2027-01-05' },
    ],
  });
  expect(refused.value).toBe('[{event: 1, why: not-open}, {event: 2, why: too-early}, {event: 4, why: already-done}]');
  expect(refused.flags).toEqual(['kpi.procedure#day-after']);
});

test.each([
  ['marketing-specialist', 'calculation'],
  ['service-specialist', 'peer-review'],
])('a step with a condition is left out: %s goes on with %s', (post, next) => {
  const outcome = ask(procedure, 'kpi.procedure.next', {
    'review.post': post,
    'review.period-end': '2026-12-31',
    'review.events': [
      { step: 'self-review', as: 'subject', date: '2027-01-04' },
      { step: 'superior-review', as: 'superior', date: '2027-01-08' },
    ],
  });
  expect(outcome.value).toBe(next);
});

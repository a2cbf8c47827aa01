import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Ir } from '../../ir/ir.ts';
import { boolean, listOf, text } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import type { Lowering, Output } from '../kind.ts';
import { allOf, call, fieldOf, textOf } from '../nodes.ts';
import { lowerUnstated, marked } from '../place.ts';
import type { ProcedurePolicy } from './index.ts';
import { isMissing, isOpen, isSettled, type Settled } from './open.ts';
import { lowerState } from './state.ts';
import { stepsOf, unreachable, type Step } from './steps.ts';
import { isLate, type Course } from './timing.ts';

/** Hidden decisions, of names that nobody else can have. */
const afterLog = 'log/after';
const openName = ({ id }: Step): string => `open/${id.text}`;
const settledName = ({ id }: Step): string => `settled/${id.text}`;
const lateName = ({ id }: Step): string => `late/${id.text}`;

/** What is done, open, late, refused and missing after the log's events, and whether nothing is missing. */
export function outputsOf(policy: ProcedurePolicy): readonly Output[] {
  const all = stepsOf(policy);
  const never = new Set(unreachable(all));
  // What stands twice or can never be open has a diagnostic.
  const steps = [...new Map(all.filter((step) => !never.has(step)).map((step) => [step.id.text, step])).values()];
  const course: Course = { steps, starts: policy.starts };
  const cites = citesOf(policy);
  const named = (name: string): Word => ({ text: name, span: policy.policy.span });
  const read = (name: string, lowering: Lowering): Ir => lowering.read(name, named(name));
  const after = (part: string, lowering: Lowering): Ir => fieldOf(read(afterLog, lowering), part);
  const output = (name: string, title: Texts, lower: (lowering: Lowering) => Ir): Output => ({
    name: named(name),
    title,
    cites,
    hidden: false,
    lower,
  });
  const hidden = (one: Output): Output => ({ ...one, hidden: true });
  const settled =
    (lowering: Lowering): Settled =>
    (step) =>
      read(settledName(step), lowering);
  return [
    hidden(
      output(afterLog, { en: 'After the events', zh: '事件记录之后的状态' }, ({ checker }) =>
        lowerState(policy, course, checker),
      ),
    ),
    ...steps.flatMap((step) => [
      hidden(
        output(settledName(step), { en: `Settled: ${step.title.en}`, zh: `${step.title.zh}：已办或略过` }, (lowering) =>
          isSettled(step, steps, after('done', lowering), settled(lowering), lowering.checker),
        ),
      ),
      hidden(
        output(openName(step), { en: `Open: ${step.title.en}`, zh: `${step.title.zh}：待办` }, (lowering) =>
          isOpen(step, steps, after('done', lowering), settled(lowering), lowering.checker),
        ),
      ),
      hidden(
        output(lateName(step), { en: `Late: ${step.title.en}`, zh: `${step.title.zh}：逾期` }, (lowering) =>
          allOf([read(openName(step), lowering), lateness(step, course, after('days', lowering), lowering.checker)]),
        ),
      ),
    ]),
    output('done', { en: 'Steps done', zh: '已完成步骤' }, (lowering) => after('done', lowering)),
    output('next', { en: 'Steps that are open', zh: '待办步骤' }, (lowering) =>
      stepsThat(steps, lowering.checker, (step) => read(openName(step), lowering)),
    ),
    output('late', { en: 'Open steps that are late', zh: '逾期步骤' }, (lowering) =>
      stepsThat(steps, lowering.checker, (step) => read(lateName(step), lowering)),
    ),
    output('refused', { en: 'Events that do not count', zh: '不予计入的事件' }, (lowering) =>
      after('refused', lowering),
    ),
    output('missing', { en: 'Steps still missing', zh: '尚缺步骤' }, (lowering) =>
      stepsThat(steps, lowering.checker, (step) => isMissing(step, after('done', lowering), lowering.checker)),
    ),
    output('complete', { en: 'Nothing is missing', zh: '流程已完成' }, (lowering) =>
      allSettled(policy, steps, settled(lowering)),
    ),
  ];
}

/** The steps of which something is true, in the order of the procedure; one that nobody knows leaves all open. */
function stepsThat(steps: readonly Step[], checker: Checker, isTrue: (step: Step) => Ir): Ir {
  const type = listOf(text);
  const [first, ...more] = steps.map((step): Ir => {
    const origin = step.id.span;
    const one: Ir = { op: 'list', type, origin, items: [textOf(step.id.text, origin)] };
    const value = marked(step['rests-on'], one, checker);
    const otherwise: Ir = { op: 'list', type, origin, items: [] };
    return { op: 'choose', type, origin, arms: [{ when: isTrue(step), value, cites: [] }], otherwise };
  });
  if (first === undefined) return { op: 'list', type, origin: { file: '', start: 0, end: 0 }, items: [] };
  return more.reduce((before, one) => call('join', type, before, one), first);
}

function allSettled(policy: ProcedurePolicy, steps: readonly Step[], settled: Settled): Ir {
  if (steps.length > 0) return allOf(steps.map(settled));
  return { op: 'literal', type: boolean, origin: policy.policy.span, value: { is: 'boolean', truth: false } };
}

/** Without a deadline nobody can tell whether an open step is late; a missing key has a diagnostic. */
function lateness(step: Step, course: Course, days: Ir, checker: Checker): Ir {
  const { deadline } = step;
  if (deadline?.form === 'plain') return isLate(step, course, deadline.value, days, checker);
  if (deadline?.form === 'unstated') return lowerUnstated(deadline.value.unstated, checker, boolean);
  return { op: 'undetermined', type: boolean, origin: step.id.span, gap: '' };
}

/** The decisions come from the policy's clauses and from those of its steps. */
function citesOf({ cites = [], steps }: ProcedurePolicy): readonly Word[] {
  const all = [...cites, ...steps.flatMap((step) => step.cites ?? [])];
  return [...new Map(all.map((clause) => [clause.text, clause])).values()];
}

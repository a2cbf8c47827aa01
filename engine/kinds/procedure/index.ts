import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { expression, list, oneOfForms, optional, record, texts, truth, word } from '../../shape/builders.ts';
import { cites, policyOf, restsOn, title, unstated } from '../head.ts';
import { defineKind } from '../kind.ts';
import { checkProcedure } from './check.ts';
import { beganWith, logFact } from './log.ts';
import { outputsOf } from './outputs.ts';
import { toldOutput } from './told.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const who = doc(
  'Who does it: a post, a department or a relation such as superior; of several, any one.',
  '由谁执行：岗位、部门，或 superior 等关系；列出多个时任一即可。',
);
const role = word(doc('A post, a department or a relation.', '岗位、部门或关系。'), { names: 'role' });
const proof = doc('What an event must bring: all of these.', '事件须附的全部凭证。');
const last = doc(
  'The last day in time, or the last moment; `opened` is the day on which the step became open.',
  '最后期限（日期或时刻）；opened 为本步骤开启之日。',
);

/** What each step says, or all steps alike; what the source leaves out is unstated, never left out here. */
const said = {
  role: optional(oneOfForms(who, { unstated }, list(who, role, { orOne: true, atLeast: 1 }))),
  evidence: optional(
    oneOfForms(proof, { unstated }, list(proof, word(doc('A form or record.', '表格或记录。')), { orOne: true })),
  ),
  deadline: optional(oneOfForms(last, { unstated }, expression(last))),
};

const step = record(doc('A step.', '一个步骤。'), {
  id: word(doc('Its id, by which events name it.', '编号，事件以此指明步骤。')),
  title,
  tasks: optional(
    list(doc('What is done in it, for readers.', '本步骤的具体工作，供阅读。'), texts(doc('A task.', '一项工作。')), {
      atLeast: 1,
    }),
  ),
  ...said,
  after: optional(
    list(
      doc('Steps that come before it; the one before in the list when left out.', '前置步骤；省略时为列表中的上一步。'),
      word(doc('The id of a step.', '步骤编号。'), { names: 'step' }),
      { orOne: true },
    ),
  ),
  when: optional(expression(doc('False: the step is left out.', '为假时略过本步骤。'))),
  'not-before': optional(expression(doc('The first day on which it may be done.', '最早可办理的日期。'))),
  'back-to': optional(
    word(
      doc(
        'The step that is open again when an event has the result rejected; its events then say passed or rejected.',
        '事件结果为 rejected 时重新开启的步骤；此时事件须注明 passed 或 rejected。',
      ),
      { names: 'step' },
    ),
  ),
  informs: optional(list(doc('Who is told.', '告知对象。'), role, { orOne: true })),
  'rests-on': optional(restsOn),
  cites: optional(cites),
});
export type StepEntry = Static<typeof step>;

const schema = policyOf(
  'procedure',
  doc('Steps in order, judged by a log of events.', '依次办理的步骤，按事件记录判断。'),
  {
    log: word(
      doc(
        'The list fact that this procedure declares: step, as, date and evidence of each event.',
        '本流程声明的列表事实：各事件的步骤、身份、日期和凭证。',
      ),
    ),
    switch: optional(
      truth(
        doc(
          'A procedure that has begun goes over to a new version; else it keeps the version of its first event.',
          '进行中的流程改用新版本；否则沿用首个事件当日的版本。',
        ),
      ),
    ),
    starts: optional(expression(doc('The day on which the first steps are open.', '首个步骤开启之日。'))),
    'every-step': optional(
      record(doc('What holds for steps that do not say it themselves.', '步骤未自行写明时的统一内容。'), said),
    ),
    steps: list(doc('The steps.', '各步骤。'), step, { atLeast: 1 }),
  },
);
export type ProcedurePolicy = Static<typeof schema>;

export const procedure = defineKind({
  name: 'procedure',
  title: { en: 'Procedure', zh: '流程' },
  schema,
  declare: (policy) => ({
    facts: [logFact(policy)],
    outputs: [...outputsOf(policy), ...toldOutput(policy)],
    ...(policy.switch === true ? {} : { began: beganWith(policy) }),
    check: (lowered, context, conditions) => checkProcedure(policy, lowered, context, conditions),
  }),
});

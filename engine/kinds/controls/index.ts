import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { entries, expression, list, oneOfForms, optional, record, word } from '../../shape/builders.ts';
import { cites, policyOf, restsOn, title, unstated, whoOrUnstated } from '../head.ts';
import { defineKind } from '../kind.ts';
import { checkControls } from './check.ts';
import { outputsOf } from './lower.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const id = word(doc('Its id; also the name of its decision.', '编号，也是其决定的名称。'), {
  pattern: {
    regex: '^[\\p{ID_Start}][\\p{ID_Continue}-]*$',
    says: { en: 'a name without dots such as shortage', zh: '不含点的名称，例如 shortage' },
  },
});

const rule = record(doc('When something holds, somebody is told.', '条件成立时通知有关人员。'), {
  id,
  title,
  when: expression(doc('True: the rule is raised.', '为真时触发。')),
  tell: list(
    doc('Who is told, one or several.', '通知对象，一个或多个。'),
    whoOrUnstated(doc('The post or department that is told.', '通知的岗位或部门。')),
    { orOne: true, atLeast: 1 },
  ),
  deadline: optional(
    oneOfForms(
      doc('How long, or until when, it may take to act.', '处理时限。'),
      { unstated },
      expression(doc('A duration, a day or a time.', '时长、日期或时间。')),
    ),
  ),
  action: optional(
    entries(
      doc('What it is about → what is to be done with it. Of a gate: `shut`.', '对象→应如何处理；对关口写 shut。'),
      word(doc('What is to be done.', '应如何处理。')),
      { atLeast: 1 },
    ),
  ),
  'rests-on': optional(restsOn),
  cites: optional(cites),
});
export type RuleEntry = Static<typeof rule>;

const gate = record(doc('Something that may be done once the gate is open.', '条件具备后方可进行的事项。'), {
  id,
  title,
  'opens-when': expression(doc('Only when this is known to be true the gate is open.', '仅在确定为真时放行。')),
  'rests-on': optional(restsOn),
  cites: optional(cites),
});
export type GateEntry = Static<typeof gate>;

const schema = policyOf(
  'controls',
  doc('When-then rules that tell somebody, and gates that stay shut until all is well.', '触发规则与放行关口。'),
  {
    rules: optional(list(doc('What is raised when.', '触发规则。'), rule, { atLeast: 1 })),
    gates: optional(list(doc('What may be done when.', '放行关口。'), gate, { atLeast: 1 })),
  },
);
export type ControlsPolicy = Static<typeof schema>;

export const controls = defineKind({
  name: 'controls',
  title: { en: 'Controls', zh: '控制规则' },
  schema,
  declare: (policy) => ({
    facts: [],
    outputs: outputsOf(policy),
    check: (lowered, context, conditions) => checkControls(policy, lowered, context, conditions),
  }),
});

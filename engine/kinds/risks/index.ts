import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { expression, list, oneOfForms, optional, record, texts, word } from '../../shape/builders.ts';
import { cites, policyOf, title, unstated, whoOrUnstated } from '../head.ts';
import { defineKind } from '../kind.ts';
import { checkRisks } from './check.ts';
import { outputsOf } from './lower.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

/** A name without dots, since it becomes the last part of one. */
const id = {
  regex: '^[\\p{ID_Start}][\\p{ID_Continue}-]*$',
  says: { en: 'a name without dots such as market', zh: '不含点的名称，例如 market' },
};

const risk = record(doc('A risk.', '一项风险。'), {
  id: word(doc('Its id; with triggers the decision is policy.id.', '编号；有 triggers 时决定名为“制度.编号”。'), {
    pattern: id,
  }),
  title,
  owner: optional(whoOrUnstated(doc('The post or department that answers for it.', '负责岗位或部门。'))),
  treatment: oneOfForms(
    doc('What is done about it, in words.', '应对措施，文字说明。'),
    { unstated },
    list(doc('Measures.', '措施。'), texts(doc('A measure.', '措施。')), { atLeast: 1 }),
  ),
  controls: optional(
    oneOfForms(
      doc('Decisions that keep it in check, by their full names.', '控制该风险的决定，写全名。'),
      { unstated },
      list(
        doc('Decisions.', '决定。'),
        word(doc('The full name of a decision.', '决定的全名。'), { names: 'decision' }),
      ),
    ),
  ),
  triggers: optional(
    list(
      doc('Conditions any of which says that the risk has come up.', '任一成立即表明风险已出现的条件。'),
      expression(doc('A condition.', '条件。')),
      { atLeast: 1 },
    ),
  ),
  cites: optional(cites),
});
export type RiskEntry = Static<typeof risk>;

const schema = policyOf('risks', doc('A register of risks.', '风险登记册。'), {
  level: optional(
    expression(doc('The level of a risk from its likelihood and impact.', '由可能性和影响得出的风险等级。')),
  ),
  identification: optional(
    record(doc('How risks are looked for.', '如何识别风险。'), {
      who: whoOrUnstated(
        doc('Who looks for them: a post, a department or a group.', '由谁识别：岗位、部门或群体。'),
        'role',
      ),
      every: oneOfForms(
        doc('How often.', '多久一次。'),
        { unstated },
        expression(doc('A duration such as 3 months.', '时长，例如 3 months。')),
      ),
      'organised-by': whoOrUnstated(doc('Who organises it.', '由谁组织。')),
      cites: optional(cites),
    }),
  ),
  risks: list(doc('The risks.', '各项风险。'), risk, { atLeast: 1 }),
});
export type RisksPolicy = Static<typeof schema>;

export const risks = defineKind({
  name: 'risks',
  title: { en: 'Risk register', zh: '风险登记册' },
  schema,
  declare: (policy) => ({
    facts: [],
    outputs: outputsOf(policy),
    check: (lowered, context) => checkRisks(policy, lowered, context),
  }),
});

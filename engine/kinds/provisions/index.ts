import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { list, oneOfForms, optional, record, texts, word } from '../../shape/builders.ts';
import { cites, policyOf, restsOn, unstated } from '../head.ts';
import { defineKind } from '../kind.ts';
import { checkProvisions } from './check.ts';
import { demanded } from './lower.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

/** What is demanded, one act a line. */
const acts = (says: Texts) =>
  optional(list(says, texts(doc('An act or an attitude.', '一项行为或态度。')), { atLeast: 1 }));
const textOrUnstated = (says: Texts) => optional(oneOfForms(says, { unstated }, texts(says)));

const bearer = oneOfForms(
  doc(
    'A post, department, relation or group, or in words somebody outside.',
    '岗位、部门、关系或群体；外部人员以文字写明。',
  ),
  { unstated, en: texts(doc('Somebody outside the organization.', '组织以外的人员。')) },
  word(doc('A post, department, relation or group of the scope.', '本规则体系的岗位、部门、关系或群体。'), {
    names: 'role',
  }),
);

const provision = record(doc('A principle, a duty or a prohibition.', '一项原则、义务或禁令。'), {
  id: word(doc('Its id.', '编号。')),
  who: optional(
    list(doc('Whom it binds; mandatory unless it is only striven for.', '约束对象；除仅为倡导外必填。'), bearer, {
      orOne: true,
      atLeast: 1,
    }),
  ),
  situation: optional(texts(doc('When it holds; always when left out.', '适用情形，省略即始终适用。'))),
  must: acts(doc('What they must do.', '必须做的事。')),
  'must-not': acts(doc('What they must not do.', '不得做的事。')),
  may: acts(doc('What they may do.', '可以做的事。')),
  'strives-for': acts(doc('What is aimed at and cannot be broken.', '倡导的目标，不构成可违反的义务。')),
  deadline: textOrUnstated(doc('By when.', '期限。')),
  consequence: textOrUnstated(doc('What follows from a breach.', '违反的后果。')),
  'rests-on': optional(restsOn),
  cites: optional(cites),
});
export type Provision = Static<typeof provision>;

const schema = policyOf(
  'provisions',
  doc('Principles, duties and prohibitions as structured statements.', '以结构化条目写明的原则、义务与禁令。'),
  { provisions: list(doc('One statement each.', '每项一条。'), provision, { atLeast: 1 }) },
);
export type ProvisionsPolicy = Static<typeof schema>;

export const provisions = defineKind({
  name: 'provisions',
  title: { en: 'Provisions', zh: '行为规范' },
  schema,
  // Nothing is computed from a norm; what can be computed has a kind of its own.
  declare: (policy) => ({ facts: [], outputs: [demanded(policy)], check: () => checkProvisions(policy) }),
});

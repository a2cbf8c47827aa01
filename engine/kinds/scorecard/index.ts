import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import {
  cell,
  choice,
  entries,
  expression,
  integer,
  list,
  oneOfForms,
  optional,
  record,
  texts,
  truth,
  word,
} from '../../shape/builders.ts';
import { cites, policyOf, restsOn, title, unstated } from '../head.ts';
import { defineKind } from '../kind.ts';
import { checkScorecard } from './check.ts';
import { factsOf } from './facts.ts';
import { ratedOutputs } from './raters.ts';
import { rollUpOutput } from './roll-up.ts';
import { scoreOutput } from './score.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

/** A name without dots, since it becomes the last part of one. */
const id = {
  regex: '^[\\p{ID_Start}][\\p{ID_Continue}-]*$',
  says: { en: 'a name without dots such as teamwork', zh: '不含点的名称，例如 teamwork' },
};

const criterion = record(doc('A criterion.', '一项考核指标。'), {
  id: word(doc('Its id; the fact of its points is policy.id.', '编号；其得分的事实名为“制度.编号”。'), { pattern: id }),
  title,
  weight: oneOfForms(
    doc('Its part of the score, or the gap where the source gives none.', '占总分的百分比；原文未给时写缺口。'),
    { unstated },
    expression(
      doc(
        'Its part of the score: a percent, or the parameter that the company sets it with.',
        '占总分的百分比，或由公司设定的参数。',
      ),
    ),
  ),
  'rests-on': optional(restsOn),
  indicators: optional(list(doc('What is looked at.', '考察要点。'), texts(doc('An indicator.', '考察要点。')))),
  anchors: optional(
    entries(doc('Letter → what deserves it.', '等级字母→对应表现。'), texts(doc('What deserves it.', '对应表现。'))),
  ),
  cites: optional(cites),
});
export type Criterion = Static<typeof criterion>;

const combine = record(doc('How several become one.', '如何合并。'), {
  method: choice(doc('The plain average.', '简单平均。'), 'average'),
  'rests-on': optional(restsOn),
});

const raters = record(doc('Who rates, and how their points are combined.', '由谁评分，如何合并。'), {
  from: word(
    doc(
      'The list fact that this card declares: role, person and points of each criterion.',
      '本评分表声明的列表事实：角色、评分人及各项得分。',
    ),
  ),
  roles: list(
    doc('The roles that rate, one rating each.', '评分的角色，各评一次。'),
    word(doc('A role.', '角色。'), { names: 'role' }),
    {
      atLeast: 1,
    },
  ),
  combine,
  missing: choice(
    doc(
      'What a missing rating does: the score is undetermined, naming who has to rate.',
      '缺少评分时：总分未定，并指明由谁评分。',
    ),
    'undetermined',
  ),
  'one-person-in-two-roles': record(doc('When one person holds two roles.', '一人兼任两个角色时。'), {
    counts: choice(doc('That person rates once.', '该人只评一次。'), 'once'),
    'rests-on': optional(restsOn),
  }),
  cites: optional(cites),
});
export type Raters = Static<typeof raters>;

const rollUp = record(doc('A result out of several results.', '由若干结果汇总的结果。'), {
  id: word(doc('Its id; the decision is policy.id.', '编号；决定名为“制度.编号”。'), { pattern: id }),
  title,
  from: expression(doc('The list fact of the results.', '各期结果所在的列表事实。')),
  score: optional(word(doc('The field that holds the result; score when left out.', '结果所在字段，默认 score。'))),
  count: integer(
    doc('How many results there must be; with any other number it is undetermined.', '须有的结果个数，否则未定。'),
    {
      minimum: 1,
    },
  ),
  combine,
  'only-if': optional(
    record(doc('Where this roll-up holds, and what holds elsewhere.', '本汇总的适用条件及不适用时的结果。'), {
      is: expression(doc('The condition.', '条件。')),
      otherwise: expression(doc('The result when it is false.', '条件不成立时的结果。')),
    }),
  ),
  cites: optional(cites),
});
export type RollUp = Static<typeof rollUp>;

const schema = policyOf(
  'scorecard',
  doc('Weighted criteria, who rates them, and results out of results.', '加权指标、评分人与结果汇总。'),
  {
    points: optional(
      record(doc('Which points a criterion can have.', '各项得分的取值。'), {
        range: cell(doc('From the fewest to the most.', '由最低到最高。')),
        scale: optional(integer(doc('Most decimals after the point.', '小数位数上限。'), { minimum: 0 })),
        whole: optional(truth(doc('Whole points only.', '只能是整数。'))),
      }),
    ),
    criteria: optional(
      list(doc('The criteria; their weights make exactly 100 %.', '各项指标，权重合计恰为100%。'), criterion, {
        atLeast: 1,
      }),
    ),
    raters: optional(raters),
    'roll-up': optional(
      list(doc('Results out of results; one decision each.', '结果汇总，每项一个决定。'), rollUp, { atLeast: 1 }),
    ),
  },
);
export type ScorecardPolicy = Static<typeof schema>;

export const scorecard = defineKind({
  name: 'scorecard',
  title: { en: 'Scorecard', zh: '评分表' },
  schema,
  declare: (policy) => ({
    facts: factsOf(policy),
    outputs: [
      ...(policy.criteria === undefined
        ? []
        : policy.raters === undefined
          ? [scoreOutput(policy, policy.criteria)]
          : ratedOutputs(policy, policy.criteria, policy.raters)),
      ...(policy['roll-up'] ?? []).map(rollUpOutput),
    ],
    check: (_lowered, context) => checkScorecard(policy, context),
  }),
});

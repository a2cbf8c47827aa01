import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { cell, choice, entries, expression, list, oneOfForms, optional, record, word } from '../../shape/builders.ts';
import { cites, policyOf, restsOn, typeWord } from '../head.ts';
import { defineKind } from '../kind.ts';
import { placeForms } from '../place.ts';
import { checkGrades } from './check.ts';
import { distributionOutputs } from './distribution.ts';
import { gradeOutput } from './grade.ts';
import { groupOutputs } from './group.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const band = record(doc('The scores of a grade.', '某等级的分数段。'), {
  grade: word(doc('The grade.', '等级。')),
  in: cell(doc('The scores.', '分数段。')),
  'rests-on': optional(restsOn),
  cites: optional(cites),
});

const distribution = record(doc('How many people each grade may have.', '各等级可有多少人。'), {
  'applies-when': optional(expression(doc('False: no distribution is forced.', '为假时不强制分布。'))),
  'head-count': expression(doc('How many people are graded.', '参评人数。')),
  shares: entries(
    doc('Grade → its part of the people; together exactly 100 %.', '等级→占总人数的百分比，合计恰为100%。'),
    oneOfForms(
      doc('A percent, or one that rests on an interpretation.', '百分比，可注明所依据的解释。'),
      { value: placeForms.value },
      expression(doc('A percent.', '百分比。')),
    ),
    { atLeast: 1 },
  ),
  'whole-people': record(
    doc('The quota rule: how shares of people become whole people.', '名额规则：比例如何化为整数人数。'),
    {
      method: choice(
        doc(
          'Whole parts first, then one place each in the order of the largest remainders.',
          '先取整数部分，余额按小数部分由大到小各补一人。',
        ),
        'largest-remainder',
      ),
      ties: choice(
        doc('Of equal remainders the larger share comes first.', '小数部分相同时比例大者在先。'),
        'larger-share',
      ),
      'rests-on': optional(restsOn),
    },
  ),
  cites: optional(cites),
});
export type Distribution = Static<typeof distribution>;
export type ShareEntry = Distribution['shares'][number]['value'];

const group = record(doc('The people graded, one by one.', '逐一列出的参评人员。'), {
  members: expression(doc('The list of them.', '人员列表。')),
  score: word(doc('The field that holds the score.', '得分所在字段。')),
  name: optional(
    word(doc('The field that names the person; needed for the list of people.', '姓名所在字段，列出人员时需要。')),
  ),
  moves: choice(doc('Nobody is moved: a surplus is left to a person.', '不自动调整：超出名额由人决定。'), 'nobody'),
});
export type Group = Static<typeof group>;

const schema = policyOf(
  'grades',
  doc('Bands over a score, and how many people each grade may have.', '按分数评定等级，并规定各等级的人数。'),
  {
    by: expression(doc('What is graded.', '评定依据。')),
    type: typeWord,
    bands: list(doc('Which scores have which grade.', '各等级的分数段。'), band, { atLeast: 1 }),
    reserved: optional(
      entries(
        doc('Grade → gap: announced by the source, never given.', '等级→缺口：原文列出但不评定的等级。'),
        word(doc('The id of a gap.', '缺口编号。'), { names: 'gap' }),
      ),
    ),
    distribution: optional(distribution),
    group: optional(group),
  },
);
export type GradesPolicy = Static<typeof schema>;

export const grades = defineKind({
  name: 'grades',
  title: { en: 'Grades', zh: '等级评定' },
  schema,
  declare: (policy) => ({
    facts: [],
    outputs: [gradeOutput(policy), ...distributionOutputs(policy), ...groupOutputs(policy)],
    check: (lowered, context) => checkGrades(policy, lowered, context),
  }),
});

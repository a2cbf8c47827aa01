import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { choice, entries, expression, openRecord, optional, record, word } from '../../shape/builders.ts';
import { cites, policyOf, restsOn, rounding, title, typeWord } from '../head.ts';
import { defineKind } from '../kind.ts';
import { place } from '../place.ts';
import { checkSanctions } from './check.ts';
import { outputsOf } from './lower.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const imposed = openRecord(
  doc('Measure → what is imposed; what is not named is not imposed.', '措施→如何处罚；未写的措施不予处罚。'),
  { 'rests-on': optional(restsOn), cites: optional(cites) },
  place,
);
export type Imposed = Static<typeof imposed>;

const measure = record(doc('A measure; each is a decision.', '一项措施，每项都是一个决定。'), {
  title,
  type: typeWord,
  unit: optional(
    word(doc('The unit of a quantity or a duration; else months.', '数量或时长的单位，时长默认为月。'), {
      names: 'unit',
    }),
  ),
  'only-if': optional(
    record(doc('Where it can be imposed at all.', '可以处罚的前提。'), {
      is: expression(doc('True: it can be imposed.', '为真时可以处罚。')),
      otherwise: expression(doc('What holds in its place.', '否则的取值。')),
    }),
  ),
  round: optional(rounding),
  cites: optional(cites),
});
export type MeasureEntry = Static<typeof measure>;

const schema = policyOf(
  'sanctions',
  doc('What a violation costs, by its circumstances.', '违规行为按情节适用的处罚。'),
  {
    violation: expression(doc('Which violation it is.', '违规行为的种类。')),
    circumstances: entries(
      doc('Name → condition, independent of each other, from mild to grave.', '情节→条件，彼此独立，由轻到重排列。'),
      expression(doc('True: the circumstance is there.', '为真时具有该情节。')),
      { atLeast: 1 },
    ),
    measures: entries(doc('Name → measure, from mild to severe.', '措施名→措施，由轻到重排列。'), measure, {
      atLeast: 1,
    }),
    violations: entries(
      doc('Violation → its lines.', '违规行为→各行。'),
      entries(
        doc('A circumstance, `a and b`, or `any` → what is imposed.', '情节、“甲 and 乙”或 any→处罚。'),
        imposed,
        { atLeast: 1 },
      ),
      { atLeast: 1 },
    ),
    'when-several': optional(
      record(doc('When the lines of several circumstances are met.', '同时具有多种情节时。'), {
        take: choice(doc('The line of the gravest circumstance.', '适用最重情节的一行。'), 'gravest'),
        'rests-on': optional(restsOn),
      }),
    ),
    'when-none': optional(imposed),
  },
);
export type SanctionsPolicy = Static<typeof schema>;

export const sanctions = defineKind({
  name: 'sanctions',
  title: { en: 'Sanctions', zh: '处罚' },
  schema,
  declare: (policy) => ({
    facts: [],
    outputs: outputsOf(policy),
    check: (lowered, context, conditions) => checkSanctions(policy, lowered, context, conditions),
  }),
});

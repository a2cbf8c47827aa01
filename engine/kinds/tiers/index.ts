import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { cell, choice, expression, list, oneOfForms, optional, record } from '../../shape/builders.ts';
import { cites, policyOf, promises, restsOn } from '../head.ts';
import { defineKind } from '../kind.ts';
import { checkTiers } from './check.ts';
import { outputsOf } from './lower.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const common = {
  in: cell(doc('The part of the scale.', '区间。')),
  'rests-on': optional(restsOn),
  cites: optional(cites),
  origin: optional(choice(doc("The company's own figure.", '公司自定数字。'), 'own')),
};
const tier = oneOfForms(
  doc('A tier.', '一档。'),
  {
    amount: record(doc('A tier that gives an amount.', '给出金额的档。'), {
      ...common,
      amount: expression(doc('The amount.', '金额。')),
    }),
  },
  record(doc('A tier that gives a rate.', '给出比率的档。'), {
    ...common,
    rate: expression(doc('The rate.', '比率。')),
  }),
);
export type TierEntry = Static<typeof tier>;

const schema = policyOf(
  'tiers',
  doc('One scale cut into tiers, a rate or an amount for each.', '一个尺度分档，每档给出比率或金额。'),
  {
    by: expression(doc('What is cut into tiers.', '分档依据。')),
    base: optional(expression(doc('What the rate is taken of.', '比率的计算基数。'))),
    mode: choice(
      doc(
        'slab: the tier reached holds for the whole base; graduated: each part at its own rate; interpolated.',
        'slab：所达档适用于全部基数；graduated：各段按各自比率；interpolated：插值。',
      ),
      'slab',
      'graduated',
      'interpolated',
    ),
    ...promises,
    tiers: list(doc('The tiers from low to high.', '由低到高的各档。'), tier, { atLeast: 1 }),
  },
);
export type TiersPolicy = Static<typeof schema>;

export const tiers = defineKind({
  name: 'tiers',
  title: { en: 'Tiers', zh: '分档' },
  schema,
  declare: (policy) => ({
    facts: [],
    outputs: outputsOf(policy),
    check: (lowered, context) => checkTiers(policy, lowered, context),
  }),
});

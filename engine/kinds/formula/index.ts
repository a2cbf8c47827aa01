import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { entries } from '../../shape/builders.ts';
import { policyOf } from '../head.ts';
import { defineKind } from '../kind.ts';
import { decision, outputOf } from './decision.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const schema = policyOf('formula', doc('Named values and conditionals.', '命名的值与条件。'), {
  decisions: entries(doc('Name → decision.', '名称→决定。'), decision, { atLeast: 1 }),
});
export type FormulaPolicy = Static<typeof schema>;

export const formula = defineKind({
  name: 'formula',
  title: { en: 'Formula', zh: '公式' },
  schema,
  declare: (policy) => ({
    facts: [],
    outputs: policy.decisions.map(({ key, value }) => outputOf(key, value)),
    check: () => [],
  }),
});

import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { dateText, entries, list, optional, record, word, yaml } from '../../shape/builders.ts';
import { cites, policyOf, title, whoOrUnstated } from '../head.ts';
import { defineKind } from '../kind.ts';
import { declared } from '../declared.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const schema = policyOf(
  'parameters',
  doc('Values that the company sets where the sources leave them open.', '原文留空而由公司设定的值。'),
  {
    parameters: entries(
      doc('Name → parameter.', '名称→参数。'),
      record(doc('A parameter.', '参数。'), {
        ...declared,
        title,
        scope: word(doc('The rule set that it belongs to.', '所属规则体系。'), { names: 'scope' }),
        owner: whoOrUnstated(doc('Who sets it.', '由谁设定。')),
        keys: optional(
          list(
            doc('Types of the keys: the value is a map.', '键的类型：取值为映射。'),
            word(doc('A type.', '类型。'), { names: 'type' }),
          ),
        ),
        value: yaml(doc('The value, or `unset`.', '取值，或 unset。')),
        decided: optional(
          record(doc('Who set it, and when.', '由谁何时设定。'), {
            by: word(doc('A post.', '岗位。'), { names: 'answerable' }),
            date: dateText(doc('The day.', '日期。')),
          }),
        ),
        cites: optional(cites),
      }),
    ),
  },
);
export type ParametersPolicy = Static<typeof schema>;

export const parameters = defineKind({
  name: 'parameters',
  title: { en: 'Parameters', zh: '参数' },
  schema,
  // Parameters are read by name; the program links them itself because several policies share them.
  declare: () => ({ facts: [], outputs: [], check: () => [] }),
});

import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { dateText, entries, list, optional, record, texts, truth, word, yaml } from '../../shape/builders.ts';
import { cites } from '../head.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const given = optional(entries(doc('Fact → value.', '事实→值。'), yaml(doc('The value.', '值。'))));
const set = optional(entries(doc('Parameters as if set.', '视为已设定的参数。'), yaml(doc('The value.', '值。'))));
const expectations = optional(
  entries(
    doc('Decision → what is expected.', '决定→期望。'),
    yaml(doc('A value, or status, flags and reasons.', '值，或状态、标记与原因。')),
  ),
);
const moment = {
  at: optional(dateText(doc('The date in force.', '适用日期。'))),
  known: optional(dateText(doc('As published by this date.', '截至此日已公布。'))),
  set,
};

const recorded = optional(truth(doc("Taken from the evaluator's output; no coverage.", '取自求值结果，不计覆盖。')));

/** *.cases.yaml: worked examples with the exact expected outcome. */
export const cases = record(doc('Worked examples.', '示例。'), {
  'cases-of': list(
    doc('The policy, or policies, that the cases are of.', '所属制度。'),
    word(doc('A policy.', '制度。'), { names: 'policy' }),
    { orOne: true, atLeast: 1 },
  ),
  recorded,
  ...moment,
  cases: list(
    doc('The cases.', '示例。'),
    record(doc('A case: single, a table or a matrix.', '一个示例：单例、表或矩阵。'), {
      id: word(doc('Its id.', '编号。')),
      title: optional(texts(doc('What it shows.', '说明。'))),
      cites: optional(cites),
      recorded,
      ...moment,
      given,
      expect: expectations,
      'source-only': expectations,
      columns: optional(
        list(
          doc(
            'Facts, then decisions, and at, known, on, version, flags, source-only, recorded.',
            '事实、决定与 at 等列。',
          ),
          word(doc('A column.', '列。')),
        ),
      ),
      rows: optional(list(doc('One row each.', '逐行。'), yaml(doc('A row.', '一行。')))),
      matrix: optional(word(doc('The decision of a matrix.', '矩阵的决定。'), { names: 'decision' })),
      across: optional(
        entries(doc('The fact across and its values.', '横向事实及其值。'), yaml(doc('Values.', '值。'))),
      ),
      down: optional(
        entries(doc('The fact down: value → row of outcomes.', '纵向事实：值→结果行。'), yaml(doc('Rows.', '行。'))),
      ),
    }),
  ),
});
export type CasesFile = Static<typeof cases>;

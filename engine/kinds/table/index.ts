import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import {
  cell,
  choice,
  entries,
  expression,
  list,
  oneOfForms,
  openRecord,
  optional,
  record,
} from '../../shape/builders.ts';
import { cites, policyOf, promises, restsOn, rounding, title, typeWord } from '../head.ts';
import { defineKind } from '../kind.ts';
import { place, placeForms } from '../place.ts';
import { checkTable } from './check.ts';
import { outputsOf } from './lower.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const common = {
  'rests-on': optional(restsOn),
  cites: optional(cites),
  origin: optional(choice(doc("The company's own figure.", '公司自定数字。'), 'own')),
};

/** Whether a key is a column or an output is known only beside the policy's own `columns` and `outputs`. */
const entry = oneOfForms(
  doc('Under a column its cell; under an output its value.', '列下写条件，输出下写取值。'),
  placeForms,
  cell(doc('A cell, `any` accepts everything; or a value.', '条件（any 表示任意），或取值。')),
);
export type TableEntry = Static<typeof entry>;

const row = oneOfForms(
  doc('A row.', '一行。'),
  {
    otherwise: record(doc('When no row holds.', '各行均不成立时。'), {
      ...common,
      otherwise: entries(doc('Output → value.', '输出→取值。'), place, { atLeast: 1 }),
    }),
  },
  openRecord(doc('Cells and values.', '条件与取值。'), common, entry),
);
export type RowEntry = Static<typeof row>;

const schema = policyOf(
  'table',
  doc('A decision table: conditions and what holds under them.', '决策表：各行写条件及其结果。'),
  {
    hit: optional(
      choice(
        doc(
          'unique (the default): at most one row holds; first: the first that holds; collect: all that hold.',
          'unique（默认）：至多一行成立；first：首个成立的行；collect：所有成立的行。',
        ),
        'unique',
        'first',
        'collect',
      ),
    ),
    collect: optional(
      choice(doc('What becomes of the rows that hold.', '如何汇总成立的各行。'), 'sum', 'min', 'max', 'count', 'list'),
    ),
    columns: entries(
      doc('Name → what the cells of that name speak about.', '列名→条件所指。'),
      expression(doc('What is looked at.', '所考察的值。')),
      { atLeast: 1 },
    ),
    outputs: entries(
      doc('Name → output; each is a decision.', '输出名→输出，每个都是一个决定。'),
      record(doc('An output.', '一个输出。'), {
        title,
        type: optional(typeWord),
        round: optional(rounding),
        cites: optional(cites),
        ...promises,
      }),
      { atLeast: 1 },
    ),
    rows: list(doc('The rows; the last may be `otherwise`.', '各行，最后可为 otherwise。'), row, { atLeast: 1 }),
  },
);
export type TablePolicy = Static<typeof schema>;

export const table = defineKind({
  name: 'table',
  title: { en: 'Decision table', zh: '决策表' },
  schema,
  declare: (policy) => ({
    facts: [],
    outputs: outputsOf(policy),
    check: (lowered, context) => checkTable(policy, lowered, context),
  }),
});

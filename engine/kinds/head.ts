import type { Texts } from '../diagnostic/diagnostic.ts';
import {
  cell,
  choice,
  dateText,
  entries,
  expression,
  integer,
  list,
  oneOfForms,
  optional,
  record,
  shared,
  texts,
  word,
  type RecordOf,
} from '../shape/builders.ts';
import type { Static } from 'typebox';
import type { Naming } from '../shape/schema.ts';

const name = {
  regex: '^[\\p{ID_Start}][\\p{ID_Continue}.-]*$',
  says: { en: 'a name such as sales.net', zh: '名称，例如 sales.net' },
};
const doc = (en: string, zh: string): Texts => ({ en, zh });

export const title = texts(doc('What people call it.', '供人阅读的名称。'));
export const cites = list(
  doc('Clauses of the registers that this comes from.', '所依据的条款。'),
  word(doc('A clause.', '条款编号。'), { names: 'clause' }),
);
export const restsOn = list(
  doc('Interpretations that this rests on.', '所依据的解释。'),
  word(doc('The id of an interpretation.', '解释的编号。'), { names: 'interpretation' }),
  { orOne: true },
);
export const unstated = shared(
  'unstated',
  record(doc('What the source does not say.', '原文未写明。'), {
    unstated: word(doc('The id of a gap.', '缺口编号。'), { names: 'gap' }),
  }),
);
/** Somebody of the scope's organization, or the gap that stands for them. */
export const whoOrUnstated = (says: Texts, names: Naming = 'answerable') =>
  oneOfForms(says, { unstated }, word(says, { names }));

export const rounding = shared(
  'rounding',
  record(doc('How the value is rounded.', '如何取整。'), {
    to: expression(doc('Rounded to multiples of this.', '取整单位。')),
    mode: choice(doc('The rounding mode.', '取整方式。'), 'half-up', 'half-even', 'up', 'down'),
    'rests-on': optional(restsOn),
  }),
);
export type Rounding = Static<typeof rounding>;

/** What an output promises of its values: proved by `check`, read by no evaluator. */
export const promises = {
  range: optional(
    cell(doc('Between which values it always lies; check proves it.', '取值必在此范围内，由 check 证明。')),
  ),
  'at-least': optional(
    expression(
      doc(
        'Never below this, another decision or a formula, for the same facts; check proves it.',
        '同一事实下绝不低于此（其他决定或算式），由 check 证明。',
      ),
    ),
  ),
  'at-most': optional(
    expression(
      doc(
        'Never above this, another decision or a formula, for the same facts; check proves it.',
        '同一事实下绝不高于此（其他决定或算式），由 check 证明。',
      ),
    ),
  ),
  monotone: optional(
    entries(
      doc(
        'Fact → up or down: it never falls, or never rises, when the fact rises; check proves it.',
        '事实→up 或 down：该事实增大时取值不减或不增，由 check 证明。',
      ),
      choice(doc('up: more never gives less; down: more never gives more.', 'up：不减；down：不增。'), 'up', 'down'),
      { atLeast: 1 },
    ),
  ),
};
type Promises = Pick<RecordOf<typeof promises>, keyof typeof promises>;
/** The promises as an output carries them. */
export function promised({ range, monotone, 'at-least': atLeast, 'at-most': atMost }: Promises): Promises {
  return {
    ...(range === undefined ? {} : { range }),
    ...(monotone === undefined ? {} : { monotone }),
    ...(atLeast === undefined ? {} : { 'at-least': atLeast }),
    ...(atMost === undefined ? {} : { 'at-most': atMost }),
  };
}

export const interpretation = shared(
  'interpretation',
  record(
    doc(
      'Our recorded answer where the source is silent, double or contradictory.',
      '原文缺失、含混或矛盾之处的记录答案。',
    ),
    {
      id: word(doc('Its id.', '编号。')),
      clause: word(doc('The clause that it is about.', '所涉条款。'), { names: 'clause' }),
      about: choice(doc('Which sort it is.', '类别。'), 'convention', 'doubt', 'fills', 'chooses'),
      question: texts(doc('What the source leaves open.', '原文的疑问。')),
      answer: texts(doc('How it is read here.', '此处的解释。')),
      status: optional(choice(doc('Not decided yet.', '尚未决定。'), 'proposed')),
      decided: optional(
        record(doc('Who decided it, and when.', '由谁何时决定。'), {
          by: word(doc('The post that decided.', '决定的岗位。'), { names: 'answerable' }),
          date: dateText(doc('The day of the decision.', '决定日期。')),
        }),
      ),
    },
  ),
);
export type InterpretationEntry = Static<typeof interpretation>;

export const gap = shared(
  'gap',
  record(doc('Something that the source leaves out.', '原文遗漏之处。'), {
    id: word(doc('Its id.', '编号。')),
    clause: optional(word(doc('The clause that leaves it out.', '所涉条款。'), { names: 'clause' })),
    says: texts(doc('What is missing.', '缺少什么。')),
  }),
);

/** The keys that every policy has, whatever its kind. */
export const head = {
  policy: word(doc('The full name of the policy; decisions are policy.output.', '制度全名；决定名为“制度.输出”。'), {
    pattern: name,
  }),
  version: integer(doc('The number of the edition, from 1.', '版本号，从1开始。'), { minimum: 1 }),
  effective: optional(
    record(doc('The days on which the version is in force, both included.', '施行日期，含首末日。'), {
      from: dateText(doc('The first day.', '首日。')),
      to: optional(dateText(doc('The last day.', '末日。'))),
    }),
  ),
  published: optional(dateText(doc('The day from which the version is known.', '公布日期。'))),
  title,
  cites: optional(cites),
  scope: optional(word(doc('The rule set (company) of the manifest.', '所属规则体系。'), { names: 'scope' })),
  owner: optional(whoOrUnstated(doc('The post or department that answers for it.', '负责岗位或部门。'))),
  because: optional(texts(doc('Why it was amended.', '修订原因。'))),
  period: optional(choice(doc('It pays by this period.', '结算周期。'), 'month')),
  split: optional(choice(doc('A version that starts inside a period splits it.', '期内换版按天拆分。'), 'days')),
  'period-rule': optional(choice(doc("The period's last day decides.", '以期末日为准。'), 'end')),
  replaces: optional(
    list(doc('Later versions that this one covers.', '所替代的后续版本。'), integer(doc('A version.', '版本号。'))),
  ),
  round: optional(rounding),
  'applies-when': optional(expression(doc('False: every decision is not applicable.', '为假时所有决定均不适用。'))),
  requires: optional(
    list(
      doc('Conditions between facts; false is an error.', '事实之间必须满足的条件。'),
      record(doc('A condition.', '条件。'), {
        that: expression(doc('What must be true.', '必须为真的条件。')),
        says: texts(doc('What to say when it is not.', '不满足时的提示。')),
      }),
    ),
  ),
  each: optional(
    expression(
      doc(
        '`name in list`: every decision becomes a list, one value for each element.',
        '“名称 in 列表”：每个元素一个值。',
      ),
    ),
  ),
  define: optional(
    entries(
      doc('Local names; no decisions, not seen from outside.', '局部名称，外部不可见。'),
      oneOfForms(
        doc('What the name stands for.', '名称所指。'),
        {
          value: record(doc('A name that explanations show by a title.', '说明中以标题显示的名称。'), {
            title,
            value: expression(doc('What the name stands for.', '名称所指。')),
          }),
        },
        expression(doc('What the name stands for.', '名称所指。')),
      ),
      { keyPattern: name },
    ),
  ),
  gaps: optional(list(doc('What the source leaves out and nobody answered.', '原文遗漏且无人答复之处。'), gap)),
  interpretations: optional(list(doc('Recorded answers.', '记录的解释。'), interpretation)),
};

const kindDoc = doc('Which shape the file has.', '文件的类型。');
/** A policy's shape: the common head, the kind's word and its own keys. */
export function policyOf<const Name extends string, Own extends Parameters<typeof record>[1]>(
  kind: Name,
  says: Texts,
  own: Own,
) {
  return record(says, { kind: choice(kindDoc, kind), ...head, ...own });
}

export type Head = RecordOf<typeof head>;

/** A scalar in YAML that the kind parses when it knows the type. */
export const typeWord = word(doc('A type: money, percent, an enumeration …', '类型：money、percent、枚举……'), {
  names: 'type',
});

import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import {
  cell,
  choice,
  dateText,
  entries,
  integer,
  list,
  optional,
  prose,
  record,
  texts,
  word,
  expression,
} from '../../shape/builders.ts';
import { title } from '../head.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const gate = (en: string, zh: string): ReturnType<typeof optional<ReturnType<typeof cell>>> =>
  optional(cell(doc(en, zh)));

/** Amounts and counts of an effect on a population that fail a change; each decision is held to them by itself. */
const failIf = record(doc('What makes a change fail.', '使变更不通过的条件。'), {
  'total-increase': gate(
    'What is paid more in all: rises less falls, and what rows get that had no amount: `> 50000 CNY`.',
    '合计增加额（增减相抵，加上原无金额的行）：`> 50000 CNY`。',
  ),
  'total-decrease': gate(
    'What is paid less in all: falls less rises, and what rows lose that have no amount any more.',
    '合计减少额（增减相抵，加上不再有金额的行）。',
  ),
  'largest-increase': gate('The largest rise of one row.', '单行最大增加额。'),
  'largest-decrease': gate('The largest fall of one row, without its sign.', '单行最大减少额（不带负号）。'),
  changed: gate('The share of rows whose outcome changes: `> 20%`.', '结果改变的行所占比例：`> 20%`。'),
  'became-undetermined': gate('So many rows that became undetermined: `> 0`.', '变为未定的行数：`> 0`。'),
  errors: gate('So many rows in error after the change: `> 0`.', '变更后有错误的行数：`> 0`。'),
});

const month = {
  regex: '^\\d{4}-(0[1-9]|1[0-2])$',
  says: { en: 'a month such as 2026-09', zh: '月份，例如 2026-09' },
};

const howItIsRead = {
  map: optional(prose(doc('A mapping of its columns, below the folder too.', '各列的映射文件，亦在文件夹内。'))),
};

/** handbook.yaml: what holds for the whole handbook. */
export const manifest = record(doc('What holds for the whole handbook.', '整本手册的总则。'), {
  handbook: word(doc('The id of the handbook.', '手册编号。')),
  title,
  revision: integer(doc('A number that only grows.', '只增不减的编号。'), { minimum: 1 }),
  languages: list(doc('The languages of the texts.', '文本语言。'), choice(doc('A language.', '语言。'), 'en', 'zh'), {
    atLeast: 1,
  }),
  currency: word(doc('The one currency.', '唯一币种。'), {
    pattern: { regex: '^[A-Z]{3}$', says: { en: 'three capital letters such as CNY', zh: '三个大写字母，例如 CNY' } },
  }),
  'time-zone': word(doc('The one time zone.', '唯一时区。')),
  rounding: record(doc('For all that declares nothing else.', '未另行声明时的取整。'), {
    money: record(doc('Every money decision.', '金额决定。'), {
      to: expression(doc('Rounded to multiples of this.', '取整单位。')),
      mode: choice(doc('The rounding mode.', '取整方式。'), 'half-up', 'half-even', 'up', 'down'),
    }),
  }),
  sources: entries(
    doc('Source letter → register.', '来源字母→条款登记册。'),
    record(doc('A source handbook.', '来源手册。'), { register: prose(doc('Its file.', '文件。')), title }),
  ),
  scopes: entries(
    doc("One company's rule set each; never merged.", '各公司的规则体系，互不合并。'),
    record(doc('A scope.', '规则体系。'), {
      source: word(doc('The source it comes from.', '来源。'), { names: 'source' }),
      part: optional(integer(doc('The part of the source.', '来源的篇次。'))),
      title,
      adopted: optional(
        record(doc('When version 1 of its policies holds and is known.', '第一版的施行与公布日期。'), {
          from: dateText(doc('The first day.', '首日。')),
          published: dateText(doc('Known from this day.', '公布日期。')),
        }),
      ),
    }),
  ),
  conventions: optional(
    list(
      doc('Ordinary readings of the whole handbook.', '通行的理解。'),
      record(doc('A convention.', '约定。'), {
        id: word(doc('Its id.', '编号。')),
        clauses: optional(
          list(doc('Clauses that it is about.', '所涉条款。'), word(doc('A clause.', '条款。'), { names: 'clause' })),
        ),
        question: texts(doc('What the source leaves open.', '原文的疑问。')),
        answer: texts(doc('How it is read here.', '此处的解释。')),
        status: optional(choice(doc('Not decided yet.', '尚未决定。'), 'proposed')),
        decided: optional(
          record(doc('Who decided it, and when.', '由谁何时决定。'), {
            by: word(doc('The post that decided.', '决定的岗位。')),
            date: dateText(doc('The day of the decision.', '决定日期。')),
          }),
        ),
      }),
    ),
  ),
  contradictions: optional(
    list(
      doc(
        'Where parts of the handbook say different things, each in its own scope.',
        '手册各部分说法不一之处，各自在其规则体系内有效。',
      ),
      record(doc('A contradiction.', '一处矛盾。'), {
        id: word(doc('Its id.', '编号。')),
        sides: list(
          doc('Who says what: two sides or more.', '各方：至少两方。'),
          record(doc('A side.', '一方。'), {
            policy: word(doc('The policy that follows it.', '采用该说法的制度。'), { names: 'policy' }),
            clause: word(doc('The clause that says it; the policy cites it.', '写明该说法的条款，须为该制度所引。'), {
              names: 'clause',
            }),
          }),
          { atLeast: 1 },
        ),
        says: texts(doc('What contradicts what.', '矛盾所在。')),
      }),
    ),
  ),
  review: optional(
    record(doc('How changes are reviewed.', '变更的评审。'), {
      'fail-if': optional(failIf),
      approvals: optional(
        choice(
          doc(
            "`required`: a change without its owners' approvals fails; `told`, which is the default: they are only listed.",
            'required：缺少负责人批准的变更不通过；told（默认）：仅列出。',
          ),
          'required',
          'told',
        ),
      ),
      population: optional(
        record(doc('On whom each change is tried.', '每次变更所试算的人群。'), {
          file: prose(doc("The table, below the handbook's folder.", '表格，位于手册文件夹内。')),
          ...howItIsRead,
          by: optional(prose(doc('Tell gains and losses by this column.', '按此列分列增减。'))),
          id: optional(prose(doc('The column that says whom a row is about.', '标明每行是谁的列。'))),
        }),
      ),
      closed: optional(
        record(doc('Months that have been settled.', '已结算的月份。'), {
          through: word(doc('The last of them, such as 2026-09.', '最后一个月，例如 2026-09。'), { pattern: month }),
          populations: optional(
            list(
              doc(
                'Tables of these months, to tell what a change that reaches back would still pay.',
                '这些月份的表格，用于得出追溯变更的应补差额。',
              ),
              record(doc('The table of a month.', '一个月的表格。'), {
                period: word(doc('The month.', '月份。'), { pattern: month }),
                file: prose(doc("The table, below the handbook's folder.", '表格，位于手册文件夹内。')),
                ...howItIsRead,
              }),
            ),
          ),
        }),
      ),
    }),
  ),
});
export type Manifest = Static<typeof manifest>;

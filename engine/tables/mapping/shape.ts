import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { choice, entries, integer, list, oneOfForms, optional, prose, record, word } from '../../shape/builders.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const plainColumn = word(
  doc(
    'A fact; keep: carried along unread; ignore: left out of the result.',
    '事实；keep：保留但不读取；ignore：不写入结果。',
  ),
);
const factColumn = record(doc('A fact and the unit of its bare numbers.', '事实，以及无单位数字的单位。'), {
  fact: word(doc('The fact, or the field of the list.', '事实，或列表的字段。')),
  unit: word(
    doc(
      'What a number without a unit counts: CNY, 万元, percent (35 is 35 %), ratio (0.35 is 35 %), cans, days …',
      '无单位数字的单位：CNY、万元、percent（35 即 35%）、ratio（0.35 即 35%）、罐、天等。',
    ),
  ),
});
const subjectColumn = record(
  doc(
    'A column that tells apart what several rows belong to, such as the department of people; no decision reads it.',
    '区分各行所属主体（如员工的部门）的列；决定不读取它。',
  ),
  { subject: word(doc('The subject, as vocabularies declare it.', '词汇表中声明的主体。')) },
);

const headers = doc('Header of a column → what it is.', '列名→含义。');
const columns = entries(
  headers,
  oneOfForms(
    doc(
      'A fact, what the row belongs to (subject), keep or ignore.',
      '事实、该行所属的主体（subject）、keep 或 ignore。',
    ),
    { fact: factColumn, subject: subjectColumn },
    plainColumn,
  ),
);
const joinedColumns = entries(
  headers,
  oneOfForms(
    doc('A fact (or field of a list), keep or ignore.', '事实（或列表的字段）、keep 或 ignore。'),
    { fact: factColumn },
    plainColumn,
  ),
);

const place = {
  sheet: optional(word(doc('The sheet of a workbook.', '工作簿中的工作表。'))),
  'header-row': optional(
    integer(doc('The row that names the columns, where it is not the first.', '列名所在的行（不是首行时）。'), {
      minimum: 1,
    }),
  ),
};

/** A file beside a table: how columns with names of their own become facts. */
export const mapping = record(doc('How the columns of a table become facts.', '表格各列如何成为事实。'), {
  mapping: prose(doc('What table it is for.', '用于哪种表格。')),
  ...place,
  columns,
  'other-columns': optional(
    choice(
      doc(
        'Columns that are neither mapped nor named like a fact: keep (also when left out), ignore or refuse.',
        '既未映射、也不以事实命名的列：keep（默认）、ignore 或 refuse。',
      ),
      'keep',
      'ignore',
      'refuse',
    ),
  ),
  key: optional(
    word(doc('The column that says whom a row is about; needed for tables.', '标识各行对象的列；合并其他表时必填。')),
  ),
  tables: optional(
    list(
      doc('Other tables about the same people or things.', '同一批对象的其他表格。'),
      record(doc('A table that is joined by its key.', '按键合并的表格。'), {
        file: word(doc('Its path, seen from this file.', '路径，相对于本文件。')),
        ...place,
        key: word(doc("The column with the main table's key.", '与主表的键对应的列。')),
        as: word(
          doc(
            'A list fact, whose elements are the rows of a key; or columns: one row a key, whose columns are facts.',
            '列表事实：同一键的各行是其元素；或 columns：每键一行，各列为事实。',
          ),
        ),
        'without-rows': choice(
          doc(
            'What a key without rows means: empty (an empty list), absent (nothing is known) or error.',
            '某键没有对应行时：empty（空列表）、absent（未知）或 error（错误）。',
          ),
          'empty',
          'absent',
          'error',
        ),
        columns: joinedColumns,
      }),
    ),
  ),
});
export type Mapping = Static<typeof mapping>;
export type MappedColumns = Mapping['columns'] | MappedTable['columns'];
export type MappedTable = NonNullable<Mapping['tables']>[number];

import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { choice, entries, list, oneOfForms, optional, prose, record, texts, word } from '../../shape/builders.ts';
import { title } from '../head.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

/** What became of an issue: the interpretations that answer it, or why no outcome depends on it. */
const answer = oneOfForms(
  doc('The interpretations that answer it, or `no-effect`.', '作答的解释，或 no-effect。'),
  {
    'no-effect': record(doc('No outcome depends on it.', '不影响任何结果。'), {
      'no-effect': texts(doc('Why.', '理由。')),
    }),
  },
  list(
    doc('Interpretations, or a convention of the handbook.', '解释，或整本手册的约定。'),
    word(doc('policy#interpretation, or handbook#convention.', '制度#解释，或 handbook#约定。'), {
      names: 'interpretation',
    }),
    { orOne: true, atLeast: 1 },
  ),
);

/** policies/sources/*.yaml: the clauses of a source handbook in our own words. */
export const register = record(doc('The clauses of a source handbook.', '来源手册的条款。'), {
  kind: choice(doc('What this file is.', '文件类型。'), 'register'),
  source: word(doc('The source letter of the manifest.', '来源字母。'), { names: 'source' }),
  title,
  clauses: list(
    doc('The clauses in their order.', '依次列出的条款。'),
    record(doc('A clause.', '条款。'), {
      id: word(doc('Its id.', '编号。')),
      form: choice(
        doc('executable, record or principle.', '可执行、记录或原则。'),
        'executable',
        'record',
        'principle',
      ),
      topic: word(doc('What it is about.', '主题。')),
      title,
      'stated-by': optional(
        list(
          doc(
            'Policies that must cite it beside what its form needs, where nothing else would tell that one is gone.',
            '除形式所需之外还须引用它的制度；否则其缺失无从得知。',
          ),
          word(doc('A policy.', '制度。'), { names: 'policy' }),
          { atLeast: 1 },
        ),
      ),
      figures: optional(
        entries(
          doc('The values that the clause names, as written there.', '条款中的数值，照原文。'),
          oneOfForms(
            doc('A value with its unit.', '带单位的数值。'),
            {
              'no-value': record(doc('A figure that no policy value carries.', '没有制度取值承载的数值。'), {
                figure: prose(doc('A value with its unit.', '带单位的数值。')),
                'no-value': texts(doc('Why no policy value carries it.', '没有取值承载它的理由。')),
              }),
              written: record(doc('A figure that policies say in other words.', '制度以其他写法表述的数值。'), {
                figure: prose(doc('A value with its unit.', '带单位的数值。')),
                written: list(
                  doc(
                    'The whole values or ids in parts that cite the clause; of what is counted, one each.',
                    '引用该条款之处的完整取值或编号；若为计数，则逐项列出。',
                  ),
                  prose(doc('As it is written there.', '照制度原文。')),
                  { orOne: true, atLeast: 1 },
                ),
              }),
            },
            prose(doc('A value with its unit.', '带单位的数值。')),
          ),
          { atLeast: 1 },
        ),
      ),
      issues: optional(
        list(
          doc('Where the clause is silent, double, contradictory or misspelt.', '条款缺失、含混、矛盾或笔误之处。'),
          record(doc('An issue.', '一处疑问。'), {
            id: word(doc('Its id within the clause.', '条款内的编号。')),
            says: texts(doc('What is wrong or open.', '问题所在。')),
            answer,
          }),
          { atLeast: 1 },
        ),
      ),
    }),
  ),
});
export type Register = Static<typeof register>;

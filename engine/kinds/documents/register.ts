import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { choice, list, record, word } from '../../shape/builders.ts';
import { title } from '../head.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

/** policies/sources/*.yaml: the clauses of a source handbook in our own words. */
export const register = record(doc('The clauses of a source handbook.', '来源手册的条款。'), {
  kind: choice(doc('What this file is.', '文件类型。'), 'register'),
  source: word(doc('The source letter of the manifest.', '来源字母。')),
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
    }),
  ),
});
export type Register = Static<typeof register>;

import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { choice, entries, list, optional, prose, record, texts, truth, word } from '../../shape/builders.ts';
import { title } from '../head.ts';
import { closed, computed, declared, field } from '../declared.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

/** Facts, enumerations, units and subjects: no version, since facts are never deleted. */
export const vocabulary = record(doc('Words that policies share.', '各制度共用的词汇。'), {
  kind: choice(doc('What this file is.', '文件类型。'), 'vocabulary'),
  title,
  subjects: optional(
    entries(
      doc('What facts are about, and what it lies within.', '事实的主体及其隶属。'),
      record(doc('A subject.', '主体。'), {
        within: optional(word(doc('The subject that it lies within.', '所属主体。'), { names: 'subject' })),
        title,
      }),
    ),
  ),
  units: optional(
    list(
      doc('Units of quantities.', '数量单位。'),
      record(doc('A unit.', '单位。'), {
        id: word(doc('Its id; the form that is written.', '编号，即书写形式。')),
        en: list(doc('English forms: one, many.', '英文形式：单数、复数。'), prose(doc('A form.', '形式。')), {
          atLeast: 1,
        }),
        zh: list(doc('Chinese forms.', '中文形式。'), prose(doc('A form.', '形式。')), { atLeast: 1 }),
        whole: truth(doc('Only whole numbers of it exist.', '只能是整数。')),
      }),
    ),
  ),
  enumerations: optional(
    entries(
      doc('Closed lists.', '枚举。'),
      entries(doc('Member → title.', '成员→名称。'), texts(doc('What people call it.', '供人阅读的名称。')), {
        atLeast: 1,
      }),
    ),
  ),
  facts: optional(
    entries(
      doc('What callers supply.', '由调用方提供的事实。'),
      record(doc('A fact.', '事实。'), {
        ...declared,
        ...closed,
        ...computed,
        title,
        subject: optional(word(doc('What it is about.', '主体。'), { names: 'subject' })),
        alias: optional(
          record(doc('One other name in each language.', '各语言的别名。'), {
            en: optional(prose(doc('In English.', '英文。'))),
            zh: optional(prose(doc('In Chinese.', '中文。'))),
          }),
        ),
        fields: optional(entries(doc("Fields of a list's elements.", '列表元素的字段。'), field)),
        deprecated: optional(truth(doc('Not to be used in new versions.', '新版本不再使用。'))),
        'renamed-to': optional(word(doc('Its new name.', '新名称。'), { names: 'fact' })),
      }),
    ),
  ),
});
export type Vocabulary = Static<typeof vocabulary>;
export type FactEntry = NonNullable<Vocabulary['facts']>[number]['value'];

import type { Static } from 'typebox';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { cell, expression, integer, oneOfForms, optional, record, truth, word } from '../shape/builders.ts';
import { restsOn } from './head.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

/** What facts, fields of list facts and parameters say about their type and values. */
export const declared = {
  type: word(
    doc(
      'number, percent, money, quantity, date, time, date-time, duration, text, boolean, list, post or an enumeration.',
      '类型。',
    ),
    { names: 'type' },
  ),
  unit: optional(
    word(
      doc('The unit of a quantity; of a duration: day, month or minute.', '数量的单位；时长为 day、month 或 minute。'),
      { names: 'unit' },
    ),
  ),
  of: optional(word(doc('What a list has as elements.', '列表的元素。'), { names: 'type' })),
  range: optional(cell(doc('What values are possible.', '取值范围。'))),
  scale: optional(integer(doc('Most decimals after the point.', '小数位数上限。'), { minimum: 0 })),
  whole: optional(
    truth(doc('Whole numbers only; false for averages of a whole unit.', '只能是整数；整数单位的平均值写 false。')),
  ),
};

/** Of facts and fields: what is not recorded may be known to be false. */
export const closed = {
  closed: optional(truth(doc('Absence is false.', '未记录即为否。'))),
};

/** Of facts: what stands in for one that is not given. */
export const computed = {
  'or-from': optional(
    oneOfForms(
      doc('How it follows from other facts when it is not given.', '未提供时的推算方式。'),
      {
        value: record(doc('A value that rests on an interpretation.', '依据解释的取值。'), {
          value: expression(doc('The value.', '取值。')),
          'rests-on': optional(restsOn),
        }),
      },
      expression(doc('The value.', '取值。')),
    ),
  ),
};
const declaration = record(doc('A type.', '类型。'), { ...declared, ...closed });
export type TypeDeclaration = Static<typeof declaration>;

/** A field of a list's elements: a type, or the name of a fact that it is typed like. */
export const field = oneOfForms(
  doc('A field.', '字段。'),
  { type: declaration },
  word(doc('The fact that it is typed like.', '类型与此事实相同。'), { names: 'fact' }),
);
export type FieldEntry = Static<typeof field>;

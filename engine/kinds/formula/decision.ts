import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { expression, oneOfForms, optional, record } from '../../shape/builders.ts';
import type { Word } from '../../shape/schema.ts';
import { cites, promised, promises, restsOn, rounding, title, typeWord } from '../head.ts';
import type { Output } from '../kind.ts';
import { leftTo, lowerExpr, lowerLeftTo, marked } from '../place.ts';
import { arms, lowerChoose } from './choose.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const common = {
  title: optional(title),
  cites: optional(cites),
  type: optional(typeWord),
  round: optional(rounding),
  ...promises,
  'rests-on': optional(restsOn),
  'applies-when': optional(expression(doc('False: the decision is not applicable.', '为假时本决定不适用。'))),
};

export const decision = oneOfForms(
  doc('A decision.', '一个决定。'),
  {
    choose: record(doc('The first arm that holds decides.', '第一个成立的分支生效。'), { ...common, choose: arms }),
    'left-to': record(doc('A person decides.', '由人决定。'), { ...common, 'left-to': leftTo }),
  },
  record(doc('A value.', '一个值。'), { ...common, value: expression(doc('The value.', '取值。')) }),
);
type DecisionEntry = Static<typeof decision>;

export function outputOf(name: Word, { form, value: written }: DecisionEntry): Output {
  return {
    name,
    ...(written.title === undefined ? {} : { title: written.title }),
    cites: written.cites ?? [],
    hidden: false,
    ...(written.type === undefined ? {} : { type: written.type }),
    ...(written.round === undefined ? {} : { round: written.round }),
    ...(written['applies-when'] === undefined ? {} : { appliesWhen: written['applies-when'] }),
    ...promised(written),
    lower: ({ checker, expected }) => {
      const rests = written['rests-on'];
      switch (form) {
        case 'choose':
          return marked(rests, lowerChoose(name.span, written.choose, checker, expected), checker);
        case 'left-to':
          return marked(rests, lowerLeftTo(written['left-to'], checker, expected), checker);
        case 'plain':
          return marked(rests, lowerExpr(written.value, checker, expected), checker);
      }
    },
  };
}

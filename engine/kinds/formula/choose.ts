import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import { typed } from '../../expression/check-cells.ts';
import { broken } from '../../expression/check-names.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Arm, Ir } from '../../ir/ir.ts';
import { boolean, unknown, type Type } from '../../ir/type.ts';
import { expression, list, oneOfForms, optional, record } from '../../shape/builders.ts';
import type { Span } from '../../source/span.ts';
import { cites, restsOn } from '../head.ts';
import { leftTo, lowerExpr, lowerLeftTo, lowerPlace, marked, place } from '../place.ts';
import { formulaMessages } from './messages.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

const condition = expression(doc('The condition.', '条件。'));
const common = { 'rests-on': optional(restsOn), cites: optional(cites) };

export const arms = list(
  doc('Arms, the last one `otherwise`.', '分支，最后为 otherwise。'),
  oneOfForms(
    doc('An arm.', '一个分支。'),
    {
      otherwise: record(doc('When no arm before holds.', '前面均不成立时。'), { ...common, otherwise: place }),
      'left-to': record(doc('A person decides when the condition holds.', '条件成立时由人决定。'), {
        ...common,
        when: condition,
        'left-to': leftTo,
      }),
    },
    record(doc('The value when the condition holds.', '条件成立时的值。'), {
      ...common,
      when: condition,
      value: expression(doc('The value.', '取值。')),
    }),
  ),
  { atLeast: 1 },
);
type ArmEntries = Static<typeof arms>;

/** Arms in order; `otherwise` must be there and must be the last. Members take their type from the first arm that has one. */
export function lowerChoose(origin: Span, written: ArmEntries, checker: Checker, expected: Type | undefined): Ir {
  let told = expected;
  const learn = (ir: Ir): Ir => {
    if (told === undefined && ir.type.is !== 'unknown') told = ir.type;
    return ir;
  };
  const lowered: Arm[] = [];
  let otherwise: Ir | undefined;
  for (const entry of written) {
    const { value } = entry;
    const rests = value['rests-on'];
    if (otherwise !== undefined) checker.env.report(formulaMessages['after-otherwise']({}, value.span));
    if (entry.form === 'otherwise') {
      otherwise = learn(marked(rests, lowerPlace(entry.value.otherwise, checker, told), checker));
      continue;
    }
    const when = typed(entry.value.when, checker, boolean);
    const ir =
      entry.form === 'left-to'
        ? lowerLeftTo(entry.value['left-to'], checker, told)
        : lowerExpr(entry.value.value, checker, told);
    lowered.push({
      when,
      value: learn(marked(rests, ir, checker)),
      cites: (value.cites ?? []).map(({ text }) => text),
    });
  }
  if (otherwise === undefined) {
    const last = written.at(-1)?.value.span ?? origin;
    checker.env.report(formulaMessages['no-otherwise']({}, last));
    otherwise = broken({ span: origin });
  }
  return { op: 'choose', type: told ?? unknown, origin, arms: lowered, otherwise };
}

import type { Ir } from '../../ir/ir.ts';
import type { Word } from '../../shape/schema.ts';
import type { Lowering, Output } from '../kind.ts';
import { lowerExpr } from '../place.ts';
import { date } from '../../ir/type.ts';
import type { SchedulePolicy } from './index.ts';

/** The argument that days are asked about; undefined where the schedule takes no date. */
export function dateAsked({ takes = [] }: SchedulePolicy): Word | undefined {
  const [first] = takes;
  return first?.value.text === 'date' ? first.key : undefined;
}

export function takesOf({ takes = [] }: SchedulePolicy): Pick<Output, 'takes'> {
  return takes.length === 0 ? {} : { takes: takes.map(({ key, value }) => ({ name: key, type: value })) };
}

/** Reads the date that is asked about. */
export function readDate(policy: SchedulePolicy, { checker }: Lowering): Ir | undefined {
  const asked = dateAsked(policy);
  return asked === undefined
    ? undefined
    : lowerExpr({ syntax: 'name', name: asked.text, span: asked.span }, checker, date);
}

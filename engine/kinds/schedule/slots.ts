import { checkCell, typed } from '../../expression/check-cells.ts';
import { broken } from '../../expression/check-names.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Ir, Row } from '../../ir/ir.ts';
import { boolean } from '../../ir/type.ts';
import type { Output } from '../kind.ts';
import { allOf, compare } from '../nodes.ts';
import { marked } from '../place.ts';
import { takesOf } from './asked-date.ts';
import type { SchedulePolicy, SlotEntry } from './index.ts';
import { scheduleMessages as messages } from './messages.ts';

/** `.in-time`: is the time before the cut-off of its slot? */
export function slotOutputs(policy: SchedulePolicy): readonly Output[] {
  const { slots, takes = [] } = policy;
  if (slots === undefined) return [];
  return [
    {
      name: { text: 'in-time', span: slots[0]?.span ?? policy.policy.span },
      title: { en: 'In time', zh: '按时' },
      cites: [],
      hidden: false,
      ...(takes.length === 0 ? {} : takesOf(policy)),
      lower: ({ checker }) => lowerSlots(policy, slots, checker),
    },
  ];
}

function lowerSlots(policy: SchedulePolicy, slots: readonly SlotEntry[], checker: Checker): Ir {
  const { by, time, 'only-if': condition, policy: name } = policy;
  if (by === undefined || time === undefined) {
    checker.env.report(
      messages['slots-of-what']({ key: by === undefined ? 'by' : 'time' }, slots[0]?.span ?? name.span),
    );
    return broken(name);
  }
  const which = checker.check(by);
  const at = checker.check(time);
  const rows = slots.map((slot): Row => ({
    cells: [checkCell(slot.slot, checker, which.type)],
    value: marked(slot['rests-on'], inTime(slot, at, checker), checker),
    cites: (slot.cites ?? []).map(({ text }) => text),
    origin: slot.span,
  }));
  const origin = slots[0]?.span ?? name.span;
  const table: Ir = {
    op: 'table',
    type: boolean,
    origin,
    hit: 'unique',
    columns: [{ name: 'slot', value: which }],
    rows,
  };
  if (condition === undefined) return table;
  const arms = [{ when: typed(condition.is, checker, boolean), value: table, cites: [] }];
  return { op: 'choose', type: boolean, origin, arms, otherwise: typed(condition.otherwise, checker, boolean) };
}

function inTime({ from, before }: SlotEntry, at: Ir, checker: Checker): Ir {
  const early = compare(at, '<', typed(before, checker, at.type));
  return from === undefined ? early : allOf([compare(at, '>=', typed(from, checker, at.type)), early]);
}

import { expect, test } from 'vitest';
import type { Ir, Row } from '../../engine/ir/ir.ts';
import { ask, ir, irOf, manifest, programOf, withDecisions } from './handbook.ts';

// The cut-off times of a warehouse, lowered by hand as the kind `schedule` will do it: slots are a unique table. No node of
// its own is needed, and a day without times is an `undetermined` in front of the table.

const program = programOf(
  {
    'handbook.yaml': manifest,
    'facts.yaml': `
kind: vocabulary
title: { en: Facts, zh: 事实 }
enumerations:
  day-kind: { normal: { en: Normal, zh: 日常 }, promotion: { en: Big promotion, zh: 大促 } }
facts:
  shipment.batch: { type: number, whole: true, range: "[1 .. 5]", title: { en: Batch, zh: 批次 } }
  shipment.marked: { type: time, title: { en: Marked as shipped at, zh: 点击发货时间 } }
  shipment.day: { type: day-kind, title: { en: Kind of day, zh: 日期类别 } }
`,
    'shipping.yaml': `
policy: shipping
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Shipping, zh: 发货 }
scope: commercial
owner: warehouse-head
decisions:
  slot: { value: shipment.batch }
  time: { value: shipment.marked }
  normal: { value: shipment.day = normal }
  no-times: { type: boolean, value: undetermined(promotion-days) }
gaps: [{ id: promotion-days, says: { en: Big promotions have no times., zh: 大促日的时间未写明。 } }]
`,
  },
  '2026-10-31',
);

const slots = ['10:30', '12:00', '14:30', '16:30', '17:30'];
const clock = (time: string): Ir => ({
  op: 'literal',
  type: { is: 'time' },
  origin: ir.origin,
  value: { is: 'time', iso: `${time}:00` },
});
const rows = slots.map((before, i): Row => ({
  cells: [{ range: 'set', items: [ir.number(String(i + 1))], none: false }],
  value: ir.before(irOf(program, 'shipping.time'), clock(before)),
  cites: [],
  origin: ir.origin,
}));
const table: Ir = {
  op: 'table',
  type: { is: 'boolean' },
  origin: ir.origin,
  hit: 'unique',
  columns: [{ name: 'slot', value: irOf(program, 'shipping.slot') }],
  rows,
};
const schedule = withDecisions(program, {
  'shipping.in-time': ir.choose([[irOf(program, 'shipping.normal'), table]], irOf(program, 'shipping.no-times')),
});

const marked = ['10:29', '10:30', '11:59', '12:00', '14:29', '14:30', '16:29', '16:30', '17:29', '17:30'];
const inTime = [1, 3, 5, 7, 9];

test.each(inTime.map((early, i) => [i + 1, early] as const))(
  'batch %i is in time until its cut-off',
  (batch, early) => {
    const found = marked.map((time) => {
      const facts = { 'shipment.day': 'normal', 'shipment.batch': { source: String(batch) }, 'shipment.marked': time };
      return ask(schedule, 'shipping.in-time', facts).value;
    });
    expect(found).toEqual(marked.map((_, j) => String(j < early)));
  },
);

test('a big promotion has no times: the gap is named', () => {
  const facts = { 'shipment.day': 'promotion', 'shipment.batch': '1', 'shipment.marked': '10:00' };
  const outcome = ask(schedule, 'shipping.in-time', facts);
  expect(outcome).toMatchObject({ status: 'undetermined', reasons: [{ gap: 'shipping#promotion-days' }] });
});

import type { Bound } from '../../../ir/ir.ts';
import { unitsOf } from '../../../plain/slots.ts';
import { largest } from '../../../plain/scaled.ts';
import type { Slot } from '../../../plain/tree.ts';
import { isKnown, js, leave, leaveIf, put, type At, type Js } from './block.ts';
import { whole, type Ratio } from './ratio.ts';

/** The name of a slot's fact in the function. */
export function slotName(slot: number, { names, tree }: Pick<At, 'names' | 'tree'>): string {
  return names.name(`slot ${String(slot)}`, tree.slots[slot]?.fact.name ?? '');
}

/** Was it given, in whatever form? */
export function isGiven(slot: number, at: At): Js {
  return js(`${slotName(slot, at)} != null`, 3);
}

/** Whole units within what the fact may be; anything else leaves. */
export function numberRead(slot: number, at: At): Ratio {
  const name = slotName(slot, at);
  const [least, most] = endsOf(at.tree.slots[slot]);
  if (Number.isNaN(least + most)) leave(at);
  else if (!isKnown(name, at))
    leaveIf(`!(Number.isInteger(${name}) && ${name} >= ${String(least)} && ${name} <= ${String(most)})`, at);
  return whole(js(name), least, most);
}

/** A number beyond it of a fact that declares no end is not plain: 10,000 million in hundredths leave room for what is computed. */
const reach = 1e12;

/** The units that a fact may have, by the ends that it declares; NaN where they are no such ends, and nobody would notice a number beyond them. */
function endsOf(slot: Slot | undefined): readonly [least: number, most: number] {
  const range = slot?.fact.range;
  if (slot === undefined || range?.range === 'set' || range?.range === 'list') return [NaN, NaN];
  const end = (bound: Bound | undefined, inwards: 1 | -1): number => {
    if (bound === undefined) return -inwards * reach;
    const units = bound.at.op === 'literal' ? unitsOf(bound.at.value, slot.scale) : NaN;
    return Math.abs(units) <= largest ? units + (bound.open ? inwards : 0) : NaN;
  };
  return range?.range === 'interval' ? [end(range.low, 1), end(range.high, -1)] : [-reach, reach];
}

export function truthRead(slot: number, at: At): Js {
  const name = slotName(slot, at);
  if (!isKnown(name, at)) leaveIf(`${name} !== true && ${name} !== false`, at);
  return js(name);
}

/** As it is read: the one form of many texts that a caller may give. */
export function wordRead(slot: number, at: At): Js {
  const name = slotName(slot, at);
  const read = at.names.name(`read ${String(slot)}`, `${name}_word`);
  if (!isKnown(name, at)) {
    const reader = at.reader(slot);
    put(at, `const ${read} = ${reader}(${name});`);
    leaveIf(`${read} === undefined`, at);
  }
  return js(read);
}

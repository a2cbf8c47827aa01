import type { LeftTo } from '../ir/ir.ts';
import { rangeParts } from '../ir/walk.ts';
import { printInterval, printSet, type RangeEnd } from '../value/print.ts';
import { leftToPerson, outsideAllowed } from '../value/reasons.ts';
import { toValue, type Datum } from './datum.ts';
import { isTrue, strict, undetermined, type Found } from './found.ts';
import type { Frame } from './frame.ts';
import { tell, textOf } from './trace.ts';
import { isIn } from './within.ts';

/** A person decides within a range: a proposal inside decides, one outside or none leaves it open (semantics 1.7). */
export function leftTo(ir: LeftTo, frame: Frame): Found {
  const ends = rangeParts(ir.allowed).map((part) => frame.run(part, frame));
  return strict(ends, (values) => {
    const { program } = frame.session;
    const allowed = allowedText(ir, values, frame);
    const isGiven = ir.proposed !== undefined && frame.session.facts[ir.proposed.name] !== undefined;
    const proposed = isGiven ? frame.run(ir.proposed, frame) : undefined;
    if (proposed?.status === 'error') return proposed;
    const inside = proposed?.status === 'determined' ? isIn(proposed.value, ir.allowed, values) : undefined;
    const text = proposed === undefined ? undefined : textOf(proposed, frame.session);
    tell(frame, () => ({
      step: 'person',
      person: 'post' in ir.by ? ir.by.post : ir.by.gap,
      allowed,
      ...(text === undefined ? {} : { proposed: text }),
      inside: inside === undefined ? 'open' : isTrue(inside) ? 'yes' : 'no',
      span: ir.origin,
    }));
    if (proposed === undefined || inside === undefined) return undetermined(leftToPerson(program, ir.by, allowed));
    if (isTrue(inside)) return proposed;
    return undetermined(outsideAllowed(program, ir.by, allowed, text ?? ''));
  });
}

function allowedText({ allowed }: LeftTo, values: readonly Datum[], { session }: Frame): string {
  const ends = values.map(toValue);
  if (allowed.range === 'set') return printSet(ends, allowed.none, session.program);
  const { low, high } = allowed;
  const end = (bound: typeof low, value: (typeof ends)[number] | undefined): RangeEnd | undefined =>
    bound === undefined || value === undefined ? undefined : { value, open: bound.open };
  return printInterval(end(low, ends[0]), end(high, ends.at(-1)), session.program);
}

import type { Step, TierStep } from '../evaluate/explanation.ts';
import { partsOf } from '../evaluate/known.ts';
import type { Bands } from '../ir/ir.ts';
import { apart as areApart, spansOf } from '../plain/span.ts';
import type { PlainNumber } from '../plain/tree.ts';
import { printRange } from '../value/print.ts';
import { arithmetic } from './arithmetic.ts';
import { alwaysAlike, numbered, picked } from './picked.ts';
import { apart, tell, toldFrom, type Told, type Unit } from './told.ts';
import { inWords, worded } from './worded.ts';

type Taken = TierStep['taken'][number];

/** A slab scale with fixed ends that do not overlap. */
export function bands(ir: Bands, unit: Unit): Told | undefined {
  const { asked, program } = unit;
  const { mode } = ir;
  if (mode !== 'slab' || !ir.bands.every(({ range }) => partsOf(range).every(({ op }) => op === 'literal')))
    return undefined;
  const by = inWords(ir.by, unit);
  const branches = ir.bands.map(({ value }) => unit.told(value));
  const one = picked(branches);
  const at = by && tierOf(ir, by.told, unit);
  if (by === undefined || at === undefined || one === undefined) return undefined;
  const taken = ir.bands.map(({ range, cites, origin: span }, i) => {
    const [number, text] = [i + 1, printRange(range, program)];
    const told = (value: string, steps: readonly Step[]): Taken => ({ number, range: text, value, cites, span, steps });
    return alwaysAlike(branches[i], told);
  });
  const { form, cell, take } = one;
  const of = ir.bands.length;
  return {
    form,
    cell,
    work: () => {
      const start = asked.count;
      const tier = at();
      const before = toldFrom(start, asked);
      const words = worded(by);
      const branch = branches[tier];
      const steps = branch === undefined ? [] : apart(asked, branch.work);
      take(tier);
      const value = cell.text;
      const reached = taken[tier]?.(value, steps);
      const all = reached === undefined ? [] : [reached];
      tell(asked, { step: 'tier', mode, by: words, before, of, taken: all, value });
    },
  };
}

/** Which tier holds the value; leaves where none does. */
function tierOf(ir: Bands, by: Told, unit: Unit): (() => number) | undefined {
  const between = arithmetic(unit);
  const ranges = ir.bands.map(({ range }) => range);
  const found = spansOf(between.read(by), ranges, between.lower);
  if (found === undefined || !areApart(found.spans)) return undefined;
  const branches = numbered(ranges.length);
  const plain: PlainNumber = { is: 'number', scale: 0, quotient: false, does: { op: 'bands', ...found, branches } };
  const value = between.print(plain)?.number(plain);
  return value && (() => value(unit.asked));
}

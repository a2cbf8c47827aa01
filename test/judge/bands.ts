import type { Bands, Ir } from '../../engine/ir/ir.ts';
import { rangeParts } from '../../engine/ir/walk.ts';
import { compareExact, parseExact } from '../../engine/value/exact.ts';
import { within } from './facts.ts';
import { either, failing, strict, undetermined, valued, type Outcome } from './outcome.ts';
import { and, ite, no, not, or, twoOf, type Term } from './smt.ts';
import { inside, translate, type Place } from './translate.ts';

/** A scale cut into tiers. Where tiers add up, their ends are written and none overlap: the kinds refuse all others. */
export function bands(ir: Bands, place: Place): Outcome {
  const { script } = place;
  const parts = [ir.by, ...ir.bands.flatMap(({ range }) => rangeParts(range))];
  const found = new Map(parts.map((part) => [part, translate(part, place)]));
  const all = parts.map((part) => found.get(part)!);
  if (all.some(({ value }) => value === '')) return strict(all, failing('never'), script);
  const at = (part: Ir): Term => found.get(part)!.value;
  const by = at(ir.by);
  const known = and(...all.map(({ ok }) => ok));
  const holds = ir.bands.map(({ range }) => script.define('Bool', within(by, range, at)));
  ir.bands.forEach((band, i) => {
    const reached = and(place.reach, known);
    place.hear(band, true, and(reached, holds[i]!));
    place.hear(band, false, and(reached, not(holds[i]!)));
  });
  const none = not(or(...holds));
  const from = inside(place, known);
  switch (ir.mode) {
    case 'slab': {
      const several = script.define('Bool', twoOf(holds));
      const values = ir.bands.map(({ value }, i) => translate(value, inside(from, holds[i]!, not(several))));
      const one = values.reduceRight<Outcome>(
        (rest, value, i) => either(holds[i]!, value, rest, script),
        undetermined('gap'),
      );
      return strict(all, either(several, failing('tiers/overlap'), one, script), script);
    }
    case 'graduated': {
      const shares = ir.bands.map(({ range: { low, high } }) => {
        const top = high === undefined ? by : ite(`(< ${at(high.at)} ${by})`, at(high.at), by);
        return script.define('Real', `(- ${top} ${low === undefined ? '0.0' : at(low.at)})`);
      });
      const counts = shares.map((share) => script.define('Bool', `(> ${share} 0.0)`));
      const open = script.define('Bool', or(none, holeBelow(ir, by, at)));
      return strict(
        all,
        either(open, undetermined('gap'), summed(ir, shares, counts, inside(from, not(open))), script),
        script,
      );
    }
    case 'interpolated': {
      const first = holds.map((hold, i) => script.define('Bool', and(hold, not(or(...holds.slice(0, i))))));
      const endless = or(
        ...ir.bands.map(({ range: { low, high } }, i) => (low === undefined || high === undefined ? first[i]! : no)),
      );
      const shares = ir.bands.map(({ range: { low, high } }, i) => {
        if (low === undefined || high === undefined) return '1.0';
        const length = `(- ${at(high.at)} ${at(low.at)})`;
        const share = ite(`(> ${length} 0.0)`, `(/ (- ${by} ${at(low.at)}) ${length})`, '1.0');
        return script.define('Real', ite(first[i]!, share, '1.0'));
      });
      const counts = ir.bands.map(({ range: { high } }, i) =>
        script.define('Bool', or(first[i]!, high === undefined ? no : `(<= ${at(high.at)} ${by})`)),
      );
      const open = script.define('Bool', or(none, endless, holeBelow(ir, by, at)));
      return strict(
        all,
        either(open, undetermined('gap'), summed(ir, shares, counts, inside(from, not(open))), script),
        script,
      );
    }
  }
}

/** The tiers' values times their shares; tiers that do not count are not evaluated. */
function summed(ir: Bands, shares: readonly Term[], counts: readonly Term[], place: Place): Outcome {
  const { script } = place;
  const values = ir.bands.map(({ value }, i) => {
    const found = translate(value, inside(place, counts[i]!));
    return either(counts[i]!, found, valued('0.0'), script);
  });
  if (values.some(({ value }) => value === '')) return strict(values, failing('never'), script);
  const products = values.map(({ value }, i) => ite(counts[i]!, `(* ${value} ${shares[i]!})`, '0.0'));
  return strict(values, valued(script.define('Real', `(+ 0.0 ${products.join(' ')})`)), script);
}

/** Is there a hole between the lowest tier and the value, which lies in a tier above it? */
function holeBelow({ bands: all }: Bands, by: Term, at: (ir: Ir) => Term): Term {
  const number = (ir: Ir) => {
    if (ir.op !== 'literal' || !('digits' in ir.value)) throw new Error('tiers that add up have written ends');
    return parseExact(ir.value.digits);
  };
  const compare = (a: Ir, b: Ir): number => compareExact(number(a), number(b));
  const filled = all.filter(({ range: { low, high } }) => {
    if (low === undefined || high === undefined) return true;
    const order = compare(low.at, high.at);
    return order < 0 || (order === 0 && !low.open && !high.open);
  });
  const rising = filled.toSorted(({ range: { low: a } }, { range: { low: b } }) => {
    if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
    return compare(a.at, b.at) || Number(a.open) - Number(b.open);
  });
  return or(
    ...rising.slice(1).map((next, i) => {
      const before = rising[i]!.range.high;
      const { low } = next.range;
      if (before === undefined || low === undefined) return no;
      const order = compare(low.at, before.at);
      const isHole = order > 0 || (order === 0 && before.open && low.open);
      return isHole ? `(>= ${by} ${at(low.at)})` : no;
    }),
  );
}

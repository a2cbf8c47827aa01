import type { Bands } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import { numberTooLong, tiersOverlap } from '../value/failures.ts';
import { printInterval, type RangeEnd } from '../value/print.ts';
import { hole, noDuration } from '../value/reasons.ts';
import { amount, compare, toValue, type Datum } from './datum.ts';
import type { TierStep } from './explanation.ts';
import { determined, strict, undetermined, type Found } from './found.ts';
import type { Frame, Session } from './frame.ts';
import { holesBelow } from './holes.ts';
import { partsOf } from './known.ts';
import { isPositive, isTooLong, minus, order, over, plus, times, unit, zero, type Ratio } from './ratio.ts';
import { apart, runWorded, tell, textOfDatum, valued } from './trace.ts';
import { fixedEnds, isBetween } from './within.ts';

/** A tier with the values of its ends. */
export interface Tier {
  readonly band: Bands['bands'][number];
  readonly number: number;
  readonly low: End | undefined;
  readonly high: End | undefined;
}
export interface End {
  readonly at: Datum;
  readonly open: boolean;
}

/** A scale cut into tiers (semantics 3.8). Ends are evaluated first, all of them. */
export function bands(ir: Bands, frame: Frame): Found {
  const [[by, words], before] = apart(frame, () => runWorded(ir.by, frame));
  const fixed = fixedTiers(ir, frame.session);
  const ends =
    fixed === undefined ? ir.bands.flatMap((band) => partsOf(band.range)).map((end) => frame.run(end, frame)) : [];
  const taken: TierStep['taken'][number][] = [];
  const found = strict([by, ...ends], ([value, ...values]) => {
    if (value === undefined || [value, ...values].some(({ is }) => is === 'no-duration')) {
      return undetermined(noDuration);
    }
    const tiers = fixed ?? tiersOf(ir, values);
    const holding = tiers.filter(({ band, low, high }) => isBetween(value, band.range, low?.at, high?.at) === true);
    if (ir.mode === 'slab' && holding.length > 1) {
      return tiersOverlap(
        frame.output,
        holding.map(({ number }) => number),
        ir.origin,
      );
    }
    const [reached] = holding;
    if (reached === undefined) return undetermined(hole(frame.output, ir.by, holeAround(value, tiers, frame)));
    const holes = ir.mode === 'slab' ? [] : holesBelow(value, tiers);
    if (holes.length > 0) {
      return undetermined(...holes.map(({ low, high }) => hole(frame.output, ir.by, holeText(low, high, frame))));
    }
    return withTiers(ir, value, tiers, reached, frame, taken);
  });
  tell(frame, () => {
    const shown = { step: 'tier', mode: ir.mode, by: words, before, of: ir.bands.length, taken } as const;
    return { ...shown, ...valued(found, frame.session) };
  });
  return found;
}

function tiersOf(ir: Bands, ends: readonly Datum[]): readonly Tier[] {
  let next = 0;
  return ir.bands.map((band, i) => {
    const own = ends.slice(next, (next += partsOf(band.range).length));
    const { low, high } = band.range;
    const end = (bound: typeof low, at: Datum | undefined): End | undefined =>
      bound === undefined || at === undefined ? undefined : { at, open: bound.open };
    return { band, number: i + 1, low: end(low, own[0]), high: end(high, own.at(-1)) };
  });
}

/** The same where all ends are literals: found once. */
function fixedTiers(ir: Bands, session: Session): readonly Tier[] | undefined {
  const before = session.known.scales.get(ir);
  if (before !== undefined && session.watch === undefined) return before;
  const ends = ir.bands.map(({ range }) => fixedEnds(range, session));
  if (ends.some((all) => all === undefined || all.some(({ is }) => is === 'no-duration'))) return undefined;
  const tiers = tiersOf(
    ir,
    ends.flatMap((all) => all ?? []),
  );
  session.known.scales.set(ir, tiers);
  return tiers;
}

function withTiers(
  ir: Bands,
  by: Datum,
  tiers: readonly Tier[],
  reached: Tier,
  frame: Frame,
  taken: TierStep['taken'][number][],
): Found {
  const value = (tier: Tier, part?: string): Found => {
    const [found, steps] = apart(frame, () => frame.run(tier.band.value, frame));
    const range = frame.session.trace === undefined ? '' : tierText(tier, frame);
    const told = {
      number: tier.number,
      range,
      ...valued(found, frame.session),
      ...(part === undefined ? {} : { part }),
    };
    taken.push({ ...told, cites: tier.band.cites, span: tier.band.origin, steps });
    return found;
  };
  const summed = (parts: readonly (readonly [Tier, Ratio])[], partText: (part: Ratio) => string): Found =>
    strict(
      parts.map(([tier, part]) => value(tier, partText(part))),
      (values) => {
        if (values.some(({ is }) => is === 'no-duration')) return undetermined(noDuration);
        const total = values.reduce((sum, each, i) => plus(sum, times(ratioOf(each), parts[i]?.[1] ?? zero)), zero);
        return isTooLong(total) ? numberTooLong(ir.origin) : determined(amount(total, ir.type));
      },
    );
  switch (ir.mode) {
    case 'slab':
      return value(reached);
    case 'graduated':
      return summed(partsIn(by, tiers), (part) => textOfDatum(amount(part, ir.by.type), frame.session));
    case 'interpolated': {
      const share = shareOf(by, reached);
      if (share === undefined) return undetermined(hole(frame.output, ir.by, rangeText(reached, frame)));
      const passed = tiers.filter((tier) => tier !== reached && endsBelow(tier, by));
      const parts = [...passed.map((tier) => [tier, unit] as const), [reached, share] as const];
      return summed(parts, (part) => textOfDatum(amount(part, { is: 'percent' }), frame.session));
    }
  }
}

/** The part of the scale below the value that lies in each tier; a tier without a low end starts at 0. */
function partsIn(by: Datum, tiers: readonly Tier[]): readonly (readonly [Tier, Ratio])[] {
  const top = ratioOf(by);
  return tiers.flatMap((tier) => {
    const low = tier.low === undefined ? zero : ratioOf(tier.low.at);
    const high = tier.high === undefined ? top : ratioOf(tier.high.at);
    const part = minus(order(high, top) < 0 ? high : top, low);
    return isPositive(part) ? [[tier, part] as const] : [];
  });
}

/** How far into the tier the value lies, from 0 to 1; undefined for a tier without an end. */
function shareOf(by: Datum, { low, high }: Tier): Ratio | undefined {
  if (low === undefined || high === undefined) return undefined;
  const length = minus(ratioOf(high.at), ratioOf(low.at));
  return isPositive(length) ? over(minus(ratioOf(by), ratioOf(low.at)), length) : unit;
}

function endsBelow({ high }: Tier, by: Datum): boolean {
  return high !== undefined && (compare(high.at, by) ?? 1) <= 0;
}

/** `(100% .. 120%)`: from the nearest end below the value to the nearest above; an end that no tier owns is the hole's. */
function holeAround(by: Datum, tiers: readonly Tier[], frame: Frame): string {
  const below = tiers.flatMap((tier) => (tier.high !== undefined && endsBelow(tier, by) ? [tier.high] : []));
  const above = tiers.flatMap(({ low }) => (low !== undefined && (compare(low.at, by) ?? -1) >= 0 ? [low] : []));
  return holeText(nearest(below, 1), nearest(above, -1), frame);
}

/** From the end of a tier to the beginning of another. */
function holeText(below: End | undefined, above: End | undefined, { session }: Frame): string {
  const turned = (end: End | undefined): RangeEnd | undefined =>
    end === undefined ? undefined : { value: toValue(end.at), open: !end.open };
  return printInterval(turned(below), turned(above), session.program);
}

/** The greatest end for the sign 1, the smallest for -1; of two at one place the closed one, which leaves less to the hole. */
function nearest(ends: readonly End[], sign: 1 | -1): End | undefined {
  const [first, ...rest] = ends;
  return rest.reduce((best, end) => {
    const difference = best === undefined ? 1 : sign * (compare(end.at, best.at) ?? 0);
    return difference > 0 || (difference === 0 && !end.open) ? end : best;
  }, first);
}

/** The range of a tier; the same for every row where its ends are literals. */
function tierText(tier: Tier, frame: Frame): string {
  const { tiers } = frame.session.known;
  const before = tiers.get(tier.band);
  if (before !== undefined) return before;
  const text = rangeText(tier, frame);
  if (partsOf(tier.band.range).every(({ op }) => op === 'literal')) tiers.set(tier.band, text);
  return text;
}

function rangeText({ low, high }: Tier, { session }: Frame): string {
  const end = (of: End | undefined): { readonly value: Value; readonly open: boolean } | undefined =>
    of === undefined ? undefined : { value: toValue(of.at), open: of.open };
  return printInterval(end(low), end(high), session.program);
}

function ratioOf(datum: Datum): Ratio {
  if (datum.is !== 'amount') throw new Error(`${datum.is} on a scale of amounts`);
  return datum.ratio;
}

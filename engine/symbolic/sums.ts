import type { Band, Bands } from '../ir/ir.ts';
import { isLine } from '../proof/line.ts';
import type { Box, Path } from './box.ts';
import { cutLine } from './cut.ts';
import { constant, one, zero } from './form.ts';
import * as quotients from './quotient.ts';
import type { Quotient } from './quotient.ts';
import { failing, nothingOf, undetermined, type Nothing, type Symbol } from './symbol.ts';
import type { Walk } from './walk.ts';

type Values = Generator<Path<Symbol>, void, undefined>;

/** A tier with its ends worked out. */
export interface Tier {
  readonly band: Band;
  readonly ends: readonly Symbol[];
}
interface Placed {
  readonly tier: Tier;
  readonly low: Quotient | undefined;
  readonly high: Quotient | undefined;
}
/** What a tier counts for: its value times a share of it. */
interface Part {
  readonly tier: Tier;
  readonly share: Quotient;
  /** Is the tier's value asked for only where the share is positive? A tier without a low end starts at 0, which may lie above. */
  readonly ifPositive?: 'share may be negative' | 'share may be zero';
}

/** The parts of the scale below the value, each times its tier's value; a hole below the value leaves it open. */
export function* summed(ir: Bands, by: Symbol, all: readonly Tier[], reached: Tier, box: Box, walk: Walk): Values {
  if (by.is !== 'amount' || !isLine(ir.type)) return;
  const ordered = all
    .map(placed)
    .filter(holdsSomething)
    .toSorted((a, b) => orderOf(a, b));
  const last = ordered.find(({ tier }) => tier === reached);
  if (last === undefined) return yield { box, value: undetermined('gap') };
  const passed = ordered.slice(0, ordered.indexOf(last));
  const joins = [...passed.slice(1), last].every((next, i) => passed.length === 0 || doMeet(passed[i], next));
  const parts = joins ? partsOf(ir, by.of, passed, last) : undefined;
  if (parts === undefined) yield { box, value: undetermined('gap') };
  else yield* added(ir, parts, [], box, walk);
}

function placed(tier: Tier): Placed {
  const { range } = tier.band;
  return {
    tier,
    low: range.low === undefined ? undefined : positionOf(tier.ends[0]),
    high: range.high === undefined ? undefined : positionOf(tier.ends.at(-1)),
  };
}

/** Undefined where the tier that is reached has no share, since it lacks an end. */
function partsOf({ mode }: Bands, by: Quotient, passed: readonly Placed[], last: Placed): readonly Part[] | undefined {
  if (mode === 'graduated') {
    return [...passed, last].flatMap(({ tier, low, high }) => {
      const top = tier === last.tier ? by : high;
      const ifPositive = low === undefined ? 'share may be negative' : 'share may be zero';
      return top === undefined ? [] : [{ tier, share: quotients.minus(top, low ?? nil), ifPositive }];
    });
  }
  const { low, high, tier } = last;
  if (low === undefined || high === undefined) return undefined;
  const whole = quotients.minus(high, low);
  const share = whole.top.size === 0 ? unit : quotients.over(quotients.minus(by, low), whole);
  return [...passed.map((one) => ({ tier: one.tier, share: unit })), { tier, share }];
}

function* added(ir: Bands, [part, ...rest]: readonly Part[], before: readonly Symbol[], box: Box, walk: Walk): Values {
  if (part === undefined) return yield { box, value: nothingOf(before) ?? total(ir, before) };
  for (const { box: inside, value } of counted(part, box, walk)) {
    const { share } = part;
    if (value === 'nothing counts') yield* added(ir, rest, before, inside, walk);
    else if (value.is !== 'amount' || !isLine(ir.type)) yield* added(ir, rest, [...before, value], inside, walk);
    else {
      const product: Symbol = { is: 'amount', type: ir.type, of: quotients.times(value.of, share) };
      yield* added(ir, rest, [...before, product], inside, walk);
    }
  }
}

/** The tier's value, where it is asked for. */
function* counted(
  { tier, share, ifPositive }: Part,
  box: Box,
  walk: Walk,
): Generator<Path<Symbol | 'nothing counts'>, void, undefined> {
  const rate = tier.band.value;
  if (ifPositive === undefined) return yield* walk.run(rate, box, walk);
  if (ifPositive === 'share may be zero') {
    // A value times nothing is nothing, whether it counts or not: only a value that is missing makes a difference.
    const paths = [...walk.run(rate, box, walk)];
    if (paths.every(({ value }) => value.is === 'amount')) return yield* paths;
  }
  for (const { box: inside, value: counts } of counting(share, box)) {
    if (counts) yield* walk.run(rate, inside, walk);
    else yield { box: inside, value: 'nothing counts' };
  }
}

function counting(share: Quotient, box: Box): readonly Path<boolean>[] {
  return cutLine(box, share, [
    { stretch: { high: { at: zero, open: false } }, value: false },
    { stretch: { low: { at: zero, open: true } }, value: true },
  ]);
}

function total({ type }: Bands, parts: readonly Symbol[]): Symbol | Nothing {
  const amounts = parts.flatMap((part) => (part.is === 'amount' ? [part.of] : []));
  if (!isLine(type) || amounts.length < parts.length) return failing('tiers');
  return { is: 'amount', type, of: amounts.reduce(quotients.plus, nil) };
}

const nil = quotients.number(zero);
const unit = quotients.plain(constant(one));

function positionOf(symbol: Symbol | undefined): Quotient | undefined {
  return symbol?.is === 'amount' ? symbol.of : undefined;
}

/** `(5 .. 5]` holds nothing, so that it neither joins its neighbours nor keeps them apart. */
function holdsSomething({ low, high, tier: { band } }: Placed): boolean {
  const order = orderOfEnds(low, high);
  if (order === undefined || order < 0) return true;
  return order === 0 && band.range.low?.open !== true && band.range.high?.open !== true;
}

/** Ends that are written stand in order; ends that are computed keep the order of the tiers. */
function orderOf(a: Placed, b: Placed): number {
  if (a.low === undefined || b.low === undefined) return Number(b.low === undefined) - Number(a.low === undefined);
  const open = ({ tier }: Placed): number => Number(tier.band.range.low?.open === true);
  const order = orderOfEnds(a.low, b.low) ?? 0;
  return order === 0 ? open(a) - open(b) : order;
}

/** Is there nothing between the two? Of ends that are computed only the same one is sure to be. */
function doMeet(before: Placed | undefined, next: Placed): boolean {
  if (before?.high === undefined || next.low === undefined) return true;
  const order = orderOfEnds(before.high, next.low);
  if (order !== 0) return order !== undefined && order > 0;
  return before.tier.band.range.high?.open !== true || next.tier.band.range.low?.open !== true;
}

function orderOfEnds(a: Quotient | undefined, b: Quotient | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  const away = quotients.constantOf(quotients.minus(a, b));
  return away === undefined ? undefined : away.top < 0n ? -1 : away.top > 0n ? 1 : 0;
}

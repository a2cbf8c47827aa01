import type { Band, Bands } from '../ir/ir.ts';
import { rangeParts } from '../ir/walk.ts';
import { isLine } from '../proof/line.ts';
import type { Box, Path } from './box.ts';
import { between } from './compare.ts';
import { constant, one, zero } from './form.ts';
import * as quotients from './quotient.ts';
import type { Quotient } from './quotient.ts';
import { failing, nothingOf, undetermined, type Nothing, type Symbol } from './symbol.ts';
import { heard, strictly, truthsOf, type Walk } from './walk.ts';

type Values = Generator<Path<Symbol>, void, undefined>;

/** A tier with its ends worked out. */
interface Tier {
  readonly band: Band;
  readonly ends: readonly Symbol[];
}

/** A scale cut into tiers: one part of the box for each tier, and those where none holds. */
export function* bandValues(ir: Bands, box: Box, walk: Walk): Values {
  const parts = [ir.by, ...ir.bands.flatMap(({ range }) => rangeParts(range))];
  for (const { box: inside, value } of strictly(parts, box, walk)) {
    if ('is' in value) yield { box: inside, value };
    else yield* tiers(ir, value, inside, walk);
  }
}

function* tiers(ir: Bands, [by, ...ends]: readonly Symbol[], box: Box, walk: Walk): Values {
  if (by === undefined) return;
  let next = 0;
  const all = ir.bands.map((band): Tier => ({ band, ends: ends.slice(next, (next += rangeParts(band.range).length)) }));
  const isPlain = by.is === 'amount' && ends.every(({ is }) => is === 'amount');
  if (!isPlain) return yield { box, value: undetermined('no-duration') };
  for (const { box: inside, value: reached } of reaching(ir, by, all, 0, box, walk)) {
    if (reached.length > 1 && ir.mode === 'slab') yield { box: inside, value: failing('tiers/overlap') };
    else if (reached[0] === undefined) yield { box: inside, value: undetermined('gap') };
    else if (ir.mode === 'slab') yield* walk.run(reached[0].band.value, inside, walk);
    else yield* summed(ir, by, all, reached[0], inside, walk);
  }
}

/** Which tiers hold the value. */
function* reaching(
  ir: Bands,
  by: Symbol,
  all: readonly Tier[],
  i: number,
  box: Box,
  walk: Walk,
): Generator<Path<readonly Tier[]>, void, undefined> {
  const tier = all[i];
  if (tier === undefined) return yield { box, value: [] };
  for (const path of between(by, tier.band.range, tier.ends, ir, box, walk)) {
    for (const { box: inside, value: holds } of truthsOf(path)) {
      walk.hear?.(tier.band, heard(holds), inside);
      for (const { box: further, value: more } of reaching(ir, by, all, i + 1, inside, walk)) {
        yield { box: further, value: holds === true ? [tier, ...more] : more };
      }
    }
  }
}

/** The parts of the scale below the value, each times its tier's value; a hole below the value leaves it open. */
function* summed(ir: Bands, by: Symbol, all: readonly Tier[], reached: Tier, box: Box, walk: Walk): Values {
  const bounds = all.map(({ band: { range }, ends }) => ({
    low: range.low === undefined ? undefined : positionOf(ends[0]),
    high: range.high === undefined ? undefined : positionOf(ends.at(-1)),
  }));
  if (by.is !== 'amount' || !isLine(ir.type)) return;
  const ordered = all.map((tier, i) => ({ tier, ...bounds[i] })).toSorted((a, b) => orderOf(a.low, b.low));
  const at = ordered.findIndex(({ tier }) => tier === reached);
  const passed = ordered.slice(0, at);
  const joins = ordered
    .slice(1, at + 1)
    .every(({ low }, i) => low !== undefined && quotientsMeet(ordered[i]?.high, low));
  if (!joins) return yield { box, value: undetermined('gap') };
  const part = (
    of: { readonly low?: Quotient | undefined; readonly high?: Quotient | undefined },
    isLast: boolean,
  ): Quotient | undefined => {
    const top = isLast ? by.of : of.high;
    if (top === undefined) return undefined;
    const length = quotients.minus(top, of.low ?? nil);
    if (ir.mode === 'graduated') return length;
    if (!isLast) return unit;
    const whole = of.low === undefined || of.high === undefined ? undefined : quotients.minus(of.high, of.low);
    return whole === undefined ? undefined : whole.top.size === 0 ? unit : quotients.over(length, whole);
  };
  const shares = [...passed, ordered[at]].map((of, i) =>
    of === undefined ? undefined : part(of, i === passed.length),
  );
  const rates = [...passed, ordered[at]].flatMap((of) => of?.tier.band.value ?? []);
  for (const { box: inside, value } of strictly(rates, box, walk)) {
    yield { box: inside, value: 'is' in value ? value : total(ir, value, shares) };
  }
}

function total({ type }: Bands, rates: readonly Symbol[], shares: readonly (Quotient | undefined)[]): Symbol | Nothing {
  if (!isLine(type)) return failing('tiers');
  const parts = rates.map((rate, i) => {
    const share = shares[i];
    return rate.is === 'amount' && share !== undefined ? quotients.times(rate.of, share) : undefined;
  });
  if (!parts.every((each) => each !== undefined)) return nothingOf(rates) ?? undetermined('gap');
  return { is: 'amount', type, of: parts.reduce(quotients.plus, nil) };
}

const nil = quotients.number(zero);
const unit = quotients.plain(constant(one));

function positionOf(symbol: Symbol | undefined): Quotient | undefined {
  return symbol?.is === 'amount' ? symbol.of : undefined;
}

/** Ends that are written stand in order; ends that are computed keep the order of the tiers. */
function orderOf(a: Quotient | undefined, b: Quotient | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  const away = quotients.constantOf(quotients.minus(a, b));
  return away === undefined || away.top === 0n ? 0 : away.top < 0n ? -1 : 1;
}

const quotientsMeet = (high: Quotient | undefined, low: Quotient): boolean =>
  high !== undefined && quotients.isSame(high, low);

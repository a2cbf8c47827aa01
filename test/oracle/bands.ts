import type { Bands } from '../../engine/ir/ir.ts';
import type { Type } from '../../engine/ir/type.ts';
import { outputOf, type Place } from './place.ts';
import { printInterval, type End } from './print.ts';
import { minus, order, over, plus, times, whole, zero, type Rational } from './rational.ts';
import { determined, failed, isTrue, strict, undetermined, type Result } from './result.ts';
import { amount, compared, type Thing } from './value.ts';
import { boundsOf, inInterval } from './within.ts';

interface Tier {
  readonly low?: End;
  readonly high?: End;
  readonly holds: boolean;
  readonly value: () => Result;
}

/** A scale cut into tiers. */
export function bands(node: Bands, place: Place): Result {
  const by = place.evaluate(node.by, place);
  const bounds = node.bands.flatMap((band) => boundsOf(band.range, place));
  return strict([by, ...bounds], ([thing, ...ends]) => {
    if ([thing!, ...ends].some((each) => each.is === 'no-duration')) return undetermined({ code: 'no-duration' });
    const tiers = tiersOf(node, thing!, ends, place);
    const holding = tiers.filter((tier) => tier.holds);
    if (node.mode === 'slab' && holding.length > 1) return failed('tiers/overlap');
    const [reached] = holding;
    if (reached === undefined) {
      return undetermined({ code: 'gap', gap: `${outputOf(place)} ${hole(thing!, tiers, place)}` });
    }
    const holes = node.mode === 'slab' ? [] : holesBelow(thing!, tiers, place);
    if (holes.length > 0) {
      return undetermined(...holes.map((each) => ({ code: 'gap' as const, gap: `${outputOf(place)} ${each}` })));
    }
    switch (node.mode) {
      case 'slab':
        return reached.value();
      case 'graduated':
        return graduated(node, thing!, tiers);
      case 'interpolated':
        return interpolated(node, thing!, tiers, reached, place);
    }
  });
}

function tiersOf(node: Bands, by: Thing, ends: readonly Thing[], place: Place): readonly Tier[] {
  const rest = [...ends];
  return node.bands.map(({ range, value }) => {
    const low = range.low === undefined ? undefined : { thing: rest.shift()!, open: range.low.open };
    const high = range.high === undefined ? undefined : { thing: rest.shift()!, open: range.high.open };
    const own = [low, high].flatMap((end) => (end === undefined ? [] : [end.thing]));
    return {
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      holds: isTrue(inInterval(by, range, own)),
      value: () => place.evaluate(value, place),
    };
  });
}

function graduated(node: Bands, by: Thing, tiers: readonly Tier[]): Result {
  const reached = tiers
    .map((tier) => ({
      tier,
      part: minus(smaller(numberOf(by), tier.high), tier.low === undefined ? zero : numberOf(tier.low.thing)),
    }))
    .filter(({ part }) => order(part, zero) > 0);
  return strict(
    reached.map(({ tier }) => tier.value()),
    (rates) =>
      weighted(
        rates,
        reached.map(({ part }) => part),
        node.type,
      ),
  );
}

function interpolated(node: Bands, by: Thing, tiers: readonly Tier[], reached: Tier, place: Place): Result {
  if (reached.low === undefined || reached.high === undefined) {
    const itself = printInterval(reached.low, reached.high, place.question.program);
    return undetermined({ code: 'gap', gap: `${outputOf(place)} ${itself}` });
  }
  const position = numberOf(by);
  const passed = tiers.filter(
    (tier) => tier !== reached && tier.high !== undefined && order(numberOf(tier.high.thing), position) <= 0,
  );
  const low = numberOf(reached.low.thing);
  const length = minus(numberOf(reached.high.thing), low);
  const share = order(length, zero) === 0 ? whole(1) : over(minus(position, low), length);
  return strict([...passed.map((tier) => tier.value()), reached.value()], (amounts) =>
    weighted(amounts, [...passed.map(() => whole(1)), share], node.type),
  );
}

function weighted(values: readonly Thing[], weights: readonly Rational[], type: Type): Result {
  if (values.some((value) => value.is === 'no-duration')) return undetermined({ code: 'no-duration' });
  const products = values.map((value, i) => times(numberOf(value), weights[i]!));
  return determined(amount(products.reduce(plus, zero), type));
}

function smaller(number: Rational, high: End | undefined): Rational {
  return high !== undefined && order(numberOf(high.thing), number) < 0 ? numberOf(high.thing) : number;
}

function numberOf(thing: Thing): Rational {
  if (thing.is !== 'amount') throw new Error(`${thing.is} on a scale of amounts`);
  return thing.number;
}

/** `(100% .. 120%)`: from the nearest end below the value to the nearest above, each owned by the hole where no band owns it. */
function hole(by: Thing, tiers: readonly Tier[], place: Place): string {
  const below = tiers
    .flatMap((tier) => (tier.high !== undefined && compared(tier.high.thing, by)! <= 0 ? [tier.high] : []))
    .reduce<End | undefined>((best, end) => nearer(best, end, 1), undefined);
  const above = tiers
    .flatMap((tier) => (tier.low !== undefined && compared(tier.low.thing, by)! >= 0 ? [tier.low] : []))
    .reduce<End | undefined>((best, end) => nearer(best, end, -1), undefined);
  return printInterval(
    below === undefined ? undefined : { thing: below.thing, open: !below.open },
    above === undefined ? undefined : { thing: above.thing, open: !above.open },
    place.question.program,
  );
}

/** The greater end for `sign` 1, the smaller for -1; of two at one place the closed one, which leaves less to the hole. */
function nearer(best: End | undefined, end: End, sign: 1 | -1): End {
  if (best === undefined) return end;
  const difference = sign * compared(end.thing, best.thing)!;
  return difference > 0 || (difference === 0 && !end.open) ? end : best;
}

/** Cuts the scale below the value at every end and looks at each piece: runs of pieces that no tier holds are holes. */
function holesBelow(by: Thing, tiers: readonly Tier[], place: Place): readonly string[] {
  const top = numberOf(by);
  const ends = tiers.flatMap(({ low, high }) => [low, high].flatMap((end) => (end === undefined ? [] : [end.thing])));
  const cuts = [...ends, by]
    .toSorted((a, b) => order(numberOf(a), numberOf(b)))
    .filter((cut, i, all) => order(numberOf(cut), top) <= 0 && (i === 0 || compared(cut, all[i - 1]!) !== 0));
  const pieces = cuts.flatMap((cut, i) => {
    const next = cuts[i + 1];
    const at = { position: numberOf(cut), low: { thing: cut, open: false }, high: { thing: cut, open: false } };
    if (next === undefined) return [at];
    const middle = over(plus(numberOf(cut), numberOf(next)), whole(2));
    return [at, { position: middle, low: { thing: cut, open: true }, high: { thing: next, open: true } }];
  });
  const held = pieces.map(({ position }) => tiers.some((tier) => holdsAt(position, tier)));
  const isBottomless = tiers.some(({ low }) => low === undefined);
  const first = isBottomless ? 0 : held.indexOf(true);
  const holes: { readonly low: End; readonly high: End }[] = [];
  for (const [i, { low, high }] of pieces.entries()) {
    if (i < first || held[i] === true) continue;
    const before = i > first && held[i - 1] === false ? holes.pop() : undefined;
    holes.push({ low: before?.low ?? low, high });
  }
  return holes.map(({ low, high }) => printInterval(low, high, place.question.program));
}

function holdsAt(position: Rational, { low, high }: Tier): boolean {
  const fromLow = low === undefined ? 1 : order(position, numberOf(low.thing));
  const toHigh = high === undefined ? 1 : order(numberOf(high.thing), position);
  return (fromLow > 0 || (fromLow === 0 && !low!.open)) && (toHigh > 0 || (toHigh === 0 && !high!.open));
}
